/* SPDX-License-Identifier: ISC */
/* Where a stretch of a pattern lies in a text that is much like it: the cheapest way to make the
 * pattern of some part of the text (Sellers, "The Theory and Computation of Evolutionary
 * Distances", 1980). */
#ifndef DOSSIER_NOTES_ANCHOR_ALIGN_H
#define DOSSIER_NOTES_ANCHOR_ALIGN_H

#include "anchor_signs.h"

#include <stdbool.h>

/* Sets SPAN to the signs of TEXT that the signs FIRST to END of PATTERN became; false where nothing
 * of them is left. COST as below. Takes the product of the lengths, in time and in bytes. */
bool align_find(const struct signs *pattern, size_t first, size_t end, const struct signs *text,
                struct span *span, size_t *cost);
/* How many signs must be changed, added or left out to make some part of TEXT of PATTERN. */
size_t align_cost(const struct signs *pattern, const struct signs *text);

#endif
