/* SPDX-License-Identifier: ISC */
#include "dossier/config/options.h"

#include <stddef.h>

const struct option_row option_table[OPTION_COUNT] = {
#define OPTION(name, type, initial, help, allowed) {#name, OPTION_##type, initial, help, allowed},
#include "dossier/config/options.def"
#undef OPTION
};

static const size_t fields[OPTION_COUNT] = {
#define OPTION(name, type, initial, help, allowed) offsetof(struct options, name),
#include "dossier/config/options.def"
#undef OPTION
};

static void *field(struct options *options, enum option option)
{
    return (char *)options + fields[option];
}

static const void *const_field(const struct options *options, enum option option)
{
    return (const char *)options + fields[option];
}

enum option options_find(struct str name)
{
    int i = 0;
    while (i < OPTION_COUNT && !str_is(name, option_table[i].name))
        i++;
    return (enum option)i;
}

/* The words of ALLOWED are all there is to WORD, so the slice may point into the table. */
static bool find_word(const char *allowed, struct str value, struct str *out)
{
    struct str rest = str_of(allowed), word;
    while (str_split(&rest, ' ', &word)) {
        if (str_eq(word, value)) {
            *out = word;
            return true;
        }
    }
    return false;
}

static bool find_bool(struct str value, bool *out)
{
    static const char *const words[] = {"no", "yes", "false", "true", "off", "on"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (str_eq_nocase(value, str_of(words[i]))) {
            *out = i % 2 == 1;
            return true;
        }
    }
    return false;
}

static bool find_number(const char *allowed, struct str value, int *out)
{
    struct str rest = str_of(allowed), part;
    long n, least, most;
    if (!str_split(&rest, ' ', &part) || !str_number(part, &least) || !str_number(rest, &most) ||
        !str_number(value, &n) || n < least || n > most)
        return false;
    *out = (int)n;
    return true;
}

static bool set_field(struct options *options, enum option option, struct str value)
{
    const struct option_row *row = &option_table[option];
    switch (row->type) {
    case OPTION_WORD:
        return find_word(row->allowed, value, &(struct str){0}) &&
               find_word(row->allowed, value, field(options, option));
    case OPTION_NUMBER:
        return find_number(row->allowed, value, field(options, option));
    case OPTION_BOOL:
        return find_bool(value, field(options, option));
    default:
        *(struct str *)field(options, option) = arena_str(options->arena, value);
        return true;
    }
}

void options_default(struct arena *arena, struct options *out)
{
    *out = (struct options){.arena = arena};
    for (int i = 0; i < OPTION_COUNT; i++)
        set_field(out, (enum option)i, str_of(option_table[i].initial));
}

static void put_words(struct buf *out, const char *words, const char *last)
{
    struct str rest = str_of(words), word;
    for (int i = 0; str_split(&rest, ' ', &word); i++)
        buf_printf(out, "%s%.*s", !i ? "" : rest.len ? ", " : last, STR_ARG(word));
}

void options_allowed(enum option option, struct buf *out)
{
    const struct option_row *row = &option_table[option];
    if (row->type == OPTION_TEXT)
        buf_chars(out, row->allowed);
    else
        put_words(out, row->allowed, row->type == OPTION_NUMBER ? " to " : " or ");
}

static bool fail_unknown(struct str name, struct error *error)
{
    struct buf names = {0};
    for (int i = 0; i < OPTION_COUNT; i++)
        buf_printf(&names, "%s%s", i ? ", " : "", option_table[i].name);
    error_set(error, "there is no option \"%.*s\"; there are %.*s", STR_ARG(str_sub(name, 0, 40)),
              STR_ARG(buf_view(&names)));
    buf_free(&names);
    return false;
}

static bool fail_value(enum option option, struct str value, struct error *error)
{
    struct buf allowed = {0};
    options_allowed(option, &allowed);
    error_set(error, "%s: found \"%.*s\"; allowed is %.*s", option_table[option].name,
              STR_ARG(str_sub(value, 0, 40)), STR_ARG(buf_view(&allowed)));
    buf_free(&allowed);
    return false;
}

bool options_set(struct options *options, struct str name, struct str value, struct error *error)
{
    enum option option = options_find(name);
    if (option == OPTION_COUNT)
        return fail_unknown(name, error);
    return set_field(options, option, value) || fail_value(option, value, error);
}

void options_value(const struct options *options, enum option option, struct buf *out)
{
    const void *at = const_field(options, option);
    switch (option_table[option].type) {
    case OPTION_NUMBER:
        buf_printf(out, "%d", *(const int *)at);
        break;
    case OPTION_BOOL:
        buf_chars(out, *(const bool *)at ? "yes" : "no");
        break;
    default:
        buf_str(out, *(const struct str *)at);
    }
}

/* Adds "width 72: columns of a line of text; 20 to 200". */
static void show(const struct options *options, enum option option, struct buf *out)
{
    const struct option_row *row = &option_table[option];
    buf_printf(out, "%s ", row->name);
    size_t before = out->len;
    options_value(options, option, out);
    if (out->len == before)
        buf_chars(out, "\"\"");
    buf_printf(out, ": %s; ", row->help);
    options_allowed(option, out);
}

static void show_changed(const struct options *options, struct buf *said)
{
    size_t begin = said->len;
    for (int i = 0; i < OPTION_COUNT; i++) {
        struct buf value = {0};
        options_value(options, (enum option)i, &value);
        if (!str_is(buf_view(&value), option_table[i].initial))
            buf_printf(said, "%s%s %.*s", said->len > begin ? ", " : "", option_table[i].name,
                       STR_ARG(buf_view(&value)));
        buf_free(&value);
    }
    if (said->len == begin)
        buf_chars(said, "all options are as they are at first");
}

static bool is_bool(enum option option)
{
    return option != OPTION_COUNT && option_table[option].type == OPTION_BOOL;
}

/* "linear" and "nolinear": which option is meant, and the value in VALUE. */
static enum option find_switch(struct str name, struct str *value)
{
    enum option option = options_find(name), negated = options_find(str_sub(name, 2, name.len));
    if (is_bool(option)) {
        *value = STR("yes");
    } else if (str_starts(name, STR("no")) && is_bool(negated)) {
        *value = STR("no");
        return negated;
    }
    return option;
}

bool options_line(struct options *options, struct str line, struct buf *said, bool *changed,
                  struct error *error)
{
    line = str_trim(line);
    *changed = false;
    if (!line.len) {
        show_changed(options, said);
        return true;
    }
    size_t end = 0;
    while (end < line.len && line.at[end] != ' ' && line.at[end] != '=')
        end++;
    struct str name = str_sub(line, 0, end), value = str_trim(str_sub(line, end + 1, line.len));
    bool sets = end < line.len;
    enum option option = sets ? options_find(name) : find_switch(name, &value);
    if (option == OPTION_COUNT)
        return fail_unknown(name, error);
    sets = sets || value.len;
    if (sets && !set_field(options, option, value))
        return fail_value(option, value, error);
    *changed = sets;
    show(options, option, said);
    return true;
}
