/* SPDX-License-Identifier: ISC */
#include "dossier/load/tags_file.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"

#include <criterion/criterion.h>
#include <string.h>

static struct arena *arena;
static struct tags tags;
static struct tags_entries entries;
static struct problems problems;

static void begin(void)
{
    arena = arena_new();
    tags = (struct tags){0};
    entries = (struct tags_entries){0};
    problems = (struct problems){.arena = arena};
}

static void end(void)
{
    arena_free(arena);
}

TestSuite(tags_file, .init = begin, .fini = end);

static void read(const char *source)
{
    tags_read(arena, str_of(source), STR("tags.yaml"), &tags, &entries, &problems);
}

/* Actor I's forms as "Marco Rubio n, Chief r": n name, f name when named in full, d demonym, r
 * role. */
static const char *forms_of(uint32_t i)
{
    struct buf out = {0};
    for (uint32_t f = 0; f < tags.at[i].form_count; f++) {
        const struct form *form = &tags.forms.at[tags.at[i].first_form + f];
        cr_expect_eq(form->actor, i);
        buf_printf(&out, "%s%.*s %c", f ? ", " : "", STR_ARG(form->text),
                   form->in_full ? 'f' : "ndr"[form->kind]);
    }
    const char *text = arena_chars(arena, buf_view(&out));
    buf_free(&out);
    return text;
}

Test(tags_file, names_and_titles_are_forms_themselves_and_repeated_ones_are_dropped)
{
    read("title: Talks\n"
         "actors:\n"
         "  - id: rubio\n"
         "    name: Marco Rubio\n"
         "    kind: person\n"
         "    aliases: [Rubio, Marco Rubio, {form: Fix, when: named-in-full}, {form: M. Rubio}]\n"
         "    demonyms: [Rubian, Rubio]\n"
         "    roles:\n"
         "      - {title: Chief, forms: [chief, Chief], from: 2025-01-21}\n"
         "      - {title: Chief, to: 2020-01-01}\n"
         "  - {id: y, name: Y2}\n");
    cr_assert_eq(problems.len, 0);
    cr_expect(str_is(tags.title, "Talks"));
    cr_assert_eq(tags.len, 2);
    cr_expect_str_eq(forms_of(0), "Marco Rubio n, Rubio n, Fix f, M. Rubio n, Rubian d, Chief r, "
                                  "chief r, Chief r");
    cr_expect_str_eq(forms_of(1), "Y2 n");
    cr_expect_eq(tags.at[0].kind, ACTOR_PERSON);
    cr_expect_eq(tags.at[0].line, 3);
    cr_assert_eq(tags.roles.len, 2);
    cr_expect_eq(tags.roles.at[0].from, day_of(2025, 1, 21));
    cr_expect_eq(tags.roles.at[0].to, DAY_NONE);
    cr_expect_eq(tags.roles.at[1].to, day_of(2020, 1, 1));
    cr_expect_eq(tags.forms.at[7].role, 1);
    cr_expect_eq(tags.forms.at[1].line, 6);
    cr_expect_eq(tags.forms.at[1].column, 15);
}

Test(tags_file, an_entry_tells_of_its_article)
{
    read("articles:\n"
         "  a/b.txt:\n"
         "    title: T\n"
         "    date: 2025-02-18\n"
         "    date-basis: inferred\n"
         "    date-from: 2025-02-18\n"
         "    date-to: 2025-02-19\n"
         "    date-why: because\n"
         "    source: S\n"
         "    author: ~\n"
         "    body: [{from: 24, to: 108}, {from: 132, to: 5171}]\n"
         "    tags: [x, y]\n"
         "  c.txt:\n"
         "  d.txt: {date: 2025-01-01}\n"
         "  e.txt: {date-from: 2025-01-01}\n");
    cr_assert_eq(problems.len, 0);
    cr_assert_eq(entries.len, 4);
    const struct facts *facts = &entries.at[0].facts;
    cr_expect(str_is(entries.at[0].path, "a/b.txt"));
    cr_expect_eq(entries.at[0].line, 2);
    cr_expect_eq(facts->known,
                 ARTICLE_TITLE | ARTICLE_DATE | ARTICLE_SOURCE | ARTICLE_AUTHOR | ARTICLE_BODY);
    cr_expect_eq(facts->basis, BASIS_INFERRED);
    cr_expect_eq(facts->to, day_of(2025, 2, 19));
    cr_expect(str_is(facts->why, "because"));
    cr_expect_eq(facts->author.len, 0, "no value says that nobody knows");
    cr_assert_eq(facts->body.len, 2);
    cr_expect_eq(facts->body.at[1].start, 132);
    cr_expect_eq(facts->tag_count, 2);
    cr_expect_eq(entries.at[1].facts.known, 0);
    cr_expect_eq(entries.at[1].facts.date, DAY_NONE);
    cr_expect_eq(entries.at[2].facts.basis, BASIS_STATED);
    cr_expect_eq(entries.at[3].facts.date, DAY_NONE);
    cr_expect(entries.at[3].facts.known & ARTICLE_DATE, "a range is known without its day");
}

/* Each line of the file, and what is found wrong in it: "COLUMN CODE", parted by spaces. */
static const struct {
    const char *line, *wrong;
} bad_lines[] = {
    {"titel: x", "1 unknown-key"},
    {"actors:", ""},
    {"  - id: marco-rubio", ""},
    {"    name: Marco Rubio", ""},
    {"    aliases: [Rubio, \"\", \"—\", ~, [a]]",
     "22 bad-form 26 bad-form 31 wrong-type 34 wrong-type"},
    {"    kind: human", "11 bad-word"},
    {"    roles:", ""},
    {"      - {title: Boss, from: 2020-01-01, to: 2020-01-01}", "45 bad-day"},
    {"      - {title: Chief, from: 2020-13-01}", "30 bad-day"},
    {"      - forms: [a]", "9 missing-key"},
    {"      - {title: Fine, forms: [fine, {x: y}]}", "37 wrong-type"},
    {"  - id: Marco_Rubio", "9 bad-id"},
    {"    name: Second", ""},
    {"    aliases: [{form: A, when: never}, {fom: B}]",
     "31 bad-word 39 missing-key 40 unknown-key"},
    {"  - id: marco-rubio", "9 repeated-id"},
    {"    name: Third", ""},
    {"  - id: lonely", "5 missing-key"},
    {"  - name: Without Id", "5 missing-key"},
    {"    demonyms: [x, [y], \"!\"]", "19 wrong-type 24 bad-form"},
    {"  - just text", "5 wrong-type"},
    {"  - kind: place", "5 missing-key 5 missing-key"},
    {"articles:", ""},
    {"  a.txt: {date: 2025-02-30, body: [{from: 5, to: 3}, 4]}",
     "17 bad-day 50 bad-range 54 wrong-type"},
    {"  b.txt: {body: [{from: 1, to: 4}, {from: 2, to: 9}]}", "43 bad-range"},
    {"  c.txt: {date: 2025-02-01, date-from: 2025-02-02}", "17 bad-day"},
    {"  d.txt: {date-from: 2025-02-05, date-to: 2025-02-03}", "43 bad-day"},
    {"  a.txt: {}", "3 repeated-key"},
    {"  e.txt: nothing", "10 wrong-type"},
};

static int compare_columns(const void *a, const void *b)
{
    const struct problem *x = a, *y = b;
    return x->column != y->column ? x->column - y->column : strcmp(x->code, y->code);
}

/* What is wrong in LINE, as in the table. */
static const char *wrong_in(int line)
{
    struct buf out = {0};
    for (size_t i = 0; i < problems.len; i++) {
        const struct problem *p = &problems.at[i];
        if (p->line == line)
            buf_printf(&out, "%s%d %s", out.len ? " " : "", p->column, p->code);
    }
    const char *text = arena_chars(arena, buf_view(&out));
    buf_free(&out);
    return text;
}

static void read_bad_lines(void)
{
    struct buf source = {0};
    for (size_t i = 0; i < COUNT(bad_lines); i++)
        buf_printf(&source, "%s\n", bad_lines[i].line);
    read(arena_chars(arena, buf_view(&source)));
    buf_free(&source);
    qsort(problems.at, problems.len, sizeof *problems.at, compare_columns);
}

Test(tags_file, every_breach_has_its_line_and_column)
{
    read_bad_lines();
    size_t lines = COUNT(bad_lines);
    for (size_t i = 0; i < lines; i++)
        cr_expect_str_eq(wrong_in((int)i + 1), bad_lines[i].wrong, "%s: found %s",
                         bad_lines[i].line, wrong_in((int)i + 1));
    for (size_t i = 0; i < problems.len; i++)
        cr_expect(problems.at[i].line >= 1 && problems.at[i].line <= (int)lines);
}

Test(tags_file, what_is_right_beside_a_breach_is_taken)
{
    read_bad_lines();
    cr_assert_eq(tags.len, 4);
    cr_expect_str_eq(forms_of(0), "Marco Rubio n, Rubio n, Fine r, fine r");
    cr_expect_eq(tags.roles.len, 1, "a role with false days would go to the wrong holder");
    cr_expect(str_is(tags.at[1].id, "second"), "an id is made where it is wrong");
    cr_expect_str_eq(forms_of(1), "Second n", "an unknown condition is no licence");
    cr_expect(str_is(tags.at[2].name, "lonely"));
    cr_expect(str_is(tags.at[3].id, "without-id"));
    cr_assert_eq(entries.len, 5);
    cr_expect_eq(entries.at[0].facts.known, 0);
    cr_expect_eq(entries.at[1].facts.body.len, 1);
    cr_expect_eq(entries.at[2].facts.date, day_of(2025, 2, 1));
    cr_expect_eq(entries.at[2].facts.from, DAY_NONE);
}

Test(tags_file, what_is_no_yaml_has_its_place_and_nothing_is_taken)
{
    read("actors:\n  - id: [x\ntitle: y\n");
    cr_assert_eq(problems.len, 1);
    cr_expect_str_eq(problems.at[0].code, "bad-yaml");
    cr_expect_gt(problems.at[0].line, 1);
    cr_expect_gt(problems.at[0].column, 0);
    cr_expect_eq(tags.len, 0);
}

Test(tags_file, an_empty_file_says_nothing_and_is_right)
{
    read("# nothing yet\n");
    cr_expect_eq(problems.len, 0);
    cr_expect_eq(tags.len, 0);
}

Test(tags_file, made_ids_keep_clear_of_those_that_stand_below)
{
    read("actors:\n  - {id: Ann Lee, name: Ann Lee}\n  - {id: ann-lee, name: Ann-Lee}\n");
    cr_assert_eq(tags.len, 2);
    cr_expect(str_is(tags.at[0].id, "ann-lee-2"));
    cr_expect(str_is(tags.at[1].id, "ann-lee"));
}

Test(tags_file, a_flood_of_actors_without_id_ends_soon)
{
    struct buf source = {0};
    buf_chars(&source, "actors:\n");
    for (int i = 0; i < 20000; i++)
        buf_chars(&source, "  - {name: Same}\n");
    read(arena_chars(arena, buf_view(&source)));
    buf_free(&source);
    cr_expect_eq(problems.len, 20000);
    cr_expect_eq(tags.len, 100);
}
