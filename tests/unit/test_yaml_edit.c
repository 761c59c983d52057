/* SPDX-License-Identifier: ISC */
#include "dossier/yaml/edit.h"

#include "dossier/base/memory.h"
#include "dossier/yaml/read.h"

#include <criterion/criterion.h>
#include <string.h>

#define ITEM "id: new\nname: Name\n"

static struct buf source;
static struct error error;

static void begin(void)
{
    source = (struct buf){0};
    error.text[0] = '\0';
}

static void end(void)
{
    buf_free(&source);
}

TestSuite(yaml_edit, .init = begin, .fini = end);

static void start_with(const char *text)
{
    buf_clear(&source);
    buf_chars(&source, text);
}

static void became(bool ok, const char *from, const char *expected)
{
    cr_expect(ok, "%s in:\n%s", error.text, from);
    cr_expect_str_eq(source.at, expected, "from:\n%s\ngot:\n%s\nexpected:\n%s", from, source.at,
                     expected);
}

struct example {
    const char *from, *to;
};

static void adds(const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        start_with(examples[i].from);
        became(yaml_edit_add(&source, "actors", STR(ITEM), &error), examples[i].from,
               examples[i].to);
    }
}

Test(yaml_edit, an_item_is_added_behind_the_last_as_deep_in_as_it)
{
    static const struct example examples[] = {
        {"actors:\n  - id: a\n", "actors:\n  - id: a\n  - id: new\n    name: Name\n"},
        {"actors:\n- id: a\nb: c\n", "actors:\n- id: a\n- id: new\n  name: Name\nb: c\n"},
        {"actors:\n      -   id: a\n",
         "actors:\n      -   id: a\n      - id: new\n        name: Name\n"},
        {"actors:\n  - id: a", "actors:\n  - id: a\n  - id: new\n    name: Name\n"},
        {"actors:\n  - id: a # c\n\n# on b\nb: c\n",
         "actors:\n  - id: a # c\n  - id: new\n    name: Name\n\n# on b\nb: c\n"},
        {"actors:\n- {id: a, b: [\n  c]}\n# end\n",
         "actors:\n- {id: a, b: [\n  c]}\n- id: new\n  name: Name\n# end\n"},
        {"actors:\n- id: a\n  t: |\n    x\n\n\nb: c\n",
         "actors:\n- id: a\n  t: |\n    x\n- id: new\n  name: Name\n\n\nb: c\n"},
        {"actors:\n- id: a\n  t: |+\n    x\n\n\nb: c\n",
         "actors:\n- id: a\n  t: |+\n    x\n\n\n- id: new\n  name: Name\nb: c\n"},
        {"actors:\n- id: a\n  t: |\n    x",
         "actors:\n- id: a\n  t: |\n    x\n- id: new\n  name: Name\n"},
        {"actors:\n-\n", "actors:\n-\n- id: new\n  name: Name\n"},
        {"'actors':\n- é\n- id: 日本\n", "'actors':\n- é\n- id: 日本\n- id: new\n  name: Name\n"},
        {"\xEF\xBB\xBF"
         "actors:\n- id: a\n",
         "\xEF\xBB\xBF"
         "actors:\n- id: a\n- id: new\n  name: Name\n"},
    };
    adds(examples, COUNT(examples));
}

Test(yaml_edit, an_empty_list_is_opened)
{
    static const struct example examples[] = {
        {"actors:\n", "actors:\n  - id: new\n    name: Name\n"},
        {"actors:", "actors:\n  - id: new\n    name: Name\n"},
        {"actors: []\n", "actors:\n  - id: new\n    name: Name\n"},
        {"actors: [ ] # none yet\nb: c\n",
         "actors: # none yet\n  - id: new\n    name: Name\nb: c\n"},
        {"actors: ~\nb: c", "actors:\n  - id: new\n    name: Name\nb: c"},
        {"actors: null", "actors:\n  - id: new\n    name: Name\n"},
        {"actors: # c\n# d\nb: c\n", "actors: # c\n  - id: new\n    name: Name\n# d\nb: c\n"},
        {"actors: [\n]\n", "actors:\n  - id: new\n    name: Name\n"},
    };
    adds(examples, COUNT(examples));
}

Test(yaml_edit, a_missing_key_is_made_at_the_end)
{
    static const struct example examples[] = {
        {"", "actors:\n  - id: new\n    name: Name\n"},
        {"# c", "# c\nactors:\n  - id: new\n    name: Name\n"},
        {"# c\n\n", "# c\n\nactors:\n  - id: new\n    name: Name\n"},
        {"title: x", "title: x\nactors:\n  - id: new\n    name: Name\n"},
        {"title: x\n# end\n", "title: x\n# end\nactors:\n  - id: new\n    name: Name\n"},
        {"  title: x\n", "  title: x\n  actors:\n    - id: new\n      name: Name\n"},
        {"title: x\n   ", "title: x\n   \nactors:\n  - id: new\n    name: Name\n"},
        {"t: |\n  x\n", "t: |\n  x\nactors:\n  - id: new\n    name: Name\n"},
        {"t: |\n  x", "t: |\n  x\nactors:\n  - id: new\n    name: Name\n"},
        {"t: |+\n  x\n\n", "t: |+\n  x\n\nactors:\n  - id: new\n    name: Name\n"},
        {"--- # c\n", "--- # c\nactors:\n  - id: new\n    name: Name\n"},
        {"--- # c\na: b\n...\n# d\n",
         "--- # c\na: b\nactors:\n  - id: new\n    name: Name\n...\n# d\n"},
        {"b:\n- id: c\n", "b:\n- id: c\nactors:\n  - id: new\n    name: Name\n"},
    };
    adds(examples, COUNT(examples));
}

Test(yaml_edit, a_list_in_brackets_takes_items_in_braces)
{
    static const struct example examples[] = {
        {"actors: [{id: a}]\n", "actors: [{id: a}, {id: new, name: Name}]\n"},
        {"actors: [{id: a}, 'b' ] # c\n", "actors: [{id: a}, 'b', {id: new, name: Name} ] # c\n"},
        {"actors: [{id: a},]\n", "actors: [{id: a}, {id: new, name: Name},]\n"},
        {"actors: [\n  {id: a}, # c\n  {id: b} # d\n]\n",
         "actors: [\n  {id: a}, # c\n  {id: b}, {id: new, name: Name} # d\n]\n"},
    };
    adds(examples, COUNT(examples));
}

Test(yaml_edit, files_with_carriage_returns_keep_them)
{
    static const struct example examples[] = {
        {"actors:\r\n- id: a\r\n\r\nb: c\r\n",
         "actors:\r\n- id: a\r\n- id: new\r\n  name: Name\r\n\r\nb: c\r\n"},
        {"a: b\r\n", "a: b\r\nactors:\r\n  - id: new\r\n    name: Name\r\n"},
        {"# c\r\nactors: []", "# c\r\nactors:\r\n  - id: new\r\n    name: Name\r\n"},
    };
    adds(examples, COUNT(examples));
    start_with("actors:\r\n- id: a\r\n# on b\r\n- id: b\r\n  c: |\r\n    t\r\n- id: d\r\n");
    cr_assert(yaml_edit_insert(&source, "actors", STR("b"), STR("id: x\n"), &error), "%s",
              error.text);
    cr_assert(yaml_edit_remove(&source, "actors", STR("b"), &error), "%s", error.text);
    cr_expect_str_eq(source.at, "actors:\r\n- id: a\r\n- id: x\r\n# on b\r\n- id: d\r\n");
}

Test(yaml_edit, an_item_is_inserted_above_another_and_its_comments)
{
    static const struct example examples[] = {
        {"actors:\n  - id: a\n  - id: b\n",
         "actors:\n  - id: a\n  - id: new\n    name: Name\n  - id: b\n"},
        {"actors:\n  - id: b\n", "actors:\n  - id: new\n    name: Name\n  - id: b\n"},
        {"actors:\n- id: a\n  t: 'x\n\n# no comment'\n# on b\n# more\n- id: b\n",
         "actors:\n- id: a\n  t: 'x\n\n# no comment'\n- id: new\n  name: Name\n# on b\n# more\n- "
         "id: "
         "b\n"},
        {"actors:\n- id: a\n  # deeper\n- # c\n  id: b\n",
         "actors:\n- id: a\n  # deeper\n- id: new\n  name: Name\n- # c\n  id: b\n"},
        {"actors: [{id: a}, {id: b}]\n", "actors: [{id: a}, {id: new, name: Name}, {id: b}]\n"},
    };
    for (size_t i = 0; i < COUNT(examples); i++) {
        start_with(examples[i].from);
        became(yaml_edit_insert(&source, "actors", STR("b"), STR(ITEM), &error), examples[i].from,
               examples[i].to);
    }
    start_with("actors:\n- id: a\n");
    became(yaml_edit_insert(&source, "actors", STR(""), STR("id: z\n"), &error), "at the end",
           "actors:\n- id: a\n- id: z\n");
}

Test(yaml_edit, an_item_is_taken_out_and_comments_around_it_stay)
{
    static const struct example examples[] = {
        {"actors:\n- id: a\n- id: b\n  c: d\n- id: e\n", "actors:\n- id: a\n- id: e\n"},
        {"actors:\n# 1\n- id: b # 2\n# 3\n\n- id: c\n", "actors:\n# 1\n# 3\n\n- id: c\n"},
        {"actors:\n- id: b\nz: y\n", "actors:\nz: y\n"},
        {"actors:\n- id: a\n- id: b", "actors:\n- id: a\n"},
        {"actors:\n- id: b\n  t: |+\n    x\n\n- id: c\n", "actors:\n- id: c\n"},
        {"actors:\n  - {id: b, c: [d]}\n  - id: e\n", "actors:\n  - id: e\n"},
        {"actors: [{id: a}, {id: b}]\n", "actors: [{id: a}]\n"},
        {"actors: [{id: b}, {id: a}]\n", "actors: [{id: a}]\n"},
        {"actors: [{id: b}]\n", "actors: []\n"},
        {"actors: [{id: a}, # c\n  {id: b}]\n", "actors: [{id: a}, # c\n  ]\n"},
    };
    for (size_t i = 0; i < COUNT(examples); i++) {
        start_with(examples[i].from);
        became(yaml_edit_remove(&source, "actors", STR("b"), &error), examples[i].from,
               examples[i].to);
    }
}

Test(yaml_edit, an_item_is_replaced_and_what_stays_keeps_its_bytes)
{
    static const struct {
        const char *from, *item, *to;
    } cases[] = {
        {"actors:\n- id: a\n- id: b\n  c: d\n- id: e\n", "id: b\nc: x\n",
         "actors:\n- id: a\n- id: b\n  c: x\n- id: e\n"},
        {"actors:\n  -   id:   'b'  # who\n      # on names\n      name: X\n      aliases: [p]\n   "
         "   z: 1 # z\n",
         "id: b\nname: X\naliases: [p, q]\nz: \"1\"\n",
         "actors:\n  -   id:   'b'  # who\n      # on names\n      name: X\n      aliases: [p, "
         "q]\n      z: 1 # z\n"},
        {"actors:\n- id: b\n  old: 1\n  z: 2\n", "id: b\nnew: 3\nz: 2\nmore:\n- 4\n",
         "actors:\n- id: b\n  new: 3\n  z: 2\n  more:\n  - 4\n"},
        {"actors:\n- old: 1\n  id: b\n", "id: b\nz: 2\n", "actors:\n- id: b\n  z: 2\n"},
        {"actors:\n- id: b\n  t: |\n    x\n\n# c\n- id: c\n", "id: b\nt: |\n  y\n  z\n",
         "actors:\n- id: b\n  t: |\n    y\n    z\n\n# c\n- id: c\n"},
        {"actors:\n- {id: b, c: d}\n- id: e\n", "id: b\nc: x\n",
         "actors:\n- id: b\n  c: x\n- id: e\n"},
        {"actors:\n- # c\n  id: b\n", "id: b\nc: x\n", "actors:\n- id: b\n  c: x\n"},
        {"actors: [{id: b, c: d}, e]\n", "id: b\nc: \"x: y\"\nz:\n- 1\n- {p: ~}\n",
         "actors: [{id: b, c: \"x: y\", z: [1, {p: null}]}, e]\n"},
        {"actors:\n- id: b\n  c: d", "id: b\nc: d\ne: f\n", "actors:\n- id: b\n  c: d\n  e: f\n"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        start_with(cases[i].from);
        became(yaml_edit_replace(&source, "actors", STR("b"), str_of(cases[i].item), &error),
               cases[i].from, cases[i].to);
    }
}

static void refused(const char *from, bool ok, const char *words)
{
    cr_expect_not(ok, "was changed:\n%s", source.at);
    cr_expect_str_eq(source.at, from);
    cr_expect_not_null(strstr(error.text, words), "%s", error.text);
}

Test(yaml_edit, what_cannot_be_done_leaves_the_source_as_it_was)
{
    static const struct {
        const char *from, *words;
    } cases[] = {
        {"actors: [a\n", "line 2, column 1"},
        {"- a\n", "does not consist of lines"},
        {"{actors: []}\n", "does not consist of lines"},
        {"actors: text\n", "holds a text"},
        {"actors: {a: b}\n", "holds a map"},
        {"actors: [ # c\n]\n", "comment in its brackets"},
        {"? actors\n: - id: a\n", "does not begin its line"},
        {"b: c\nactors: []\nactors: []\n", "can't be changed in place"},
    };
    for (size_t i = 0; i + 1 < COUNT(cases); i++) {
        start_with(cases[i].from);
        refused(cases[i].from, yaml_edit_add(&source, "actors", STR(ITEM), &error), cases[i].words);
    }
    const char *from = "actors:\n- id: a\n";
    start_with(from);
    refused(from, yaml_edit_remove(&source, "actors", STR("b"), &error),
            "no item with the id \"b\"");
    refused(from, yaml_edit_replace(&source, "others", STR("b"), STR(ITEM), &error),
            "no item with");
    refused(from, yaml_edit_insert(&source, "actors", STR("b"), STR(ITEM), &error), "no item with");
    refused(from, yaml_edit_add(&source, "actors", STR("- a\n"), &error), "the new item is no map");
    refused(from, yaml_edit_add(&source, "actors", STR("a: [\n"), &error), "the new item can't be");
}

/* Whatever the layout, a change either reads back as meant or leaves all as it was. */
Test(yaml_edit, every_cut_and_blot_of_a_file_is_edited_rightly_or_not_at_all)
{
    static const char whole[] =
        "# c\ntitle: 'é'\nactors:\n  # on a\n  - id: a\n    t: |+\n      x\n\n"
        "  - {id: b, l: [c]} # d\n  -\n   id: e\nz: [\n 1]\n";
    static const char blots[] = "\n #-:'[]{}\r\t|,&";
    char changed[sizeof whole];
    size_t done = 0;
    for (size_t i = 0; i + 1 < sizeof whole; i++) {
        for (size_t b = 0; b < sizeof blots; b++) {
            memcpy(changed, whole, sizeof whole);
            changed[i] = blots[b];
            start_with(changed);
            struct arena *arena = arena_new();
            struct yaml_failure failure;
            bool readable = yaml_read(arena, buf_view(&source), &failure) != NULL;
            bool ok = yaml_edit_insert(&source, "actors", STR("b"), STR(ITEM), &error);
            cr_expect(readable || !ok);
            done += ok;
            if (ok) {
                cr_expect(yaml_edit_remove(&source, "actors", STR("new"), &error), "%s\n%s",
                          error.text, source.at);
                cr_expect_str_eq(source.at, changed);
            } else {
                cr_expect_str_eq(source.at, changed);
            }
            arena_free(arena);
        }
    }
    cr_expect_gt(done, 300);
}
