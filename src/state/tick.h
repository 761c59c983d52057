/* SPDX-License-Identifier: ISC */
/* Rows of the concordance that are ticked, to be noted together. */
#ifndef DOSSIER_SRC_STATE_TICK_H
#define DOSSIER_SRC_STATE_TICK_H

#include "dossier/state/state.h"

size_t tick_count(const struct state *state);
/* Ticks a place of the thread, or not. */
void tick_place(struct state *state, size_t place, bool on);
/* Ticks these and no others. */
void tick_set(struct state *state, const struct passages *ticked);
/* The ticked places, in ARENA. */
struct passages tick_get(const struct state *state, struct arena *arena);
/* No row is ticked any more: they were noted. */
void tick_clear(struct state *state);

#endif
