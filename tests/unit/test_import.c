/* SPDX-License-Identifier: ISC */
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
