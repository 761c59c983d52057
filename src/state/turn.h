/* SPDX-License-Identifier: ISC */
/* Several notes may lie over one place: they take turns. */
#ifndef DOSSIER_SRC_STATE_TURN_H
#define DOSSIER_SRC_STATE_TURN_H

#include "dossier/state/state.h"

/* The next of the notes under the cursor. */
void turn_next(struct state *state);
/* How many notes lie over the cursor; *RANK: as which of them NOTE comes, from 1. */
size_t turn_count(const struct state *state, const struct note *note, size_t *rank);
/* Goes to a note of this article, the next (1) or the one before (-1). */
void turn_step(struct state *state, int by);

#endif
