/* SPDX-License-Identifier: ISC */
#include "dossier/config/theme.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#define THEMES SOURCE_ROOT "/themes"

static struct arena *arena;
static struct problems problems;
static struct theme theme;
static struct error error;

static void begin(void)
{
    arena = arena_new();
    problems = (struct problems){.arena = arena};
    setenv("XDG_CONFIG_HOME", "/nonexistent", 1);
    setenv("DOSSIER_THEMES", THEMES, 1);
    unsetenv("COLORFGBG");
}

static void end(void)
{
    arena_free(arena);
}

TestSuite(colours, .init = begin, .fini = end);
TestSuite(themes, .init = begin, .fini = end);

Test(colours, contrast_is_that_of_wcag)
{
    cr_expect_float_eq(colour_contrast(0x000000, 0xFFFFFF), 21, 1e-9);
    cr_expect_float_eq(colour_contrast(0x777777, 0xFFFFFF), 4.478, 1e-3);
    cr_expect_float_eq(colour_contrast(0xFFFFFF, 0x767676), 4.542, 1e-3);
    cr_expect_float_eq(colour_contrast(0x123456, 0x123456), 1, 1e-9);
}

Test(colours, an_index_comes_nearest_to_itself)
{
    for (int i = 16; i < 256; i++)
        cr_expect_eq(colour_of_index(colour_nearest(colour_of_index(i), 256)), colour_of_index(i));
    for (int i = 0; i < 16; i++)
        cr_expect_eq(colour_nearest(colour_of_index(i), 16), i);
    for (int i = 0; i < 8; i++)
        cr_expect_eq(colour_nearest(colour_of_index(i), 8), i);
    cr_expect_eq(colour_of_index(208), 0xFF8700);
    cr_expect_eq(colour_of_index(255), 0xEEEEEE);
    cr_expect_eq(colour_nearest(0xD4D7DC, 256), 188);
}

Test(colours, what_is_unreadable_gives_way_to_what_is_readable)
{
    for (int count = 8; count <= 256; count = count == 8 ? 16 : count + 240) {
        for (int background = 0; background < 8; background++) {
            int fg = colour_nearest_on(colour_of_index(background), background, count, 4.5);
            cr_expect_geq(colour_contrast(colour_of_index(fg), colour_of_index(background)), 4.4,
                          "%d on %d of %d", fg, background, count);
        }
    }
}

static const char *const installed[] = {"dark", "light", "mono", "night", "sepia", "sun"};

static void find(const char *name)
{
    cr_assert(theme_find(arena, str_of(name), &theme, &problems, &error), "%s", error.text);
    cr_assert_eq(problems.len, 0, "%s", problems.at[0].message.at);
}

/* Calls TRY for each two styles of each theme with colours: whatever a cell wears, one gives it the
 * colour and one the background. */
static void each_pair(void (*try)(const char *name, struct look look, double least, int a, int b))
{
    for (size_t i = 0; i < COUNT(installed); i++) {
        find(installed[i]);
        if (!strcmp(installed[i], "mono"))
            continue;
        double least = strcmp(installed[i], "sun") == 0 ? 7 : COLOUR_READABLE;
        for (int a = 0; a < STYLE_COUNT; a++) {
            for (int b = a; b < STYLE_COUNT; b++)
                try(installed[i], theme_look(&theme, 1u << a | 1u << b), least, a, b);
        }
    }
}

static void try_true_colours(const char *name, struct look look, double least, int a, int b)
{
    cr_assert_neq(look.fg, COLOUR_NONE, "%s", name);
    cr_assert_neq(look.bg, COLOUR_NONE, "%s", name);
    cr_expect_geq(colour_contrast(look.fg, look.bg), least, "%s: %s with %s: %06X on %06X", name,
                  style_table[a].name, style_table[b].name, (unsigned)look.fg, (unsigned)look.bg);
}

Test(themes, every_pair_of_colours_is_readable)
{
    each_pair(try_true_colours);
}

static void try_256(const char *name, struct look look, double least, int a, int b)
{
    struct shown shown = theme_fit(&theme, look, 256);
    cr_expect_geq(colour_contrast(colour_of_index(shown.fg), colour_of_index(shown.bg)), least,
                  "%s: %s with %s: %d on %d", name, style_table[a].name, style_table[b].name,
                  shown.fg, shown.bg);
}

Test(themes, every_pair_is_readable_with_256_colours)
{
    each_pair(try_256);
}

static void try_few(const char *name, struct look look, double least, int a, int b)
{
    (void)least;
    for (int count = 8; count <= 16; count += 8) {
        struct shown shown = theme_fit(&theme, look, count);
        cr_expect(shown.fg >= 0 && shown.fg < count && shown.bg >= 0 && shown.bg < count);
        cr_expect_geq(colour_contrast(colour_of_index(shown.fg), colour_of_index(shown.bg)),
                      COLOUR_READABLE, "%s: %s with %s: %d on %d of %d", name, style_table[a].name,
                      style_table[b].name, shown.fg, shown.bg, count);
    }
}

Test(themes, every_pair_is_readable_with_8_and_16_colours)
{
    each_pair(try_few);
}

static bool same(struct shown a, struct shown b)
{
    return a.fg == b.fg && a.bg == b.bg && a.attributes == b.attributes;
}

Test(themes, what_must_be_told_apart_differs_with_few_colours_and_with_none)
{
    static const int counts[] = {8, 16, 256};
    static const enum style strong[] = {STYLE_THREAD,  STYLE_HERE,  STYLE_SELECTION, STYLE_HIT,
                                        STYLE_MENTION, STYLE_NOTES, STYLE_NOTE_HERE};
    for (size_t i = 0; i < COUNT(installed); i++) {
        find(installed[i]);
        for (size_t s = 0; s < COUNT(strong); s++) {
            struct look look = theme_look(&theme, 1u << strong[s]);
            struct look plain = theme_look(&theme, 0);
            cr_expect(look.attributes || look.bg != plain.bg, "%s: %s by colour alone",
                      installed[i], style_table[strong[s]].name);
            for (size_t c = 0; c < COUNT(counts); c++) {
                struct shown shown = theme_fit(&theme, look, counts[c]);
                cr_expect_not(same(shown, theme_fit(&theme, plain, counts[c])), "%s: %s with %d",
                              installed[i], style_table[strong[s]].name, counts[c]);
            }
        }
        struct look here = theme_look(&theme, 1u << STYLE_HERE | 1u << STYLE_THREAD);
        struct look thread = theme_look(&theme, 1u << STYLE_THREAD);
        cr_expect(here.bg != thread.bg || here.attributes != thread.attributes, "%s", installed[i]);
        struct look note = theme_look(&theme, 1u << STYLE_NOTE);
        struct look notes = theme_look(&theme, 1u << STYLE_NOTE | 1u << STYLE_NOTES);
        cr_expect_neq(notes.attributes, note.attributes, "%s: several notes", installed[i]);
    }
}

Test(themes, mono_has_no_colours_and_dresses_all_that_matters)
{
    find("mono");
    for (int i = 0; i < STYLE_COUNT; i++) {
        cr_expect_eq(theme.styles[i].fg, COLOUR_NONE);
        cr_expect_eq(theme.styles[i].bg, COLOUR_NONE);
    }
    struct shown shown = theme_fit(&theme, theme_look(&theme, 1u << STYLE_HERE), 16);
    cr_expect_eq(shown.fg, -1);
    cr_expect_eq(shown.bg, -1);
    cr_expect(shown.attributes & ATTRIBUTE_REVERSE);
}

Test(themes, the_later_style_wins_and_attributes_add_up)
{
    const char *source =
        "text: {fg: '#ffffff', bg: 000000}\nmention: {fg: 00ff00, attributes: "
        "underline}\nthread: {fg: ff0000, attributes: [bold]}\nnote: {bg: 222222}\n";
    cr_assert(theme_read(arena, str_of(source), STR("x.yaml"), &theme, &problems));
    cr_assert_eq(problems.len, 0);
    struct look look =
        theme_look(&theme, 1u << STYLE_THREAD | 1u << STYLE_MENTION | 1u << STYLE_NOTE);
    cr_expect_eq(look.fg, 0xFF0000);
    cr_expect_eq(look.bg, 0x222222);
    cr_expect_eq(look.attributes, ATTRIBUTE_BOLD | ATTRIBUTE_UNDERLINE);
    cr_expect_eq(theme_look(&theme, 0).fg, 0xFFFFFF);
    cr_expect(theme.styles[STYLE_HERE].attributes & ATTRIBUTE_REVERSE, "as in mono");
}

Test(themes, what_is_wrong_is_told_and_the_rest_taken)
{
    static const struct {
        const char *source;
        int line, column;
        const char *words;
    } cases[] = {
        {"text: {fg: red}\n", 1, 12, "found \"red\"; six hexadecimal digits"},
        {"text: {fg: d4d7d}\n", 1, 12, "six hexadecimal digits"},
        {"text: {fg: d4d7dcc}\n", 1, 12, "six hexadecimal digits"},
        {"text: {attributes: [bold, dim]}\n", 1, 27, "bold, underline, reverse and italic"},
        {"text: {colour: d4d7dc}\n", 1, 8, "unknown key \"colour\" in text; allowed are fg, bg"},
        {"txt: {fg: d4d7dc}\n", 1, 1, "unknown key \"txt\" in a theme; did you mean \"text\"?"},
        {"text: blue\n", 1, 7, "found \"blue\", a map is allowed here"},
        {"text: {fg: d4d7dc\n", 2, 1, "not closed"},
        {"- text\n", 1, 1, "a theme: found a list"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        problems.len = 0;
        theme_read(arena, str_of(cases[i].source), STR("x.yaml"), &theme, &problems);
        cr_assert_eq(problems.len, 1, "%s", cases[i].source);
        cr_expect_eq(problems.at[0].line, cases[i].line, "%s", cases[i].source);
        cr_expect_eq(problems.at[0].column, cases[i].column, "%s", cases[i].source);
        cr_expect_not_null(strstr(problems.at[0].message.at, cases[i].words), "%s",
                           problems.at[0].message.at);
    }
    problems.len = 0;
    cr_assert(theme_read(arena, STR("txt: {}\nhit: {bg: 00ff00}\n"), STR("x"), &theme, &problems));
    cr_expect_eq(theme.styles[STYLE_HIT].bg, 0x00FF00);
}

Test(themes, an_unknown_name_lists_the_themes_and_gives_the_dark_one)
{
    static const char *const names[] = {"none", "", "../themes/dark", ".dark", "keys-vim/../dark"};
    for (size_t i = 0; i < COUNT(names); i++) {
        cr_expect_not(theme_find(arena, str_of(names[i]), &theme, &problems, &error));
        cr_expect_not_null(
            strstr(error.text, "there are auto, dark, light, mono, night, sepia, sun"), "%s",
            error.text);
        cr_expect(str_is(theme.name, "dark"));
        cr_expect_neq(theme.styles[STYLE_TEXT].bg, COLOUR_NONE);
    }
}

Test(themes, auto_is_light_where_the_terminal_says_so)
{
    static const char *const cases[][2] = {
        {"15;0", "dark"}, {"0;15", "light"}, {"0;7", "light"}, {"0;default;15", "light"},
        {"7;8", "dark"},  {"", "dark"},      {"x", "dark"},    {"0;default", "dark"},
        {";", "dark"}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        setenv("COLORFGBG", cases[i][0], 1);
        find("auto");
        cr_expect(str_is(theme.name, cases[i][1]), "%s", cases[i][0]);
    }
}

Test(themes, the_program_has_them_without_being_installed)
{
    setenv("DOSSIER_THEMES", "/nonexistent", 1);
    for (size_t i = 0; i < COUNT(installed); i++) {
        find(installed[i]);
        struct theme built_in = theme;
        setenv("DOSSIER_THEMES", THEMES, 1);
        find(installed[i]);
        cr_expect_eq(memcmp(built_in.styles, theme.styles, sizeof theme.styles), 0, "%s",
                     installed[i]);
        setenv("DOSSIER_THEMES", "/nonexistent", 1);
    }
}

Test(themes, the_users_own_go_before_the_installed_ones)
{
    char folder[] = "/tmp/dossier-themes-XXXXXX";
    cr_assert_not_null(mkdtemp(folder));
    setenv("XDG_CONFIG_HOME", folder, 1);
    const char *themes = arena_printf(arena, "%s/dossier/themes", folder).at;
    cr_assert(file_make_folder(themes, 0700, &error), "%s", error.text);
    cr_assert(file_create(path_join(arena, themes, "sun.yaml"), STR("text: {fg: 123456}\n"), 0600,
                          &error));
    cr_assert(file_create(path_join(arena, themes, "mine.yaml"), STR("text: {fg: oops}\n"), 0600,
                          &error));
    find("sun");
    cr_expect_eq(theme.styles[STYLE_TEXT].fg, 0x123456);
    size_t count;
    struct str *names = theme_names(arena, &count);
    cr_assert_eq(count, COUNT(installed) + 1);
    cr_expect(str_is(names[2], "mine"));
    cr_expect(theme_find(arena, STR("mine"), &theme, &problems, &error));
    cr_assert_eq(problems.len, 1);
    cr_expect(str_ends(problems.at[0].file, STR("dossier/themes/mine.yaml")));
    cr_assert_eq(system(arena_printf(arena, "rm -r %s", folder).at), 0);
}
