/* SPDX-License-Identifier: ISC */
#include "dossier/yaml/schema.h"

#include "dossier/base/memory.h"

#include <criterion/criterion.h>
#include <string.h>

enum { TITLE, DATE, KIND, TAGS, STAR, SIZE, ITEMS, INNER, KEYS };

static const struct schema_key keys[KEYS] = {
    [TITLE] = {"title", SCHEMA_TEXT, .required = true},
    [DATE] = {"date", SCHEMA_DAY},
    [KIND] = {"kind", SCHEMA_WORD, .allowed = "person place topic"},
    [TAGS] = {"tags", SCHEMA_TEXTS},
    [STAR] = {"star", SCHEMA_BOOL},
    [SIZE] = {"size", SCHEMA_NUMBER},
    [ITEMS] = {"items", SCHEMA_LIST},
    [INNER] = {"inner", SCHEMA_MAP},
};

static struct arena *arena;
static struct problems problems;
static const struct yaml_node *values[KEYS];

static void begin(void)
{
    arena = arena_new();
    problems = (struct problems){.arena = arena};
}

static void end(void)
{
    arena_free(arena);
}

TestSuite(yaml_schema, .init = begin, .fini = end);

static bool take(const char *source)
{
    struct yaml_failure failure;
    const struct yaml_node *root = yaml_read(arena, str_of(source), &failure);
    cr_assert_not_null(root, "%s", failure.error.text);
    problems.len = 0;
    struct schema_report report = {&problems, STR("tags.yaml"), .line_shift = 10};
    return schema_map(&report, root, "an actor", keys, KEYS, values);
}

Test(yaml_schema, values_that_fit_are_taken)
{
    cr_assert(take("title: x\ndate: 2025-02-28\nkind: topic\ntags: [a, 1]\nstar: Yes\nsize: 12\n"
                   "items: []\ninner: {}\n"));
    cr_assert_eq(problems.len, 0);
    cr_expect(str_is(schema_text(values[TITLE]), "x"));
    cr_expect_eq(schema_day(values[DATE]), day_of(2025, 2, 28));
    cr_expect_eq(schema_word(values[KIND], keys[KIND].allowed), 2);
    cr_expect_not_null(values[STAR]);
    cr_expect_eq(schema_number(values[SIZE], 0), 12);
    cr_expect_not_null(values[ITEMS]);
    cr_expect_not_null(values[INNER]);
}

Test(yaml_schema, what_is_absent_or_null_gives_the_fallback)
{
    cr_assert(take("title: x\ndate: null\nstar: ~\ntags:\n"));
    cr_assert_eq(problems.len, 0);
    for (size_t i = TITLE + 1; i < KEYS; i++)
        cr_expect_null(values[i]);
    cr_expect_eq(schema_day(values[DATE]), DAY_NONE);
    cr_expect_eq(schema_number(values[SIZE], 7), 7);
    cr_expect_eq(schema_word(values[KIND], "a b"), -1);
    cr_expect_eq(schema_text(NULL).len, 0);
}

Test(yaml_schema, texts_are_a_list_or_a_single_one)
{
    size_t count;
    take("title: x\ntags: one two\nsize: 1\n");
    struct str *texts = schema_texts(arena, values[TAGS], &count);
    cr_assert_eq(count, 1);
    cr_expect(str_is(texts[0], "one two"));
    take("title: x\ntags: [a, [b], ~, c]\n");
    texts = schema_texts(arena, values[TAGS], &count);
    cr_assert_eq(count, 2);
    cr_expect(str_is(texts[1], "c"));
    cr_expect_eq(problems.len, 2);
    schema_texts(arena, NULL, &count);
    cr_expect_eq(count, 0);
}

Test(yaml_schema, each_breach_names_the_place_what_was_found_and_what_is_allowed)
{
    static const struct {
        const char *source;
        int line, column;
        const char *code, *words;
    } cases[] = {
        {"title: x\ntitel: y\n", 12, 1, "unknown-key",
         "unknown key \"titel\" in an actor; did you mean \"title\"? allowed are title, date, "
         "kind"},
        {"title: x\nzzz: y\n", 12, 1, "unknown-key", "in an actor; allowed are title"},
        {"title: x\nb: y\n", 12, 1, "unknown-key", "in an actor; allowed are title"},
        {"title: x\ntitle: y\n", 12, 1, "repeated-key", "the first, in line 11, is taken"},
        {"title: [x]\n", 11, 8, "wrong-type", "title: found a list, a text is allowed here"},
        {"title: x\ntags: {a: b}\n", 12, 7, "wrong-type", "found a map, a list of texts is"},
        {"title: x\ntags: [a, {b: c}]\n", 12, 11, "wrong-type", "found a map, a text is"},
        {"title: x\nitems: y\n", 12, 8, "wrong-type", "found \"y\", a list is allowed here"},
        {"title: x\ninner: y\n", 12, 8, "wrong-type", "found \"y\", a map is allowed here"},
        {"title: x\nstar: maybe\n", 12, 7, "wrong-type", "true or false"},
        {"title: x\nsize: -1\n", 12, 7, "wrong-type", "a whole number"},
        {"title: x\ndate: 2025-02-30\n", 12, 7, "bad-day",
         "2025-02-30 is no day; YYYY-MM-DD is allowed here"},
        {"title: x\nkind: persn\n", 12, 7, "bad-word",
         "found \"persn\"; did you mean \"person\"? allowed are person, place, topic"},
        {"date: 2025-02-03\n", 11, 1, "missing-key", "an actor: the key \"title\" is missing"},
        {"title:\n", 11, 1, "missing-key", "the key \"title\" is missing"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        take(cases[i].source);
        cr_assert_eq(problems.len, 1, "%s: %zu problems", cases[i].source, problems.len);
        const struct problem *p = &problems.at[0];
        cr_expect_str_eq(p->code, cases[i].code);
        cr_expect_eq(p->line, cases[i].line, "%s: line %d", cases[i].source, p->line);
        cr_expect_eq(p->column, cases[i].column, "%s: column %d", cases[i].source, p->column);
        cr_expect_not_null(strstr(p->message.at, cases[i].words), "%s", p->message.at);
        cr_expect(str_is(p->file, "tags.yaml"));
    }
}

Test(yaml_schema, a_breach_costs_only_its_own_value)
{
    cr_assert(take("titel: y\ntitle: x\ntitle: z\ndate: soon\nsize: 3\n"));
    cr_expect_eq(problems.len, 3);
    cr_expect(str_is(schema_text(values[TITLE]), "x"));
    cr_expect_null(values[DATE]);
    cr_expect_eq(schema_number(values[SIZE], 0), 3);
}

Test(yaml_schema, a_missing_required_key_or_no_map_is_false)
{
    cr_expect_not(take("date: 2025-01-01\n"));
    cr_expect_not(take("- a\n"));
    cr_expect_eq(problems.len, 1);
    cr_expect_not_null(strstr(problems.at[0].message.at, "an actor: found a list, a map"));
    cr_expect_not(take("title: [x]\n"));
    cr_expect_eq(problems.len, 1, "a wrong type is not reported as missing too");
}
