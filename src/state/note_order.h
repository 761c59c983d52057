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

/* What row NUMBER of the order is: a note, or a deleted one; NULL for a draft. */
const struct note *note_order_note(const struct state *state, uint32_t number);
const struct draft *note_order_draft(const struct state *state, uint32_t number);
/* The article that it is on in this generation, or ARTICLE_NONE. */
uint32_t note_order_article(const struct state *state, uint32_t number);
/* The row of the note with exactly this id, this user's before another's; UINT32_MAX. */
uint32_t note_order_find(const struct state *state, struct str id);

/* The words for the orders, parted by spaces. */
#define NOTE_SORTS "need place date writer tag"
const char *note_sort_name(enum note_sort sort);
/* False where WORD is none. */
bool note_sort_find(struct str word, enum note_sort *out);

#endif
