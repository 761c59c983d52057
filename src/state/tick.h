/* SPDX-License-Identifier: ISC */
/* Rows of the concordance that are ticked, to be noted together. */
#ifndef DOSSIER_SRC_STATE_TICK_H
#define DOSSIER_SRC_STATE_TICK_H

#include "dossier/state/state.h"

size_t tick_count(const struct state *state);
/* Ticks the row under the cursor, or not, and goes on to the next. */
void tick_row(struct state *state, bool on);
/* Ticks all rows that are shown, or no place of the thread. */
void tick_all(struct state *state, bool on);
/* Ticks these and no others. */
void tick_set(struct state *state, const struct passages *ticked);
/* The ticked places, in ARENA. */
struct passages tick_get(const struct state *state, struct arena *arena);
/* No row is ticked any more: they were noted. */
void tick_clear(struct state *state);

#endif
