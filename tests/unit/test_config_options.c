/* SPDX-License-Identifier: ISC */
#include "dossier/config/options.h"

#include <criterion/criterion.h>
#include <string.h>

static struct arena *arena;
static struct options options;
static struct buf said;
static struct error error;
static bool changed;

static void begin(void)
{
    arena = arena_new();
    said = (struct buf){0};
    options_default(arena, &options);
}

static void end(void)
{
    buf_free(&said);
    arena_free(arena);
}

TestSuite(options, .init = begin, .fini = end);

Test(options, all_begin_with_an_initial_value_that_is_allowed)
{
    cr_expect_eq(options.width, 72);
    cr_expect_not(options.linear);
    cr_expect(options.names);
    cr_expect(str_is(options.order, "date"));
    cr_expect(str_is(options.theme, "auto"));
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_row *row = &option_table[i];
        cr_expect(options_set(&options, str_of(row->name), str_of(row->initial), &error), "%s: %s",
                  row->name, error.text);
        buf_clear(&said);
        options_value(&options, (enum option)i, &said);
        cr_expect(str_is(buf_view(&said), row->initial), "%s", row->name);
    }
}

Test(options, what_is_allowed_is_set)
{
    static const char *const lines[][2] = {{"width", "20"},    {"width", "200"},
                                           {"linear", "TRUE"}, {"order", "unread"},
                                           {"theme", "sun"},   {"writer", ""}};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        cr_expect(options_set(&options, str_of(lines[i][0]), str_of(lines[i][1]), &error), "%s",
                  error.text);
    cr_expect_eq(options.width, 200);
    cr_expect(options.linear);
    cr_expect(str_is(options.order, "unread"));
    cr_expect(str_is(options.theme, "sun"));
}

Test(options, a_text_outlives_what_it_was_set_from)
{
    char value[] = "desk";
    options_set(&options, STR("writer"), str_of(value), &error);
    strcpy(value, "xxxx");
    cr_expect(str_is(options.writer, "desk"));
}

Test(options, what_is_not_allowed_changes_nothing_and_lists_what_is)
{
    static const struct {
        const char *name, *value, *words;
    } cases[] = {
        {"width", "19", "allowed is 20 to 200"},
        {"width", "201", "found \"201\""},
        {"width", "", "allowed is 20 to 200"},
        {"width", "99999999999999999999", "allowed is 20 to 200"},
        {"linear", "maybe", "allowed is yes or no"},
        {"order", "dat", "allowed is date, title, source, mentions, unread or path"},
        {"colors", "8", "there is no option \"colors\"; there are theme, colours, ascii"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool ok = options_set(&options, str_of(cases[i].name), str_of(cases[i].value), &error);
        cr_expect_not(ok, "%s %s", cases[i].name, cases[i].value);
        cr_expect_not_null(strstr(error.text, cases[i].words), "%s", error.text);
    }
    cr_expect_eq(options.width, 72);
    cr_expect(str_is(options.order, "date"));
}

static void line(const char *text, bool changes, const char *words)
{
    buf_clear(&said);
    cr_assert(options_line(&options, str_of(text), &said, &changed, &error), "%s: %s", text,
              error.text);
    cr_expect_eq(changed, changes, "%s", text);
    cr_expect_not_null(strstr(said.at, words), "%s: %s", text, said.at);
}

Test(options, a_line_sets_switches_and_shows)
{
    line("", false, "all options are as they are at first");
    line("width", false, "width 72: columns of a line of text; 20 to 200");
    line("writer", false, "writer \"\": ");
    line(" width 60 ", true, "width 60");
    line("width=80", true, "width 80");
    line("linear", true, "linear yes");
    cr_expect(options.linear);
    line("nolinear", true, "linear no");
    cr_expect_not(options.linear);
    line("nonames", true, "names no");
    line("linear on", true, "linear yes");
    line("writer desk two", true, "writer desk two");
    line("writer=", true, "writer \"\"");
    line("", false, "linear yes, width 80, names no");
}

Test(options, a_bad_line_says_what_is_allowed)
{
    static const char *const lines[] = {
        "wdth", "nowidth", "width x", "width=", "nolinear yes", "=", "no"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        cr_expect_not(options_line(&options, str_of(lines[i]), &said, &changed, &error), "%s",
                      lines[i]);
        cr_expect_not(changed);
    }
    cr_expect_eq(said.len, 0);
}
