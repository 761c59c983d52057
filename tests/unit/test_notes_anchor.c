/* SPDX-License-Identifier: ISC */
#include "dossier/base/hash.h"
#include "dossier/base/memory.h"
#include "dossier/notes/anchor.h"
#include "small.h"

#include <criterion/criterion.h>

static const char tags[] = "actors:\n  - {id: ada-berg, name: Ada Berg, kind: person}\n";

#define TEXT "The bridge is old. The bridge is shut.\nWho pays for the bridge? Nobody knows."

static struct library *library_of(const char *text)
{
    const struct small_article article = {.path = "a.txt", .text = text};
    return small_library(tags, &article, 1);
}

static void find_anchor(struct library *library, struct note *note)
{
    struct anchor_finder *finder = anchor_finder_new(library);
    anchor_find(finder, library->arena, note);
    anchor_finder_free(finder);
}

/* A note on the NTH (from 0) QUOTE of TEXT, looked for in the text NOW. */
static struct note find_again(const char *text, const char *quote, int nth, const char *now,
                              struct library **library)
{
    struct library *before = library_of(text);
    ptrdiff_t at = str_find(str_of(text), str_of(quote), 0);
    while (nth-- > 0)
        at = str_find(str_of(text), str_of(quote), (size_t)at + 1);
    *library = library_of(now);
    struct note note = {0};
    struct span span = {(uint32_t)at, (uint32_t)(at + (ptrdiff_t)str_of(quote).len)};
    anchor_make((*library)->arena, before, 0, span, str_of(text), &note);
    library_free(before);
    find_anchor(*library, &note);
    return note;
}

Test(anchor, a_note_keeps_position_words_context_and_fingerprint)
{
    struct library *library = library_of(TEXT);
    struct note note = {0};
    char hex[HASH_HEX];
    hash_sha256(STR(TEXT), hex);
    anchor_make(library->arena, library, 0, (struct span){39, 62}, STR(TEXT), &note);
    cr_expect(note.has_passage);
    cr_expect(str_is(note.article, "a.txt"));
    cr_expect(str_is(note.sha256, hex));
    cr_expect(str_is(note.quote, "Who pays for the bridge"));
    cr_expect(str_is(note.before, "dge is old. The bridge is shut.\n"));
    cr_expect(str_is(note.after, "? Nobody knows."));
    cr_expect_eq(note.at.start, 39);
    cr_expect_eq(note.at.end, 62);
    cr_expect_eq(note.state, ANCHOR_EXACT);
    library_free(library);
}

Test(anchor, context_counts_characters_not_bytes)
{
    struct library *library = library_of("ааааааааааааааааааааааааааааааааааааааааX"
                                         "бббббббббббббббббббббббббббббббббббббббб");
    struct note note = {0};
    anchor_make(library->arena, library, 0, (struct span){80, 81}, STR(""), &note);
    cr_expect(str_is(note.quote, "X"));
    cr_expect_eq(note.before.len, 2 * NOTE_CONTEXT);
    cr_expect_eq(note.after.len, 2 * NOTE_CONTEXT);
    library_free(library);
}

Test(anchor, stored_offsets_are_those_of_the_file_not_of_the_text)
{
    struct library *library = library_of("\xEF\xBB\xBFThe bridge is shut.");
    struct note note = {0};
    anchor_make(library->arena, library, 0, (struct span){4, 10}, STR(""), &note);
    cr_expect(str_is(note.quote, "bridge"));
    cr_expect_eq(note.at.start, 7);
    cr_expect_eq(note.at.end, 13);
    find_anchor(library, &note);
    cr_expect_eq(note.state, ANCHOR_EXACT);
    cr_expect_eq(note.span.start, 4);
    library_free(library);
}

Test(anchor, a_passage_is_found_again_by_position_words_or_context)
{
    static const struct {
        const char *quote;
        int nth;
        const char *now;
        enum anchor_state state;
        uint32_t start;
    } cases[] = {
        {"is shut", 0, TEXT, ANCHOR_EXACT, 30},
        {"bridge", 1, TEXT, ANCHOR_EXACT, 23},
        {"is shut", 0, "New. " TEXT, ANCHOR_MOVED, 35},
        {"bridge", 1, "New. " TEXT, ANCHOR_MOVED, 28},
        {"bridge", 1, "New. The bridge was old. The bridge was shut.", ANCHOR_AMBIGUOUS, 0},
        {"is shut", 0, "The bridge is open.", ANCHOR_ORPHAN, 0},
        {"is shut", 0, "", ANCHOR_ORPHAN, 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct library *library;
        struct note note = find_again(TEXT, cases[i].quote, cases[i].nth, cases[i].now, &library);
        cr_expect_eq(note.state, cases[i].state, "%s in “%s”: %s", cases[i].quote, cases[i].now,
                     anchor_state_name(note.state));
        bool found = note.state == ANCHOR_EXACT || note.state == ANCHOR_MOVED;
        cr_expect_eq(note.span.start, cases[i].start);
        cr_expect_eq(found, note.span.end == cases[i].start + str_of(cases[i].quote).len);
        library_free(library);
    }
}

Test(anchor, a_note_on_an_article_or_actor_stands_while_they_do)
{
    static const struct {
        const char *article, *about;
        enum anchor_state state;
    } cases[] = {
        {"a.txt", "", ANCHOR_EXACT},       {"b.txt", "", ANCHOR_ORPHAN},
        {"", "ada-berg", ANCHOR_EXACT},    {"", "nobody", ANCHOR_ORPHAN},
        {"a.txt", "nobody", ANCHOR_EXACT},
    };
    struct library *library = library_of(TEXT);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct note note = {.article = str_of(cases[i].article), .about = str_of(cases[i].about)};
        find_anchor(library, &note);
        cr_expect_eq(note.state, cases[i].state, "%s/%s", cases[i].article, cases[i].about);
        cr_expect_eq(note.number == 0, str_is(note.article, "a.txt"));
    }
    library_free(library);
}

Test(anchor, an_offset_beyond_the_text_or_inside_a_character_is_no_harm)
{
    struct library *library = library_of("Мост закрыт.");
    static const uint32_t starts[] = {0, 1, 3, 21, 22, 4000000000u};
    for (size_t i = 0; i < COUNT(starts); i++) {
        struct note note = {.article = STR("a.txt"),
                            .has_passage = true,
                            .at = {starts[i], starts[i] + 1},
                            .quote = STR("закрыт"),
                            .before = STR("Мост "),
                            .after = STR(".")};
        find_anchor(library, &note);
        cr_expect_eq(note.state, ANCHOR_MOVED);
        cr_expect_eq(note.span.start, 9);
    }
    library_free(library);
}

Test(anchor, words_written_by_hand_mean_the_only_place_where_they_stand)
{
    static const struct {
        const char *quote;
        enum anchor_state state;
        size_t places;
    } cases[] = {
        {"Who pays", ANCHOR_EXACT, 0},
        {"bridge is", ANCHOR_AMBIGUOUS, 2},
        {"tunnel", ANCHOR_ORPHAN, 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct library *library = library_of(TEXT);
        struct note note = {
            .article = STR("a.txt"), .quote = str_of(cases[i].quote), .has_passage = true};
        find_anchor(library, &note);
        cr_expect_eq(note.state, cases[i].state, "%s: %s", cases[i].quote,
                     anchor_state_name(note.state));
        cr_expect_eq(note.place_count, cases[i].places);
        cr_expect_eq(note_is_placed(&note), cases[i].state == ANCHOR_EXACT);
        library_free(library);
    }
}
