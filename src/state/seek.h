/* SPDX-License-Identifier: ISC */
/* A search while it is typed: with every key its places stand in the concordance and are lit in the
 * text, and what was there before comes back if the line is left. */
#ifndef DOSSIER_SRC_STATE_SEEK_H
#define DOSSIER_SRC_STATE_SEEK_H

#include "dossier/state/state.h"

/* A line for a search begins to be typed: what is there now is kept. */
void seek_begin(struct state *state);
/* The line is another. One that can't be read, or not yet, leaves the last places quietly. */
void seek_changed(struct state *state);
/* Whether Enter may take the line; else what is wrong is said and marked. */
bool seek_accepts(struct state *state);
/* WORDS were taken: their thread is in hand from now on, and the text goes to the place of the row.
 * False where they are not what is shown: then all is as before. */
bool seek_take(struct state *state, struct str words);
/* All is as it was before. */
void seek_leave(struct state *state);
/* The search has gone a step further. */
void seek_went_on(struct state *state);
/* What the status line says while a search is typed: how many places, or what is wrong. */
void seek_tell(const struct state *state, struct arena *arena, struct buf *out);

#endif
