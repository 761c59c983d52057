/* SPDX-License-Identifier: ISC */
/* In what a quotation differs from the words of an article. */
#ifndef DOSSIER_SRC_PROOF_DIFFER_H
#define DOSSIER_SRC_PROOF_DIFFER_H

#include "dossier/base/arena.h"
#include "dossier/base/buf.h"
#include "dossier/base/str.h"

enum differ_kind {
    DIFFER_NOTHING,
    DIFFER_MARK,   /* only punctuation, spaces */
    DIFFER_LEFT,   /* words of the article are left out */
    DIFFER_NUMBER, /* digits */
    DIFFER_WORD
};

struct differ {
    enum differ_kind kind;
    struct str left;  /* DIFFER_LEFT: the first words that are left out, */
    struct str after; /* and the word before them; in the arena */
    int edits;
};

/* Adds to OUT the difference by words, as "… Trump [-intends-]{+wants+} to …": what the ARTICLE has
 * and what the quotation has, with a few words around. */
struct differ differ_put(struct arena *arena, struct str article, struct str quotation,
                         struct buf *out);

#endif
