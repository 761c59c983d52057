/* SPDX-License-Identifier: ISC */
/* What an importer makes of an export, or of any bytes. */
#ifndef DOSSIER_TESTS_IMPORTED_H
#define DOSSIER_TESTS_IMPORTED_H

#include "dossier/export/importers.h"
#include "exported.h"

/* Reads BYTES by the importer that knows them, which must be the one called FORMAT; its memory is
 * the library's. */
static inline struct imported imported_from(const struct library *library, struct str bytes,
                                            const char *format)
{
    struct imported imported = {.arena = library->arena, .problems = {.arena = library->arena}};
    struct error error = {0};
    const struct importer *importer = importers_find(bytes, &error);
    cr_assert_not_null(importer, "%s", error.text);
    cr_assert_str_eq(importer->name, format);
    cr_assert(importer->read(library, bytes, STR("file"), &imported, &error), "%s", error.text);
    return imported;
}

static inline void imported_same_text(const char *what, struct str is, struct str should)
{
    cr_expect(str_eq(is, should), "%s is “%.*s”, not “%.*s”", what, STR_ARG(is), STR_ARG(should));
}

/* NOTE is WAS in all that a person wrote and all that finds its passage. */
static inline void imported_same(const struct note *note, const struct note *was)
{
    imported_same_text("id", note->id, was->id);
    imported_same_text("article", note->article, was->article);
    imported_same_text("sha256", note->sha256, was->sha256);
    imported_same_text("quote", note->quote, was->quote);
    imported_same_text("before", note->before, was->before);
    imported_same_text("after", note->after, was->after);
    imported_same_text("about", note->about, was->about);
    imported_same_text("text", note->text, was->text);
    imported_same_text("replies_to", note->replies_to, was->replies_to);
    cr_expect_eq(note->has_passage, was->has_passage);
    cr_expect_eq(note->is_private, was->is_private);
    cr_expect_eq(note->at.start, was->at.start, "%u %u", note->at.start, was->at.start);
    cr_expect_eq(note->at.end, was->at.end);
    cr_expect_eq(note->created, was->created);
    cr_expect_eq(note->modified, was->modified);
    cr_assert_eq(note->tag_count, was->tag_count);
    for (size_t i = 0; i < note->tag_count; i++)
        imported_same_text("tag", note->tags[i], was->tags[i]);
}

#endif
