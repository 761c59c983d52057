/* SPDX-License-Identifier: ISC */
#include "dossier/base/memory.h"
#include "dossier/notes/choose.h"
#include "small.h"

#include <criterion/criterion.h>

static const char tags[] = "actors:\n  - {id: ada-berg, name: Ada Berg, kind: person}\n";

#define DAY (int64_t)86400

/* One note a question asks for, one that it does not. */
static struct library *library_of_two(void)
{
    static const struct small_article articles[] = {
        {.path = "001_a.txt", .text = "Ada Berg pays. The bridge is old."},
        {.path = "002_b.txt", .text = "Nobody knows."},
    };
    return small_library(tags, articles, COUNT(articles));
}

static struct note note_of(const struct library *library)
{
    static struct str critique[] = {{"critique", 8}, {"peace deal", 10}};
    return (struct note){.id = STR("a1b2"),
                         .article = corpus_article(&library->corpus, 0)->path,
                         .by = STR("anna"),
                         .quote = STR("Ada Berg pays"),
                         .text = STR("Who pays, Zürich?"),
                         .tags = critique,
                         .tag_count = COUNT(critique),
                         .has_passage = true,
                         .span = {0, 13},
                         .created = 100 * DAY,
                         .modified = 200 * DAY,
                         .state = ANCHOR_CHANGED};
}

static bool takes(struct library *library, const struct note *note, const char *words, bool lenient)
{
    struct choose choose;
    struct error error = {0};
    cr_assert(choose_read(library->arena, library, str_of(words), lenient, &choose, &error),
              "%s: %s", words, error.text);
    return choose_takes(&choose, note);
}

Test(choose, each_kind_of_term_asks_its_question)
{
    static const struct {
        const char *words;
        bool taken;
    } cases[] = {
        {"", true},
        {"zurich", true},
        {"PAYS zürich", true},
        {"pays bridge", false},
        {"\"who pays\"", true},
        {"\"pays who\"", false},
        {"#critique", true},
        {"#crit", false},
        {"#\"peace deal\"", true},
        {"tag:critique", true},
        {"@ada-berg", true},
        {"@\"Ada Berg\"", true},
        {"in:001", true},
        {"in:002", false},
        {"by:anna", true},
        {"by:ann", false},
        {"is:changed", true},
        {"is:orphan", false},
        {"is:conflict", false},
        {"since:1970-07-20", true},
        {"since:1970-07-21", false},
    };
    struct library *library = library_of_two();
    struct note note = note_of(library);
    for (size_t i = 0; i < COUNT(cases); i++)
        cr_expect_eq(takes(library, &note, cases[i].words, false), cases[i].taken, "%s",
                     cases[i].words);
    library_free(library);
}

Test(choose, not_turns_the_next_term_and_or_parts_alternatives)
{
    static const struct {
        const char *words;
        bool taken;
    } cases[] = {
        {"not exact", true},
        {"not changed", false},
        {"not not changed", true},
        {"changed", true}, /* alone, the word of a state is one */
        {"\"changed\"", false},
        {"pays changed", false}, /* beside others it is a word */
        {"#guarantees or not exact", true},
        {"#guarantees or exact", false},
        {"by:ben or in:001 #critique", true},
        {"by:ben or in:002 #critique", false},
        {"or pays or", true},
    };
    struct library *library = library_of_two();
    struct note note = note_of(library);
    for (size_t i = 0; i < COUNT(cases); i++)
        cr_expect_eq(takes(library, &note, cases[i].words, false), cases[i].taken, "%s",
                     cases[i].words);
    library_free(library);
}

Test(choose, a_line_that_is_still_typed_takes_what_begins_so)
{
    static const char *const words[] = {"#", "#crit", "@Ada B", "@", "in:", "is:", "since:", "by:"};
    struct library *library = library_of_two();
    struct note note = note_of(library);
    for (size_t i = 0; i < COUNT(words); i++)
        cr_expect(takes(library, &note, words[i], true), "%s", words[i]);
    cr_expect_not(takes(library, &note, "#crit pays", true));
    library_free(library);
}

Test(choose, a_term_that_names_nothing_is_told_with_what_is_allowed)
{
    static const struct {
        const char *words, *says;
    } cases[] = {
        {"@nobody", "no actor"},     {"in:009", "001"}, {"is:odd", "orphan"},
        {"since:May", "2025-11-01"}, {"#", "behind #"}, {"by:", "behind by:"},
    };
    struct library *library = library_of_two();
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct choose choose;
        struct error error = {0};
        cr_expect_not(
            choose_read(library->arena, library, str_of(cases[i].words), false, &choose, &error));
        cr_expect(strstr(error.text, cases[i].says), "%s: %s", cases[i].words, error.text);
    }
    library_free(library);
}

Test(choose, private_and_deleted_notes_are_taken_only_when_asked_for)
{
    struct library *library = library_of_two();
    struct note notes[] = {note_of(library), note_of(library)}, grave = note_of(library);
    notes[1].is_private = true;
    grave.deleted = 300 * DAY;
    struct notebook notebook = {.at = notes, .len = 2, .graves = &grave, .grave_len = 1};
    struct choose all, deleted;
    struct chosen_notes found[3] = {0};
    cr_assert(choose_read(library->arena, library, STR(""), false, &all, NULL));
    cr_assert(choose_read(library->arena, library, STR("is:deleted"), false, &deleted, NULL));
    choose_notes(library->arena, &all, &notebook, false, &found[0]);
    choose_notes(library->arena, &all, &notebook, true, &found[1]);
    choose_notes(library->arena, &deleted, &notebook, false, &found[2]);
    cr_expect_eq(found[0].len, 1);
    cr_expect_eq(found[1].len, 2);
    cr_assert_eq(found[2].len, 1);
    cr_expect_eq(found[2].at[0], &grave);
    library_free(library);
}

Test(choose, a_conflict_needs_the_reader_first)
{
    struct library *library = library_of_two();
    struct note changed = note_of(library), clash = changed, exact = changed, new = changed;
    clash.clash = STR("b");
    exact.state = new.state = ANCHOR_EXACT;
    new.news = NEWS_CHANGED;
    cr_expect_lt(choose_need(&clash), choose_need(&changed));
    cr_expect_lt(choose_need(&changed), choose_need(&new));
    cr_expect_lt(choose_need(&new), choose_need(&exact));
    library_free(library);
}
