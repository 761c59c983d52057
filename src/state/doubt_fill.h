/* SPDX-License-Identifier: ISC */
/* The rows of the mentions in doubt. */
#ifndef DOSSIER_SRC_STATE_DOUBT_FILL_H
#define DOSSIER_SRC_STATE_DOUBT_FILL_H

#include "dossier/state/state.h"

/* Fills doubt_rows: what is in doubt, and what a verdict on one place is about, filtered and in
 * order. Looks at no article: a filter is about forms, actors, reasons and, with in:, one article.
 */
void doubt_fill(struct state *state);
/* The mention at SPOT that is among them; MENTION_NONE. */
uint32_t doubt_at(const struct state *state, struct spot spot);

/* The words for the orders, parted by spaces. */
#define DOUBT_SORTS "date form actor article open"
const char *doubt_sort_name(enum doubt_sort sort);
/* False where WORD is none. */
bool doubt_sort_find(struct str word, enum doubt_sort *out);

#endif
