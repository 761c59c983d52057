/* SPDX-License-Identifier: ISC */
/* How a note finds its passage: by position, by the quoted words, by their context. */
#ifndef DOSSIER_NOTES_ANCHOR_H
#define DOSSIER_NOTES_ANCHOR_H

#include "dossier/model/library.h"
#include "dossier/notes/note.h"

/* Fills NOTE's article, sha256, at, quote, before and after for the passage SPAN (text offsets) of
 * article NUMBER; an empty span: a note on the whole article. STORED are the article's bytes on
 * disk. */
void anchor_make(struct arena *arena, const struct library *library, uint32_t number,
                 struct span span, struct str stored, struct note *note);
/* Sets NOTE's number, state and span: exact where the quoted words stand at its position; moved
 * where they stand once elsewhere, or once with the same context; ambiguous where they stand more
 * than once; else orphan. A note without a passage is exact if its article is there. */
void anchor_find(const struct library *library, struct note *note);

#endif
