/* SPDX-License-Identifier: ISC */
/* A theme dresses styles, and a cell wears several: their looks are laid over each other in the
 * order of the table. Colours stay 24-bit till the very end, when theme_fit brings them down to
 * what the terminal has. */
#include "dossier/config/theme.h"

#include "dossier/base/memory.h"
#include "dossier/yaml/schema.h"
#include "files.h"

#include <stdlib.h>

const struct style_row style_table[STYLE_COUNT] = {
#define STYLE(id, name, help) {name, help},
#include "dossier/config/styles.def"
#undef STYLE
};

enum { FG, BG, ATTRIBUTES, LOOK_KEYS };

static const struct schema_key look_keys[LOOK_KEYS] = {
    [FG] = {"fg", SCHEMA_TEXT},
    [BG] = {"bg", SCHEMA_TEXT},
    [ATTRIBUTES] = {"attributes", SCHEMA_TEXTS},
};

static int hex_digit(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

static colour read_colour(const struct schema_report *report, const struct yaml_node *node)
{
    struct str s = schema_text(node);
    colour c = 0;
    if (!node)
        return COLOUR_NONE;
    if (str_starts(s, STR("#")))
        s = str_sub(s, 1, s.len);
    for (size_t i = 0; i < s.len && c >= 0; i++) {
        int digit = hex_digit(s.at[i]);
        c = digit < 0 || i == 6 ? COLOUR_NONE : c << 4 | digit;
    }
    if (s.len == 6 && c >= 0)
        return c;
    schema_problem(report, node, "bad-colour",
                   "found \"%.*s\"; six hexadecimal digits are allowed here, as in d4d7dc",
                   STR_ARG(str_sub(node->text, 0, 40)));
    return COLOUR_NONE;
}

static unsigned read_attributes(const struct schema_report *report, const struct yaml_node *node)
{
    static const char *const words[] = {"bold", "underline", "reverse", "italic"};
    unsigned attributes = 0;
    bool single = node && node->kind == YAML_SCALAR;
    const struct yaml_node *item = !node || single ? node : node->first;
    for (; item; item = single ? NULL : item->next) {
        size_t i = 0;
        while (i < COUNT(words) && !str_is(item->text, words[i]))
            i++;
        if (i < COUNT(words))
            attributes |= 1u << i;
        else if (item->kind == YAML_SCALAR && !yaml_is_null(item))
            schema_problem(report, item, "bad-word",
                           "found \"%.*s\"; bold, underline, reverse and italic are allowed here",
                           STR_ARG(str_sub(item->text, 0, 40)));
    }
    return attributes;
}

static struct look read_look(const struct schema_report *report, const struct yaml_node *node,
                             const char *name)
{
    const struct yaml_node *values[LOOK_KEYS];
    schema_map(report, node, name, look_keys, LOOK_KEYS, values);
    return (struct look){read_colour(report, values[FG]), read_colour(report, values[BG]),
                         read_attributes(report, values[ATTRIBUTES])};
}

static bool read_into(struct arena *arena, struct str source, struct str file, struct theme *out,
                      struct problems *problems)
{
    struct schema_report report = {problems, file, 0};
    struct schema_key keys[STYLE_COUNT];
    const struct yaml_node *values[STYLE_COUNT];
    for (int i = 0; i < STYLE_COUNT; i++)
        keys[i] = (struct schema_key){style_table[i].name, SCHEMA_MAP, false, NULL};
    struct yaml_failure failure;
    const struct yaml_node *root = yaml_read(arena, source, &failure);
    if (!root) {
        problem_add(problems, SEVERITY_ERROR, file, failure.line, failure.column, "bad-yaml", "%s",
                    failure.error.text);
        return false;
    }
    if (!schema_map(&report, root, "a theme", keys, STYLE_COUNT, values))
        return false;
    for (int i = 0; i < STYLE_COUNT; i++) {
        if (values[i])
            out->styles[i] = read_look(&report, values[i], style_table[i].name);
    }
    return true;
}

bool theme_read(struct arena *arena, struct str source, struct str file, struct theme *out,
                struct problems *problems)
{
    struct problems ignored = {.arena = arena};
    for (int i = 0; i < STYLE_COUNT; i++)
        out->styles[i] = (struct look){COLOUR_NONE, COLOUR_NONE, 0};
    for (const struct built_in *at = built_in_files; at->name; at++) {
        /* only attributes, so that it goes with any theme that leaves styles out */
        if (str_is(STR("mono"), at->name))
            read_into(arena, str_of(at->text), STR("mono"), out, &ignored);
    }
    return read_into(arena, source, file, out, problems);
}

/* $COLORFGBG is "15;0" or "0;default;15": the last is the background, of the first 16 colours. */
static struct str automatic(void)
{
    struct str rest = str_of(getenv("COLORFGBG")), part, last = STR("");
    long background;
    while (str_split(&rest, ';', &part))
        last = part;
    bool light =
        str_number(last, &background) && (background == 7 || (background >= 9 && background <= 15));
    return light ? STR("light") : STR("dark");
}

static bool find(struct arena *arena, struct str name, struct theme *out, struct problems *problems)
{
    struct buf source = {0};
    struct str file;
    bool ok = files_find(arena, name, &source, &file, problems) &&
              theme_read(arena, buf_view(&source), file, out, problems);
    out->name = arena_str(arena, name);
    buf_free(&source);
    return ok;
}

bool theme_find(struct arena *arena, struct str name, struct theme *out, struct problems *problems,
                struct error *error)
{
    if (str_is(name, "auto"))
        name = automatic();
    if (find(arena, name, out, problems))
        return true;
    size_t count;
    struct str *names = theme_names(arena, &count);
    struct buf list = {0};
    for (size_t i = 0; i < count; i++)
        buf_printf(&list, "%s%.*s", i ? ", " : "", STR_ARG(names[i]));
    error_set(error, "there is no theme \"%.*s\"; there are auto, %.*s",
              STR_ARG(str_sub(name, 0, 40)), STR_ARG(buf_view(&list)));
    buf_free(&list);
    find(arena, STR("dark"), out, problems);
    return false;
}

struct str *theme_names(struct arena *arena, size_t *count)
{
    return files_names(arena, STR(""), count);
}

struct look theme_look(const struct theme *theme, uint32_t styles)
{
    struct look look = theme->styles[STYLE_TEXT];
    for (int i = STYLE_TEXT + 1; i < STYLE_COUNT; i++) {
        if (!(styles >> i & 1))
            continue;
        const struct look *over = &theme->styles[i];
        look.fg = over->fg == COLOUR_NONE ? look.fg : over->fg;
        look.bg = over->bg == COLOUR_NONE ? look.bg : over->bg;
        look.attributes |= over->attributes;
    }
    return look;
}

static int fit_fg(struct look look, int bg, int count)
{
    if (look.fg == COLOUR_NONE)
        return -1;
    if (bg < 0)
        return colour_nearest(look.fg, count);
    /* a theme for sunlight stays one */
    double least = colour_contrast(look.fg, look.bg) >= 7 ? 7 : COLOUR_READABLE;
    return colour_nearest_on(look.fg, bg, count, least);
}

struct shown theme_fit(const struct theme *theme, struct look look, int count)
{
    colour screen = theme->styles[STYLE_TEXT].bg;
    struct shown shown = {-1, -1, look.attributes};
    if (look.bg != COLOUR_NONE)
        shown.bg = colour_nearest(look.bg, count);
    shown.fg = fit_fg(look, shown.bg, count);
    bool lost =
        look.bg != screen && screen != COLOUR_NONE && shown.bg == colour_nearest(screen, count);
    if (lost)
        shown.attributes ^= ATTRIBUTE_REVERSE;
    return shown;
}
