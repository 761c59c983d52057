/* SPDX-License-Identifier: ISC */
/* An article that is not under its path any more: by the bytes of its file, then by its words. */
#ifndef DOSSIER_NOTES_ANCHOR_ARTICLE_H
#define DOSSIER_NOTES_ANCHOR_ARTICLE_H

#include "dossier/model/library.h"
#include "dossier/notes/note.h"

/* The hashes of all articles' files, read when first asked for. */
struct article_hashes {
    const struct library *library;
    struct article_hash *at; /* in order of hash, then article; NULL before they are read */
    size_t len;
};

void article_hashes_free(struct article_hashes *hashes);
/* The first article whose file has the bytes of NOTE's article; ARTICLE_NONE if none has. */
uint32_t article_by_hash(struct article_hashes *hashes, const struct note *note);
/* The article in which NOTE's words stand in their context, if they do so just once in all; START:
 * where. */
uint32_t article_by_words(const struct library *library, const struct note *note, uint32_t *start);

#endif
