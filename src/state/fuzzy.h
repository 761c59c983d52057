/* SPDX-License-Identifier: ISC */
/* How well what was typed fits a name. */
#ifndef DOSSIER_SRC_STATE_FUZZY_H
#define DOSSIER_SRC_STATE_FUZZY_H

#include "dossier/base/str.h"

/* From worst to best. */
enum fuzzy { FUZZY_NONE, FUZZY_SCATTERED, FUZZY_INSIDE, FUZZY_WORD, FUZZY_START, FUZZY_WHOLE };

/* Both folded. The letters of TYPED stand in NAME one after the other, together, at a word's start,
 * at its own start, or are all of it. Nothing typed fits everything. */
enum fuzzy fuzzy_match(struct str typed, struct str name);

#endif
