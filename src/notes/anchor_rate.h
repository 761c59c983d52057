/* SPDX-License-Identifier: ISC */
/* How much a place in a text is like what a note remembers of its passage. */
#ifndef DOSSIER_NOTES_ANCHOR_RATE_H
#define DOSSIER_NOTES_ANCHOR_RATE_H

#include "anchor_signs.h"
#include "dossier/base/buf.h"
#include "dossier/notes/note.h"

#include <stdbool.h>

#define RATE_LONG 400 /* signs; longer quotes are found by their ends and compared by words */

/* What a note remembers, made ready. */
struct remembered {
    struct buf bytes;    /* before, quote, after */
    struct span quote;   /* in bytes */
    struct signs signs;  /* of bytes */
    size_t first, end;   /* the quote's signs */
    struct signs before; /* of the context, from the quote outwards; SIGN_EDGE where a text ends */
    struct signs after;
    struct signs around;   /* both contexts as they adjoin where the quote was left out */
    size_t words, letters; /* in the quote */
    size_t weight; /* characters of the quote; of scripts without spaces each counts twice */
};

void remembered_make(struct remembered *remembered, const struct note *note);
void remembered_free(struct remembered *remembered);
/* The quote's signs. */
size_t remembered_length(const struct remembered *remembered);

struct candidate {
    struct span span;            /* text offsets */
    bool same;                   /* the quote, byte by byte */
    int quote, before, after;    /* percent that is alike */
    int near_before, near_after; /* … of the context that adjoins the quote */
    int first, last;             /* … of the quote's beginning and end */
    int score;                   /* of all three together, by their lengths */
    size_t changed;              /* signs of the quote that must be changed; of a long one, about */
    size_t cost;                 /* signs that must be changed to make it of what is remembered */
};

struct candidate rate(const struct remembered *remembered, struct str text, struct span span);
/* All of the quote and of its context is there, and that is enough to go by. */
bool rate_is_perfect(const struct remembered *remembered, const struct candidate *candidate);
/* It is the passage, if nothing else is as good. */
bool rate_is_enough(const struct remembered *remembered, const struct candidate *candidate);

#endif
