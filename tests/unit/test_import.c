/* SPDX-License-Identifier: ISC */
#include "dossier/exchange/zip.h"
#include "imported.h"

#include <stdio.h>

static const char *const formats[] = {"webanno", "jsonl", "qdpx"};

/* The note with the id ID. */
static const struct note *note_of(const struct imported *imported, struct str id)
{
    for (size_t i = 0; i < imported->len; i++) {
        if (str_eq(imported->notes[i].id, id))
            return &imported->notes[i];
    }
    return NULL;
}

static void fill(struct exported *exported)
{
    static struct str tags[] = {{"money", 5}, {"to check", 8}, {"Ähre/🌉", 11}};
    struct note *note =
        exported_note(exported, 1, "🌉 today", "When?\n\n  \"So\" \t<b>&amp;\r\n end");
    note->tags = tags;
    note->tag_count = 3;
    note->created = EXPORTED_NOW - 1000;
    note = exported_note(exported, 0, "Nobody pays", "");
    note->id = STR("7c1e9b2a5f04");
    note = exported_note(exported, 0, "Ada Berg said. “Nobody", "");
    note->about = STR("ada-berg");
    note->tags = tags + 1;
    note->tag_count = 1;
    note = exported_note(exported, 1, "", "On all of it.");
    note->is_private = true;
    note->replies_to = STR("n1");
    note = exported_note(exported, 1, "", "On her.");
    *note = (struct note){.id = STR("aa1e9b2a5f0b"),
                          .about = STR("ada-berg"),
                          .text = STR("On her."),
                          .by = STR("bert"),
                          .number = ARTICLE_NONE,
                          .created = EXPORTED_NOW,
                          .modified = EXPORTED_NOW + 5};
    note = exported_note(exported, 0, "council", "Gone.");
    note->article = STR("gone/a b.txt");
    note->sha256 = STR("00ff");
    note->number = ARTICLE_NONE;
    note->state = ANCHOR_ORPHAN;
    note->span = (struct span){0};
}

Test(import, what_was_exported_comes_back_the_same_note)
{
    for (size_t f = 0; f < COUNT(formats); f++) {
        struct exported exported = exported_begin();
        fill(&exported);
        struct str bytes = exported_as(&exported, formats[f]);
        struct imported imported = imported_from(exported.library, bytes, formats[f]);
        cr_expect_eq(imported.problems.len, 0, "%s: %.*s", formats[f],
                     STR_ARG(imported.problems.at[0].message));
        cr_assert_eq(imported.len, exported.len, "%s", formats[f]);
        for (size_t i = 0; i < exported.len; i++) {
            const struct note *note = note_of(&imported, exported.at[i].id);
            cr_assert_not_null(note, "%s: %.*s", formats[f], STR_ARG(exported.at[i].id));
            imported_same(note, &exported.at[i]);
            imported_same_text("by", note->by, exported.at[i].by);
        }
        library_free(exported.library);
    }
}

Test(import, hostile_fields_come_back_the_same)
{
    for (size_t i = 0; i < COUNT(exported_hostile); i++) {
        if (exported_hostile[i][0] == '\xFF')
            continue; /* no text of a note: it is UTF-8 */
        for (size_t f = 0; f < COUNT(formats); f++) {
            struct exported exported = exported_begin();
            struct note *note = exported_note(&exported, 0, "Nobody pays", exported_hostile[i]);
            struct str tag = str_of(exported_hostile[i]);
            note->tags = &tag;
            note->tag_count = 1;
            note->about = note->by = note->quote = note->before = tag;
            note->state = ANCHOR_CHANGED;
            struct str bytes = exported_as(&exported, formats[f]);
            struct imported imported = imported_from(exported.library, bytes, formats[f]);
            cr_assert_eq(imported.len, 1);
            if (f != 1) /* jsonl gives the context where the passage is now */
                imported_same(&imported.notes[0], &exported.at[0]);
            imported_same_text("text", imported.notes[0].text, tag);
            library_free(exported.library);
        }
    }
}

Test(import, lines_are_known_however_long_the_first_is)
{
    struct exported exported = exported_begin();
    struct buf text = {0};
    while (text.len < 300000)
        buf_chars(&text, "word ");
    struct note *note = exported_note(&exported, 0, "Nobody pays", "");
    note->text = buf_view(&text);
    struct imported imported =
        imported_from(exported.library, exported_as(&exported, "jsonl"), "jsonl");
    cr_assert_eq(imported.len, 1);
    imported_same(&imported.notes[0], note);
    buf_free(&text);
    library_free(exported.library);
}

static struct imported taken(const struct exported *exported, const char *json)
{
    return imported_from(exported->library, str_of(json), "webanno");
}

Test(import, an_annotation_of_others_is_placed_by_its_words_or_by_a_position_that_fits)
{
    struct exported exported = exported_begin();
    struct imported imported = taken(
        &exported,
        "{\"@context\": \"http://www.w3.org/ns/anno.jsonld\", \"type\": \"AnnotationCollection\","
        " \"first\": {\"items\": ["
        "{\"id\": \"http://x.example/1\", \"type\": \"Annotation\", \"bodyValue\": \"By words\","
        " \"created\": \"2024-01-31T12:00:00.123+02:00\", \"target\": {\"source\":"
        " \"http://gazette.example/a?b=1&c=2#top\", \"selector\": {\"type\": \"TextQuoteSelector\","
        " \"exact\": \"Nobody pays\", \"prefix\": \"said. “\"}}},"
        "{\"id\": \"http://x.example/2\", \"type\": \"Annotation\", \"body\": [{\"type\":"
        " \"TextualBody\", \"purpose\": [\"tagging\"], \"value\": \"money\"}], \"target\": "
        "{\"source\":"
        " \"https://gazette.example/a?b=1&c=2\", \"selector\": [{\"type\": "
        "\"TextPositionSelector\","
        " \"start\": 13, \"end\": 27}]}},"
        "{\"id\": \"http://x.example/3\", \"type\": \"Annotation\", \"body\": \"UTF-16\", "
        "\"target\":"
        " {\"source\": \"urn:x-dossier:article:two.txt\", \"selector\": {\"type\": "
        "\"TextPositionSelector\","
        " \"start\": 28, \"end\": 33, \"refinedBy\": {\"type\": \"TextQuoteSelector\", \"exact\":"
        " \"today\"}}}}"
        "]}}");
    cr_assert_eq(imported.len, 3);
    const struct note *note = &imported.notes[0];
    imported_same_text("quote", note->quote, STR("Nobody pays"));
    imported_same_text("article", note->article, STR("one.txt"));
    imported_same_text("text", note->text, STR("By words"));
    cr_expect_eq(note->created, 1706695200);
    cr_expect(note->at.end > 0 && note->sha256.len == 64);
    cr_expect_eq(note->id.len, NOTE_ID);
    note = &imported.notes[1];
    imported_same_text("quote", note->quote, STR("The old bridge"));
    imported_same_text("tag", note->tags[0], STR("money"));
    imported_same_text("quote", imported.notes[2].quote, STR("today"));
    cr_expect_eq(imported.notes[2].at.start, 40, "%u", imported.notes[2].at.start);
    cr_expect_eq(imported.problems.len, 0);
    library_free(exported.library);
}

Test(import, a_lookalike_is_never_chosen)
{
    struct exported exported = exported_begin();
    struct imported imported =
        taken(&exported, "[{\"type\": \"Annotation\", \"target\": {\"source\": "
                         "\"urn:x-dossier:article:one.txt\", \"selector\": [{\"type\": "
                         "\"TextQuoteSelector\", \"exact\": \"bridge\", \"prefix\": \"wooden \"},"
                         "{\"type\": \"TextPositionSelector\", \"start\": 3, \"end\": 9}]}},"
                         "{\"type\": \"Annotation\", \"target\": {\"source\": "
                         "\"urn:x-dossier:article:one.txt\", \"selector\": {\"type\": "
                         "\"TextQuoteSelector\", \"exact\": \"on\"}}}]");
    cr_assert_eq(imported.len, 2);
    for (size_t i = 0; i < 2; i++) {
        cr_expect_eq(imported.notes[i].at.end, 0);
        cr_expect(imported.notes[i].has_passage);
        imported_same_text("article", imported.notes[i].article, STR("one.txt"));
    }
    imported_same_text("before", imported.notes[0].before, STR("wooden "));
    library_free(exported.library);
}

/* Each of a million places costs as much to compare as the words are long. */
Test(import, words_that_stand_nearly_everywhere_are_given_up_soon)
{
    struct buf text = {0}, json = {0};
    while (text.len < 1000000)
        buf_chars(&text, "xxxxxxxxxx");
    buf_chars(&json, "[{\"type\": \"Annotation\", \"target\": {\"source\": "
                     "\"urn:x-dossier:article:a.txt\", \"selector\": {\"type\": "
                     "\"TextQuoteSelector\", \"prefix\": \"y\", \"exact\": \"");
    buf_add(&json, text.at, text.len / 2);
    buf_chars(&json, "\"}}}]");
    buf_char(&text, '\0');
    struct small_article article = {.path = "a.txt", .text = text.at};
    struct library *library = small_library("", &article, 1);
    struct imported imported = imported_from(library, buf_view(&json), "webanno");
    cr_assert_eq(imported.len, 1);
    cr_expect_eq(imported.notes[0].at.end, 0);
    buf_free(&text);
    buf_free(&json);
    library_free(library);
}

Test(import, what_hypothesis_hands_out_becomes_notes_with_tags_and_replies)
{
    struct exported exported = exported_begin();
    struct imported imported = taken(
        &exported,
        "{\"total\": 2, \"rows\": [{\"id\": \"Qx\", \"user\": \"acct:ann@hypothes.is\", \"text\": "
        "\"Who?\", \"tags\": [\"money\", \"x\"], \"uri\": \"https://gazette.example/a?b=1&c=2\", "
        "\"created\": \"2024-05-02T10:00:00.5+00:00\", \"updated\": \"2024-05-03T10:00:00+00:00\", "
        "\"target\": [{\"source\": \"https://gazette.example/a?b=1&c=2\", \"selector\": ["
        "{\"type\": \"RangeSelector\", \"startContainer\": \"/p[2]\"}, {\"type\": "
        "\"TextPositionSelector\", \"start\": 9900, \"end\": 9911}, {\"type\": "
        "\"TextQuoteSelector\", \"exact\": \"Ada Berg\", \"prefix\": \"shut, \", \"suffix\": \" "
        "said\"}]}]},"
        "{\"id\": \"Qy\", \"text\": \"She.\", \"uri\": \"https://elsewhere.example/\", "
        "\"references\": [\"Qw\", \"Qx\"], \"target\": [{\"source\": "
        "\"https://elsewhere.example/\"}],"
        "\"document\": {\"title\": [\"Bridge shut\"]}}]}");
    cr_assert_eq(imported.len, 2);
    const struct note *note = &imported.notes[0];
    imported_same_text("quote", note->quote, STR("Ada Berg"));
    imported_same_text("by", note->by, STR("acct:ann@hypothes.is"));
    cr_expect_eq(note->tag_count, 2);
    cr_expect_eq(note->modified - note->created, 86400);
    imported_same_text("replies_to", imported.notes[1].replies_to, note->id);
    imported_same_text("article", imported.notes[1].article, STR("one.txt")); /* by its title */
    library_free(exported.library);
}

Test(import, what_does_not_fit_is_kept_and_told)
{
    struct exported exported = exported_begin();
    struct imported imported = taken(
        &exported,
        "{\"type\": \"Annotation\", \"body\": [{\"type\": \"Image\", \"id\": \"http://x/1.png\"}], "
        "\"target\": [{\"source\": \"http://nowhere.example/a\", \"selector\": {\"type\": "
        "\"XPathSelector\", \"value\": \"/p\"}}, \"http://nowhere.example/b\"]}");
    cr_assert_eq(imported.len, 1);
    struct str extra = imported.notes[0].extra;
    cr_expect(str_find(extra, STR("http://x/1.png"), 0) >= 0, "%.*s", STR_ARG(extra));
    cr_expect(str_find(extra, STR("XPathSelector"), 0) >= 0);
    cr_expect(str_find(extra, STR("http://nowhere.example/b"), 0) >= 0);
    imported_same_text("article", imported.notes[0].article, STR("http://nowhere.example/a"));
    cr_expect_eq(imported.problems.len, 4);
    struct imported lines =
        imported_from(exported.library,
                      STR("{\"id\": \"a1\", \"article\": \"one.txt\", \"colour\": \"red\"}\nnot "
                          "json\n{\"id\": 3}\n"
                          "{\"id\": \"not an id!\", \"article\": null, \"about\": \"ada-berg\"}\n"),
                      "jsonl");
    cr_assert_eq(lines.len, 2);
    imported_same_text("extra", lines.notes[0].extra, STR("colour: \"red\""));
    cr_expect_eq(lines.problems.len, 3);
    cr_expect_eq(lines.problems.at[1].line, 2);
    cr_expect_eq(lines.notes[1].id.len, NOTE_ID);
    library_free(exported.library);
}

Test(import, a_notes_file_is_taken_as_it_is_without_its_deleted_ones)
{
    struct exported exported = exported_begin();
    struct imported imported = imported_from(
        exported.library,
        STR("version: 1\nnotes:\n  - id: a1\n    article: one.txt\n    at: [13, 27]\n    quote: "
            "The "
            "old bridge\n    text: So.\n    tags: [x]\n    created: 2026-11-21T10:00:00Z\n"
            "    modified: 2026-11-21T10:00:00Z\n  - id: a2\n    article: one.txt\n    deleted: "
            "2026-11-21T10:00:00Z\n"),
        "yaml");
    cr_assert_eq(imported.len, 1);
    imported_same_text("quote", imported.notes[0].quote, STR("The old bridge"));
    cr_expect_eq(imported.notes[0].at.end, 27);
    cr_expect_eq(imported.problems.len, 1);
    library_free(exported.library);
}

Test(import, an_unknown_file_is_answered_with_the_formats_there_are)
{
    static const char *const files[] = {"",   "a, b\n1, 2\n", "<html></html>",  "{}",
                                        "[]", "\xFF\xFE",     "{\"id\": \"x\"}"};
    for (size_t i = 0; i < COUNT(files); i++) {
        struct error error = {0};
        cr_expect_null(importers_find(str_of(files[i]), &error), "%s", files[i]);
        cr_expect(str_find(str_of(error.text), STR("qdpx"), 0) > 0, "%s", error.text);
    }
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

/* Reads BYTES by every importer, known or not: they may fail, with a sentence. */
static void read_by_all(const struct library *library, struct str bytes)
{
    for (size_t i = 0; importers[i]; i++) {
        struct imported imported = {.arena = arena_new()};
        struct error error = {0};
        imported.problems.arena = imported.arena;
        importers[i]->knows(bytes);
        bool ok = importers[i]->read(library, bytes, STR("file"), &imported, &error);
        cr_expect(ok || error.text[0], "%s fails without a word", importers[i]->name);
        arena_free(imported.arena);
    }
}

static struct str mutated(struct arena *arena, struct str whole, uint32_t *seed)
{
    static const char *const pieces[] = {"\"",
                                         "[",
                                         "{",
                                         "}",
                                         "<",
                                         "<!DOCTYPE a>",
                                         "&b;",
                                         "\xFF",
                                         "null",
                                         "-1",
                                         "99999999999999999999",
                                         "\\u0000",
                                         "]]>"};
    struct buf out = {0};
    buf_str(&out, whole);
    for (uint32_t i = next_random(seed) % 6 + 1; i > 0; i--) {
        size_t start = next_random(seed) % (out.len + 1);
        size_t end = start + next_random(seed) % 9;
        struct str piece = str_of(pieces[next_random(seed) % COUNT(pieces)]);
        buf_splice(&out, start, end < out.len ? end : out.len,
                   next_random(seed) % 3 ? piece : STR(""));
    }
    struct str copy = arena_str(arena, buf_view(&out));
    buf_free(&out);
    return copy;
}

/* The project file alone is changed, so that the archive's own sums do not catch it. */
static struct str mutated_project(struct arena *arena, struct str archive, uint32_t *seed)
{
    struct error error;
    struct str bytes = {0};
    struct zip_reader *reader = zip_reader_open(archive, &error);
    size_t count = zip_reader_count(reader);
    struct zip_entry *entries = arena_many(arena, struct zip_entry, count);
    for (size_t i = 0; i < count; i++) {
        cr_assert(zip_reader_unpack(reader, i, arena, &bytes, &error));
        entries[i].name = arena_str(arena, zip_reader_name(reader, i));
        entries[i].bytes = i ? bytes : mutated(arena, bytes, seed);
    }
    struct buf out = {0};
    cr_assert(zip_write(entries, count, 0, &out, &error));
    struct str copy = arena_str(arena, buf_view(&out));
    buf_free(&out);
    zip_reader_close(reader);
    return copy;
}

Test(import, no_mutation_of_an_export_is_more_than_a_sentence)
{
    struct exported exported = exported_begin();
    uint32_t seed = 20261122;
    fill(&exported);
    for (size_t f = 0; f < COUNT(formats); f++) {
        struct str whole = exported_as(&exported, formats[f]);
        for (int round = 0; round < 150; round++) {
            struct arena *arena = arena_new();
            read_by_all(exported.library, f == 2 && round % 2 ? mutated_project(arena, whole, &seed)
                                                              : mutated(arena, whole, &seed));
            arena_free(arena);
        }
    }
    library_free(exported.library);
}

Test(import, bombs_and_noise_are_refused_soon)
{
    struct exported exported = exported_begin();
    struct arena *arena = arena_new();
    uint32_t seed = 3;
    struct buf deep = {0}, laughs = {0};
    for (int i = 0; i < 200000; i++)
        buf_chars(&deep, "{\"items\":[");
    read_by_all(exported.library, buf_view(&deep));
    buf_chars(&laughs, "<!DOCTYPE Project [<!ENTITY a \"ha\">");
    for (char c = 'b'; c < 'k'; c++)
        buf_printf(&laughs, "<!ENTITY %c \"&%c;&%c;&%c;&%c;\">", c, c - 1, c - 1, c - 1, c - 1);
    buf_chars(&laughs, "]><Project>&j;</Project>");
    struct zip_entry entries[] = {{STR("project.qde"), buf_view(&laughs)}};
    struct buf archive = {0};
    cr_assert(zip_write(entries, 1, 0, &archive, NULL));
    struct imported imported = {.arena = arena, .problems = {.arena = arena}};
    struct error error = {0};
    cr_expect_not(
        importers[0]->read(exported.library, buf_view(&archive), STR("file"), &imported, &error));
    cr_expect(str_find(str_of(error.text), STR("document type"), 0) > 0, "%s", error.text);
    for (int round = 0; round < 100; round++) {
        char noise[200];
        for (size_t i = 0; i < sizeof noise; i++)
            noise[i] = (char)next_random(&seed);
        read_by_all(exported.library, (struct str){noise, sizeof noise});
    }
    buf_free(&deep);
    buf_free(&laughs);
    buf_free(&archive);
    arena_free(arena);
    library_free(exported.library);
}
