/* SPDX-License-Identifier: ISC */
/* Whether a quotation may begin or end at a place of a text. */
#ifndef DOSSIER_SRC_PROOF_EDGES_H
#define DOSSIER_SRC_PROOF_EDGES_H

#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* The quotation begins or ends inside what belongs together. */
enum cut {
    CUT_NONE,
    CUT_WORD,   /* of a word with a hyphen or an apostrophe: US-Europe, Trump’s */
    CUT_MEANING /* of a number, or so that the meaning turns: 600 of 600,000; can of can’t */
};

/* A quotation may begin, or end, at byte AT of TEXT: not inside a word. *CUT is raised where it
 * stands inside what belongs together. */
bool edges_begin(struct str text, size_t at, enum cut *cut);
bool edges_end(struct str text, size_t at, enum cut *cut);

#endif
