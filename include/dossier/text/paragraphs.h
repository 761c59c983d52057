/* SPDX-License-Identifier: ISC */
/* Paragraphs as in the source: each line that is not blank is one; in a text that was wrapped by
 * hand, the lines that a blank line does not part are one. */
#ifndef DOSSIER_TEXT_PARAGRAPHS_H
#define DOSSIER_TEXT_PARAGRAPHS_H

#include "dossier/base/arena.h"
#include "dossier/base/span.h"

/* The paragraphs of TEXT in order, white space trimmed at both ends, added to OUT. Wrapped by hand:
 * no line is longer than 100 columns and at least four of five breaks inside blocks of lines stand
 * where the next line's first word would not have fitted the longest line, of 40 columns or more;
 * and half of them at least are no sentence's end, as lines that are paragraphs would have it. */
void paragraphs_find(struct arena *arena, struct str text, struct spans *out);
/* The first of them, MOST at most, in OUT; how many. */
size_t paragraphs_begin(struct str text, struct span *out, size_t most);

#endif
