/* SPDX-License-Identifier: ISC */
/* A key of a map is set, however deep in; comments, order and layout of all the rest stay. */
#include "dossier/base/memory.h"
#include "dossier/yaml/edit.h"

#include <criterion/criterion.h>
#include <string.h>

static struct buf source;
static struct error error;

static void begin(void)
{
    source = (struct buf){0};
}

static void end(void)
{
    buf_free(&source);
}

TestSuite(yaml_edit_set, .init = begin, .fini = end);

/* PATH in slashes. */
static bool set(const char *text, const char *path, const char *after, const char *value)
{
    struct str keys[8], rest = str_of(path);
    size_t depth = 0;
    while (depth < COUNT(keys) && str_split(&rest, '/', &keys[depth]))
        depth++;
    buf_clear(&source);
    buf_chars(&source, text);
    return value ? yaml_edit_set(&source, keys, depth, str_of(after), str_of(value), &error)
                 : yaml_edit_unset(&source, keys, depth, &error);
}

static void becomes(const char *text, const char *path, const char *value, const char *wanted)
{
    cr_assert(set(text, path, "", value), "%s in:\n%s", error.text, text);
    cr_expect_str_eq(source.at, wanted, "got:\n%s\nwanted:\n%s", source.at, wanted);
}

static void refuses(const char *text, const char *path, const char *words)
{
    cr_expect_not(set(text, path, "", "v"), "got:\n%s", source.at);
    cr_expect_str_eq(source.at, text, "it is left as it was, but:\n%s", source.at);
    cr_expect(str_find(str_of(error.text), str_of(words), 0) >= 0, "%s", error.text);
}

Test(yaml_edit_set, a_value_is_replaced_and_the_comment_beside_it_stays)
{
    becomes("a: 1 # one\nb: 2 # two\nc: 3\n", "b", "v", "a: 1 # one\nb: v # two\nc: 3\n");
    becomes("a:\n  b: 'it''s' # why\n", "a/b", "v", "a:\n  b: v # why\n");
    becomes("a:   # nothing yet\nb: 2\n", "a", "v", "a: v   # nothing yet\nb: 2\n");
    becomes("a: null # nothing\n", "a", "v", "a: v # nothing\n");
    becomes("a:", "a", "v", "a: v");
}

Test(yaml_edit_set, a_key_that_is_missing_is_made_where_its_map_is)
{
    becomes("a:\n    b: 1\n\n# end\nc: 2\n", "a/x", "v", "a:\n    b: 1\n    x: v\n\n# end\nc: 2\n");
    becomes("a: {b: 1, c: [2]} # why\n", "a/x", "v", "a: {b: 1, c: [2], x: v} # why\n");
    becomes("a: {}\n", "a/x", "v", "a: {x: v}\n");
    becomes("a:\n  b: 1", "a/x", "v", "a:\n  b: 1\n  x: v\n");
    becomes("{a: 1}\n", "x", "v", "{a: 1, x: v}\n");
}

Test(yaml_edit_set, a_new_key_stands_behind_the_one_that_is_named)
{
    cr_assert(set("a:\n  b: 1 # b\n  c: 2\n", "a/x", "b", "v"), "%s", error.text);
    cr_expect_str_eq(source.at, "a:\n  b: 1 # b\n  x: v\n  c: 2\n");
    cr_assert(set("a: {b: 1, c: 2}\n", "a/x", "b", "v"), "%s", error.text);
    cr_expect_str_eq(source.at, "a: {b: 1, x: v, c: 2}\n");
    cr_assert(set("a:\n  b: 1\n", "a/x", "none", "v"), "%s", error.text);
    cr_expect_str_eq(source.at, "a:\n  b: 1\n  x: v\n");
}

Test(yaml_edit_set, maps_that_are_missing_on_the_way_are_made)
{
    becomes("", "articles/a.txt/title", "v", "articles:\n  a.txt:\n    title: v\n");
    becomes("# who\n", "articles/a.txt/title", "v", "# who\narticles:\n  a.txt:\n    title: v\n");
    becomes("title: x\n", "articles/a: b.txt/title", "v",
            "title: x\narticles:\n  \"a: b.txt\":\n    title: v\n");
    becomes("articles: # of the folder\n", "articles/a.txt/title", "v",
            "articles: # of the folder\n  a.txt:\n    title: v\n");
    becomes("articles:\n  a.txt:   # to do\n  b.txt: {title: w}\n", "articles/a.txt/title", "v",
            "articles:\n  a.txt:   # to do\n    title: v\n  b.txt: {title: w}\n");
    becomes("articles:\n  a.txt: ~ # to do\nx: y\n", "articles/a.txt/title", "v",
            "articles:\n  a.txt: # to do\n    title: v\nx: y\n");
    becomes("articles:\n  a.txt:", "articles/a.txt/title", "v",
            "articles:\n  a.txt:\n    title: v\n");
    becomes("articles: {a.txt: null, b.txt: {title: w}}\n", "articles/a.txt/title", "v",
            "articles: {a.txt: {title: v}, b.txt: {title: w}}\n");
    becomes("articles: {b.txt: {title: w}}\n", "articles/a.txt/title", "v",
            "articles: {b.txt: {title: w}, a.txt: {title: v}}\n");
}

Test(yaml_edit_set, keys_in_quotation_marks_are_found)
{
    becomes("\"a: b\":\n  'c': 1\n", "a: b/c", "v", "\"a: b\":\n  'c': v\n");
    becomes("\"a: b\":\n", "a: b/c", "v", "\"a: b\":\n  c: v\n");
}

Test(yaml_edit_set, line_ends_of_the_file_are_kept)
{
    becomes("a:\r\n  b: 1 # one\r\n", "a/x", "v", "a:\r\n  b: 1 # one\r\n  x: v\r\n");
    becomes("a:\r\n  b: 1 # one\r\n", "a/b", "v", "a:\r\n  b: v # one\r\n");
    becomes("a:\r\n", "a/b", "v", "a:\r\n  b: v\r\n");
    becomes("a:\r\n- b # one\r\nc: 2\r\n", "a", "v", "a: v\r\n# one\r\nc: 2\r\n");
}

Test(yaml_edit_set, a_list_gives_way_and_its_comments_stay_below)
{
    becomes(
        "a:\n  b: # parts\n    - {from: 1, to: 2} # the first\n    # all the rest\n    - {from: "
        "3, to: 4}\n  c: 1\n",
        "a/b", "[{from: 1, to: 4}]",
        "a:\n  b: [{from: 1, to: 4}] # parts\n  # the first\n  # all the rest\n  c: 1\n");
    becomes("a:\n  b: [ # parts\n    1,\n    2 ] # end\n  c: 1\n", "a/b", "[3]",
            "a:\n  b: [3] # end\n  # parts\n  c: 1\n");
    becomes("a: {b: [1, 2], c: 1}\n", "a/b", "[3]", "a: {b: [3], c: 1}\n");
    becomes("a:\n  - | # said\n    one # two\n  - 2\n", "a", "v", "a: v\n# said\n");
}

Test(yaml_edit_set, a_text_of_several_lines_gives_way)
{
    becomes("a: | # said\n  one\n  two\nb: 1\n", "a", "v", "a: v # said\nb: 1\n");
    becomes("a: >\n  one\n\n  two\n\n# next\nb: 1\n", "a", "v", "a: v\n\n# next\nb: 1\n");
    becomes("a: \"one\n  two\" # end\nb: 1\n", "a", "v", "a: v # end\nb: 1\n");
    becomes("a:\n  one\n  two\nb: 1\n", "a", "v", "a: v\nb: 1\n");
}

Test(yaml_edit_set, what_is_no_map_is_not_made_one)
{
    refuses("articles: many\n", "articles/a.txt", "line 1: \"articles\" holds a text");
    refuses("articles:\n- a\n", "articles/a.txt", "\"articles\" holds a list");
    refuses("- a\n", "articles", "the file holds a list");
    refuses("a: &b {c: 1}\nd: *b\n", "d/c", "line 1");
    refuses("a: {b: 1\n", "a/b", "line");
    refuses("a: {b: [1, # one\n 2]}\n", "a/b", "can't be changed in place");
    refuses("a: { # nothing\n }\n", "a/b", "can't be changed in place");
}

Test(yaml_edit_set, a_key_is_taken_away_with_its_line)
{
    becomes("a:\n  b: 1\n  c: 2 # two\n  d: 3\n", "a/c", NULL, "a:\n  b: 1\n  d: 3\n");
    becomes("a: {b: 1, c: 2}\n", "a/b", NULL, "a: {c: 2}\n");
    becomes("a: {b: 1}\n", "a/x", NULL, "a: {b: 1}\n");
    becomes("a: 1\n", "x/y/z", NULL, "a: 1\n");
}
