/* SPDX-License-Identifier: ISC */
/* Several notes may lie over one place: they take turns. */
#ifndef DOSSIER_SRC_STATE_TURN_H
#define DOSSIER_SRC_STATE_TURN_H

#include "dossier/state/state.h"

/* The next of the notes under the cursor. */
void turn_next(struct state *state);
/* Goes to a note of this article, the next (1) or the one before (-1). */
void turn_step(struct state *state, int by);

#endif
