/* SPDX-License-Identifier: ISC */
/* Whether a quotation may begin or end at a place of a text. */
#ifndef DOSSIER_SRC_PROOF_EDGES_H
#define DOSSIER_SRC_PROOF_EDGES_H

#include "match.h"

#include <stdbool.h>

/* A quotation may begin, or end, at byte AT of TEXT: not inside a word. *CUT is raised where it
 * stands inside what belongs together. */
bool edges_begin(struct str text, size_t at, enum cut *cut);
bool edges_end(struct str text, size_t at, enum cut *cut);

#endif
