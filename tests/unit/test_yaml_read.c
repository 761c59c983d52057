/* SPDX-License-Identifier: ISC */
#include "dossier/yaml/read.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"

#include <criterion/criterion.h>
#include <string.h>

static struct arena *arena;
static struct yaml_failure failure;

static void begin(void)
{
    arena = arena_new();
    failure = (struct yaml_failure){0};
}

static void end(void)
{
    arena_free(arena);
}

TestSuite(yaml_read, .init = begin, .fini = end);
TestSuite(yaml_limits, .init = begin, .fini = end);
TestSuite(yaml_places, .init = begin, .fini = end);

static const struct yaml_node *read_chars(const char *source)
{
    const struct yaml_node *root = yaml_read(arena, str_of(source), &failure);
    cr_assert_not_null(root, "%d:%d: %s", failure.line, failure.column, failure.error.text);
    return root;
}

static void refuses(struct str source, int line, int column, const char *words)
{
    failure = (struct yaml_failure){0};
    cr_assert_null(yaml_read(arena, source, &failure), "was read: %.*s", STR_ARG(source));
    cr_expect_eq(failure.line, line, "line %d: %s", failure.line, failure.error.text);
    cr_expect_eq(failure.column, column, "column %d: %s", failure.column, failure.error.text);
    cr_expect_not_null(strstr(failure.error.text, words), "%s", failure.error.text);
}

Test(yaml_read, scalars_lists_and_maps_become_a_tree)
{
    const struct yaml_node *root = read_chars("a: 1\nb:\n  - x\n  - {c: 'y'}\n");
    cr_assert_eq(root->kind, YAML_MAP);
    cr_assert(str_is(yaml_get(root, "a")->text, "1"));
    const struct yaml_node *list = yaml_get(root, "b");
    cr_assert_eq(list->kind, YAML_LIST);
    cr_assert_not(list->flow);
    cr_assert(str_is(list->first->text, "x"));
    const struct yaml_node *map = list->first->next;
    cr_assert(map->flow);
    cr_assert_null(map->next);
    cr_assert(str_is(yaml_get(map, "c")->text, "y"));
    cr_assert_not(yaml_get(map, "c")->plain);
    cr_assert_null(yaml_get(map, "d"));
    cr_assert_null(yaml_get(list, "d"));
}

Test(yaml_read, nothing_reads_as_an_empty_map)
{
    static const char *const sources[] = {
        "", "\n\n", "# only a comment", "\xEF\xBB\xBF", "---\n", "--- # c\n...\n# d\n"};
    for (size_t i = 0; i < COUNT(sources); i++) {
        const struct yaml_node *root = read_chars(sources[i]);
        cr_expect_eq(root->kind, YAML_MAP, "%zu", i);
        cr_expect_null(root->first, "%zu", i);
    }
}

Test(yaml_read, a_plain_null_is_no_value_and_a_quoted_one_is_a_text)
{
    const struct yaml_node *root = read_chars("[~, null, Null, NULL, 'null', \"\", no, {}]");
    static const bool expected[] = {true, true, true, true, false, false, false, false};
    size_t i = 0;
    for (const struct yaml_node *item = root->first; item; item = item->next, i++)
        cr_expect_eq(yaml_is_null(item), expected[i], "%zu", i);
    cr_assert_eq(i, COUNT(expected));
    cr_assert(yaml_is_null(yaml_get(read_chars("a:\n"), "a")));
    cr_assert(yaml_is_null(NULL));
}

Test(yaml_read, escapes_give_any_character_nul_and_esc_too)
{
    const struct yaml_node *root = read_chars("a: \"x\\0y\\e\\u202E\"\n");
    cr_assert(str_eq(root->first->text, STR("x\0y\x1b\xE2\x80\xAE")));
}

Test(yaml_read, a_yaml_version_and_one_document_mark_are_allowed)
{
    cr_assert_not_null(yaml_get(read_chars("%YAML 1.1\n---\na: b\n...\n"), "a"));
    cr_assert_not_null(yaml_get(read_chars("# c\n\n%YAML 1.2\n--- # c\na: b\n...\n# end\n"), "a"));
    cr_assert_not_null(yaml_get(read_chars("a: b\n...\n...\n"), "a"));
}

Test(yaml_limits, what_is_refused_names_the_place_and_what_is_allowed)
{
    static const struct {
        const char *source;
        int line, column;
        const char *words;
    } cases[] = {
        {"a: &x [b]\n", 1, 4, "found the anchor &x; anchors are not read"},
        {"a: b\nc: *x\n", 2, 4, "found the alias *x; aliases are not read"},
        {"a: b\n<<: *x\n", 2, 5, "alias *x"},
        {"a: !!binary 'x'\n", 1, 4, "tags are not read"},
        {"a: ! x\n", 1, 4, "tags are not read"},
        {"a: !e!x y\n", 1, 4, "tags are not read"},
        {"%TAG ! tag:x,1:\n--- a\n", 1, 1, "directive %TAG"},
        {"# c\n%FOO\n--- a\n", 2, 1, "directive %FOO"},
        {"# c\xE2\x80\xA8%TAG ! x:\n--- a\n", 1, 5, "directive %TAG"},
        {"--- a\n--- b\n", 2, 1, "a second document begins here"},
        {"a: b\n...\nc: d\n", 3, 1, "one list or map is allowed"},
        {"a: b\n...\n%TAG ! x:\n", 3, 1, "one list or map is allowed"},
        {"? [a]\n: b\n", 1, 3, "found a list as a key"},
        {"{{a: b}: c}\n", 1, 2, "found a map as a key"},
        {"a: b: c\n", 1, 5, "a second \": \""},
        {"a: b\n c: d\n", 2, 3, "a second \": \""},
        {"a:\n\tb: c\n", 2, 1, "tab"},
        {"a: [b, c\n", 2, 1, "not closed"},
        {"a: {b: c\n", 2, 1, "not closed"},
        {"a: \"b\n", 2, 1, "close it with the mark"},
        {"a: \"\\q\"\n", 1, 5, "backslash"},
        {"a: \"\\ud800\"\n", 1, 7, "surrogates"},
        {"a: @b\n", 1, 4, "quotation marks"},
        {"a: |x\n", 1, 5, "only a comment may stand"},
        {"a: \x1b[31m\n", 1, 4, "U+001B may not stand"},
        {"é: \xff\n", 1, 4, "byte 0xFF here is not UTF-8"},
        {"é: \xed\xa0\x80\n", 1, 4, "not UTF-8"},
        {"\xff\xfe"
         "a",
         1, 1, "UTF-16"},
        {"\xfe\xff"
         "a",
         1, 1, "UTF-16"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        refuses(str_of(cases[i].source), cases[i].line, cases[i].column, cases[i].words);
    refuses(STR("a\0:\0"), 1, 1, "UTF-16");
    refuses(STR("a: b\nc\0: x"), 2, 2, "U+0000 may not stand");
}

static void nest(struct buf *out, const char *opening, const char *closing, int depth)
{
    buf_clear(out);
    for (int i = 0; i < depth; i++)
        buf_chars(out, opening);
    for (int i = 0; i < depth; i++)
        buf_chars(out, closing);
}

Test(yaml_limits, lists_and_maps_nest_64_deep_and_no_deeper)
{
    struct buf source = {0};
    nest(&source, "[", "]", 64);
    cr_expect_not_null(yaml_read(arena, buf_view(&source), &failure));
    nest(&source, "[", "]", 65);
    refuses(buf_view(&source), 1, 65, "nested more than 64 deep");
    nest(&source, "- ", "", 64);
    cr_expect_not_null(yaml_read(arena, buf_view(&source), &failure));
    nest(&source, "- ", "", 65);
    refuses(buf_view(&source), 1, 129, "nested more than 64 deep");
    nest(&source, "{a: ", "}", 65);
    refuses(buf_view(&source), 1, 257, "nested more than 64 deep");
    buf_free(&source);
}

/* The bytes of SOURCE that NODE covers. */
static struct str covers(const char *source, const struct yaml_node *node)
{
    return str_sub(str_of(source), node->start, node->end);
}

Test(yaml_places, offsets_are_bytes_and_columns_characters)
{
    const char *source = "\xEF\xBB\xBFгород: 'Київ'\nb: [日本, x]\n";
    const struct yaml_node *root = read_chars(source);
    cr_expect(str_is(covers(source, root->first->key), "город"));
    cr_expect(str_is(covers(source, root->first), "'Київ'"));
    cr_expect_eq(root->first->column, 8);
    const struct yaml_node *list = root->first->next;
    cr_expect(str_is(covers(source, list), "[日本, x]"));
    cr_expect(str_is(covers(source, list->first->next), "x"));
    cr_expect_eq(list->first->next->line, 2);
    cr_expect_eq(list->first->next->column, 9);
}

Test(yaml_places, carriage_returns_count_as_bytes_and_end_lines_once)
{
    const char *source = "# é\r\na: x\r\nb:\r\n  - ü\r\n  - y\r\nc: z\r\n";
    const struct yaml_node *root = read_chars(source);
    const struct yaml_node *item = yaml_get(root, "b")->first->next;
    cr_expect(str_is(covers(source, item), "y"));
    cr_expect_eq(item->line, 5);
    cr_expect_eq(item->column, 5);
    cr_expect(str_is(covers(source, yaml_get(root, "c")), "z"));
    cr_expect_eq(yaml_get(root, "c")->line, 6);
}

Test(yaml_places, a_line_separator_inside_a_text_ends_no_line)
{
    const struct yaml_node *root = read_chars("a: 'x\xE2\x80\xA8y'\nb: c\n");
    cr_expect_eq(yaml_get(root, "b")->line, 2);
}

Test(yaml_places, an_item_knows_its_dash_and_holds_no_comment_behind_it)
{
    const char *source = "a:\n  # - no\n  - # - no\n    x: y\n    # - no\n  -\n  - - z\nb: c\n";
    const struct yaml_node *item = yaml_get(read_chars(source), "a")->first;
    struct str all = str_of(source);
    cr_expect(str_starts(str_sub(all, item->item, all.len), STR("- # - no\n    x")));
    cr_expect(str_is(covers(source, item), "x: y"));
    item = item->next;
    cr_expect(str_starts(str_sub(all, item->item, all.len), STR("-\n  - - z")));
    item = item->next;
    cr_expect(str_starts(str_sub(all, item->item, all.len), STR("- - z\n")));
    cr_expect(str_is(covers(source, item), "- z"));
    cr_expect_eq(item->first->item, item->start);
    cr_expect_null(item->next);
}

Test(yaml_places, dashes_of_a_list_without_indentation_are_found)
{
    const char *source = "a:\n- |\n  - no\n  text\n# - no\n- x-y\n- 'q'\nb:\n- z\n";
    const struct yaml_node *root = read_chars(source);
    static const char *const begins[] = {"- |", "- x-y", "- 'q'"};
    size_t i = 0;
    for (const struct yaml_node *item = yaml_get(root, "a")->first; item; item = item->next, i++)
        cr_expect(str_starts(str_sub(str_of(source), item->item, 1000), str_of(begins[i])));
    cr_expect_eq(i, 3);
    cr_expect(
        str_is(covers(source, yaml_get(root, "a")), "- |\n  - no\n  text\n# - no\n- x-y\n- 'q'"));
}
