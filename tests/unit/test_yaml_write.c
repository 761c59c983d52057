/* SPDX-License-Identifier: ISC */
#include "dossier/yaml/write.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "dossier/yaml/read.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct arena *arena;
static struct buf out;

static void begin(void)
{
    arena = arena_new();
    out = (struct buf){0};
}

static void end(void)
{
    buf_free(&out);
    arena_free(arena);
}

TestSuite(yaml_write, .init = begin, .fini = end);

/* The value of key `k` in what OUT holds now. */
static const struct yaml_node *read_out(void)
{
    struct yaml_failure failure;
    const struct yaml_node *root = yaml_read(arena, buf_view(&out), &failure);
    cr_assert_not_null(root, "%d:%d: %s in: %.200s", failure.line, failure.column,
                       failure.error.text, out.at);
    return yaml_get(root, "k");
}

static void holds_nothing_hostile(void)
{
    struct str source = buf_view(&out);
    cr_expect(utf8_valid(source));
    for (size_t at = 0; at < source.len;)
        cr_expect_not(char_is_hostile(utf8_next(source, &at)), "in: %.200s", out.at);
}

static void comes_back(const struct yaml_node *node, struct str s)
{
    cr_assert_not_null(node);
    cr_expect(str_eq(node->text, s), "%.*s became %.*s in: %.200s", STR_ARG(s), STR_ARG(node->text),
              out.at);
    cr_expect_not(yaml_is_null(node), "in: %.200s", out.at);
}

/* S in every place a scalar can have: as a value, in a flow list, in a flow map, as an item. */
static void round_trips_as_text(struct str s)
{
    buf_clear(&out);
    buf_chars(&out, "k: [");
    yaml_put_text(&out, s);
    buf_chars(&out, ", {a: ");
    yaml_put_text(&out, s);
    buf_chars(&out, "}]\nl:\n- ");
    yaml_put_text(&out, s);
    buf_chars(&out, "\nm: ");
    yaml_put_text(&out, s);
    buf_chars(&out, "\nz: end\n");
    const struct yaml_node *list = read_out();
    comes_back(list->first, s);
    comes_back(yaml_get(list->first->next, "a"), s);
    holds_nothing_hostile();
    struct yaml_failure failure;
    const struct yaml_node *root = yaml_read(arena, buf_view(&out), &failure);
    comes_back(yaml_get(root, "l")->first, s);
    comes_back(yaml_get(root, "m"), s);
}

static void round_trips_as_block(struct str s)
{
    buf_clear(&out);
    buf_chars(&out, "a:\n- k:");
    yaml_put_block(&out, s, 4);
    buf_chars(&out, "  z: end\n");
    struct yaml_failure failure;
    const struct yaml_node *root = yaml_read(arena, buf_view(&out), &failure);
    cr_assert_not_null(root, "%s in: %.200s", failure.error.text, out.at);
    comes_back(yaml_get(yaml_get(root, "a")->first, "k"), s);
    cr_expect_not_null(yaml_get(yaml_get(root, "a")->first, "z"), "in: %.200s", out.at);
    holds_nothing_hostile();
}

static void round_trips(struct str s)
{
    round_trips_as_text(s);
    round_trips_as_block(s);
}

Test(yaml_write, every_text_reads_back_as_it_was)
{
    const struct str hostile[] = {
        STR(""),
        STR(" "),
        STR("  a"),
        STR("a  "),
        STR("yes"),
        STR("No"),
        STR("TRUE"),
        STR("null"),
        STR("~"),
        STR("~a"),
        STR("- x"),
        STR("-"),
        STR("--- a"),
        STR("..."),
        STR("a: b"),
        STR("a:"),
        STR(":a"),
        STR("a:?b"),
        STR("? a"),
        STR("a ? b"),
        STR("# c"),
        STR("a # c"),
        STR("a #"),
        STR("a#b"),
        STR("123"),
        STR("2025-01-01"),
        STR("0x1f"),
        STR("[a]"),
        STR("{a}"),
        STR("a, b"),
        STR("a]"),
        STR("a}"),
        STR("}"),
        STR("a[b"),
        STR("a{b"),
        STR("a{b}"),
        STR("&a"),
        STR("*a"),
        STR("!a"),
        STR("|"),
        STR(">"),
        STR("'"),
        STR("\""),
        STR("it's"),
        STR("%a"),
        STR("@a"),
        STR("`a"),
        STR("<<"),
        STR("="),
        STR("\\"),
        STR("\\n"),
        STR("a\tb"),
        STR("\ta"),
        STR("a\t"),
        STR("a\nb"),
        STR("a\n"),
        STR("a\nb\n"),
        STR("a\n\n\n"),
        STR("\n"),
        STR("\n\n"),
        STR("\na"),
        STR("a\n\nb"),
        STR("a\n  b\n c"),
        STR("a\n   \nb"),
        STR("a\n \n"),
        STR("a\n\n "),
        STR(" a\nb"),
        STR("\ta\nb"),
        STR("a\n\tb\n"),
        STR("a  \nb  "),
        STR("a\r\nb"),
        STR("a\rb"),
        STR("# a\n# b\n"),
        STR("a\n---\nb"),
        STR("a\n...\n"),
        STR("a\0b"),
        STR("\0"),
        STR("\x1b[31m"),
        STR("\x7f"),
        STR("a\xC2\x85"
            "b"),
        STR("a\xE2\x80\xA8"
            "b\n"),
        STR("\xE2\x80\xAE"
            "abc"),
        STR("\xEF\xBB\xBF"
            "a"),
        STR("\xEF\xBF\xBE"),
        STR("\xF4\x8F\xBF\xBF"),
        STR("\xEF\xBF\xBD"),
        STR("👩‍👩‍👧 é 日本"),
        STR("\xCC\x81"),
        STR("\xC2\xA0 a"),
        STR("a\nb\xE2\x80\x8B\n"),
    };
    for (size_t i = 0; i < COUNT(hostile); i++)
        round_trips(hostile[i]);
}

/* All texts of up to four characters out of those that mean something to YAML. */
Test(yaml_write, every_short_mixture_of_signs_reads_back_as_it_was)
{
    static const char signs[] = "a \n:#-?,'\"[{!\t";
    const size_t n = sizeof signs - 1;
    for (size_t i = 0; i < n * n * n * n; i++) {
        char text[4] = {signs[i % n], signs[i / n % n], signs[i / n / n % n], signs[i / n / n / n]};
        round_trips((struct str){text, 4});
        if (i % 1000 == 0)
            arena_clear(arena);
    }
}

Test(yaml_write, plain_where_it_can_be_and_quoted_where_it_must)
{
    static const char *const cases[][2] = {
        {"Rubio said so", "Rubio said so"},
        {"2025-01-01", "2025-01-01"},
        {"https://x.invalid/a?b=c#d", "https://x.invalid/a?b=c#d"},
        {"Володимир’s", "Володимир’s"},
        {"a: b", "\"a: b\""},
        {"no", "\"no\""},
        {"", "\"\""},
        {"\x1b[2J\n", "\"\\e[2J\\n\""},
        {"\xE2\x80\xAE\xC2\x9B", "\"\\u202E\\x9B\""},
        {"\xF3\xA0\x81\xA8", "\"\\U000E0068\""},
        {"a\xF0\x98\x81z", "\"a\xEF\xBF\xBDz\""},
        {"a\xFF\xE2\x80z", "\"a\xEF\xBF\xBD\xEF\xBF\xBDz\""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        buf_clear(&out);
        yaml_put_text(&out, str_of(cases[i][0]));
        cr_expect_str_eq(out.at, cases[i][1]);
    }
}

Test(yaml_write, a_block_is_a_literal_with_its_line_ends_or_one_line)
{
    static const char *const cases[][2] = {
        {"a\nb\n", " |\n  a\n  b\n"}, {"a\n\nb", " |-\n  a\n\n  b\n"},
        {"a\n\n", " |+\n  a\n\n"},    {"a", " a\n"},
        {" a\nb", " \" a\\nb\"\n"},   {"a\r\nb\n", " \"a\\r\\nb\\n\"\n"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        buf_clear(&out);
        yaml_put_block(&out, str_of(cases[i][0]), 2);
        cr_expect_str_eq(out.at, cases[i][1]);
    }
}

Test(yaml_write, texts_are_a_list_on_one_line)
{
    yaml_put_texts(&out, (struct str[]){STR("a b"), STR("c, d"), STR("")}, 3);
    cr_expect_str_eq(out.at, "[a b, \"c, d\", \"\"]");
    buf_clear(&out);
    yaml_put_texts(&out, NULL, 0);
    cr_expect_str_eq(out.at, "[]");
}

#define GENERATOR SOURCE_ROOT "/../shared/bad-input/gen.py"

Test(yaml_write, the_hostile_fields_of_the_generator_read_back)
{
    char folder[] = "/tmp/dossier-write-XXXXXX", command[300], path[100];
    if (access(GENERATOR, R_OK) != 0 || system("command -v python3 >/dev/null") != 0)
        cr_skip_test("../shared/bad-input/gen.py or python3 is absent");
    cr_assert_not_null(mkdtemp(folder));
    snprintf(command, sizeof command, "python3 '%s' %s >/dev/null", GENERATOR, folder);
    cr_assert_eq(system(command), 0);
    snprintf(path, sizeof path, "%s/export/fields.nul", folder);
    struct buf fields = {0};
    struct error error;
    cr_assert(file_read(path, 1 << 20, &fields, &error), "%s", error.text);
    struct str rest = buf_view(&fields), field;
    size_t count = 0;
    for (; str_split(&rest, '\0', &field); count++)
        round_trips(field);
    cr_expect_gt(count, 50);
    buf_free(&fields);
    snprintf(command, sizeof command, "rm -r %s", folder);
    cr_assert_eq(system(command), 0);
}
