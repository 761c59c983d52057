/* SPDX-License-Identifier: ISC */
/* Changes deep inside a YAML file that the layout does not allow leave it as it was. */
#include "dossier/yaml/edit.h"

#include <criterion/criterion.h>
#include <string.h>

static struct buf source;
static struct error error;
static struct arena *arena;
static const struct yaml_node *root;

static void begin(void)
{
    source = (struct buf){0};
    arena = arena_new();
}

static void end(void)
{
    buf_free(&source);
    arena_free(arena);
}

TestSuite(yaml_edit_inner, .init = begin, .fini = end);

static void start(const char *text)
{
    struct yaml_failure failure;
    buf_clear(&source);
    buf_chars(&source, text);
    root = yaml_read(arena, buf_view(&source), &failure);
    cr_assert(root, "%s", failure.error.text);
}

Test(yaml_edit_inner, several_items_are_added_in_one_step)
{
    static const struct str items[] = {{"b", 1}, {"{c: d}", 6}};
    start("l: [a]\n");
    cr_assert(yaml_edit_append(&source, root, root, "l", NULL, items, 2, &error), "%s", error.text);
    cr_expect_str_eq(source.at, "l: [a, b, {c: d}]\n");
    start("l:\n- a\nm: n\n");
    cr_assert(yaml_edit_append(&source, root, root, "l", NULL, items, 2, &error), "%s", error.text);
    cr_expect_str_eq(source.at, "l:\n- a\n- b\n- {c: d}\nm: n\n");
}

Test(yaml_edit_inner, a_key_is_added_behind_the_one_that_is_named)
{
    static const struct str item = {"x", 1};
    start("a: 1\nb: |\n  text\n\nc: 3\n");
    cr_assert(yaml_edit_append(&source, root, root, "l", yaml_get(root, "b"), &item, 1, &error));
    cr_expect_str_eq(source.at, "a: 1\nb: |\n  text\nl: [x]\n\nc: 3\n");
}

Test(yaml_edit_inner, a_map_is_no_list_to_add_to)
{
    static const struct str item = {"x", 1};
    static const char text[] = "l: {a: b}\n";
    start(text);
    cr_expect_not(yaml_edit_append(&source, root, root, "l", NULL, &item, 1, &error));
    cr_expect_str_eq(source.at, text);
}

Test(yaml_edit_inner, a_value_goes_with_its_key)
{
    start("a: 1 # one\nb: 2 # two\nc: {d: 1, e: 2, f: 3}\n");
    cr_assert(yaml_edit_drop(&source, root, root, yaml_get(root, "b"), &error), "%s", error.text);
    cr_expect_str_eq(source.at, "a: 1 # one\nc: {d: 1, e: 2, f: 3}\n");
    start("c: {d: 1, e: 2, f: 3}\n");
    const struct yaml_node *map = yaml_get(root, "c");
    cr_assert(yaml_edit_drop(&source, root, map, yaml_get(map, "e"), &error), "%s", error.text);
    cr_expect_str_eq(source.at, "c: {d: 1, f: 3}\n");
    start("c: {d: 1, f: 3}\n");
    map = yaml_get(root, "c");
    cr_assert(yaml_edit_drop(&source, root, map, yaml_get(map, "f"), &error), "%s", error.text);
    cr_expect_str_eq(source.at, "c: {d: 1}\n");
}

Test(yaml_edit_inner, a_key_behind_a_dash_is_not_torn_off)
{
    static const char text[] = "l:\n- a: 1\n  b: 2\n";
    start(text);
    const struct yaml_node *map = yaml_get(root, "l")->first;
    cr_expect_not(yaml_edit_drop(&source, root, map, yaml_get(map, "a"), &error));
    cr_expect_str_eq(source.at, text);
}

Test(yaml_edit_inner, comments_are_gathered_but_nothing_that_only_looks_like_one)
{
    struct buf out = {0};
    start("l:\n- a: \"x # no\" # one\n  # two\n  b: y#no\n  c: [1, # three\n   2]\n  d: |\n    # "
          "text\n"
          "- e: f # of the next\n");
    yaml_edit_remarks(buf_view(&source), yaml_get(root, "l")->first, &out);
    cr_expect_str_eq(out.at, "# one\n# two\n# three\n");
    buf_free(&out);
}
