/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_MODEL_INDEX_MAKE_H
#define DOSSIER_MODEL_INDEX_MAKE_H

#include "gaps.h"
#include "sections.h"
#include "spellings.h"

/* Makes the sections of the index from SPELLINGS: on the heap, the segment's from then on. MADE
 * gets where the places are. */
void index_make(struct spellings *spellings, struct segment *segment, struct made *made);

#endif
