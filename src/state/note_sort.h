/* SPDX-License-Identifier: ISC */
/* What the list of all notes can be ordered by. */
#ifndef DOSSIER_SRC_STATE_NOTE_SORT_H
#define DOSSIER_SRC_STATE_NOTE_SORT_H

#include "dossier/state/state.h"

/* Puts the COUNT numbers at ROWS, which are in the order of articles and places, into the order in
 * force; equal ones stay as they are. */
void note_sort_rows(const struct state *state, uint32_t *rows, size_t count);

/* The words for the orders, parted by spaces. */
#define NOTE_SORTS "need place date writer tag"
const char *note_sort_name(enum note_sort sort);
/* False where WORD is none. */
bool note_sort_find(struct str word, enum note_sort *out);

#endif
