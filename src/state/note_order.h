/* SPDX-License-Identifier: ISC */
/* The order of the notes, made once after each change of them, so that a key costs no sorting. */
#ifndef DOSSIER_SRC_STATE_NOTE_ORDER_H
#define DOSSIER_SRC_STATE_NOTE_ORDER_H

#include "dossier/state/state.h"

void note_order_make(struct state *state);
void note_order_free(struct note_order *order);
/* Only the order of the rows, after another one was asked for. */
void note_order_sort(struct state *state);
/* It was made before notes or drafts changed. */
bool note_order_is_stale(const struct state *state);

/* The row of the note with exactly this id, this user's before another's; UINT32_MAX. */
uint32_t note_order_find(const struct state *state, struct str id);

#endif
