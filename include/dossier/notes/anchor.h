/* SPDX-License-Identifier: ISC */
/* How a note finds its passage: by position, by the quoted words, by their context; and how sure it
 * is. It never chooses a lookalike: below a threshold, or between two places that are nearly as
 * good, it says so and stays where it was. */
#ifndef DOSSIER_NOTES_ANCHOR_H
#define DOSSIER_NOTES_ANCHOR_H

#include "dossier/base/buf.h"
#include "dossier/model/library.h"
#include "dossier/notes/note.h"

/* Fills NOTE's article, sha256, at, quote, before and after for the passage SPAN (text offsets) of
 * article NUMBER; an empty span: a note on the whole article. STORED are the article's bytes on
 * disk. The note is exact then. */
void anchor_make(struct arena *arena, const struct library *library, uint32_t number,
                 struct span span, struct str stored, struct note *note);

/* What the search for many notes' passages shares: the hashes of the articles' files, read only
 * when a note's article is not under its path any more. Borrows LIBRARY. */
struct anchor_finder;
struct anchor_finder *anchor_finder_new(const struct library *library);
void anchor_finder_free(struct anchor_finder *finder);

/* Sets NOTE's number, state, span, places and likeness. An article that is not under its path any
 * more is found by its content. The passage is
 * - exact where its words stand at their place and in their context;
 * - moved where they stand elsewhere, and the context says that it is they;
 * - changed where words much like them stand in their context, and nowhere else;
 * - ambiguous where two places are as good: PLACES, in ARENA, holds them;
 * - else orphan.
 * A note without a passage is exact if its article, or actor, is there. */
void anchor_find(struct anchor_finder *finder, struct arena *arena, struct note *note);
/* Why NOTE has its state, in a sentence or two: what was looked for, what was found where. Empty
 * for one that is exact. */
void anchor_why(const struct library *library, const struct note *note, struct buf *out);

#endif
