/* SPDX-License-Identifier: ISC */
/* Taking hold of what stands in the text. */
#ifndef DOSSIER_SRC_STATE_TAKE_H
#define DOSSIER_SRC_STATE_TAKE_H

#include "dossier/state/state.h"

/* The actor of mention NUMBER becomes the thread, with this place as the current one. */
void take_mention(struct state *state, uint32_t number);
/* The mention with the cursor, or MENTION_NONE. */
uint32_t take_here(const struct state *state);
/* The actor becomes the thread, and its first place is gone to. */
void take_actor(struct state *state, uint32_t actor);

#endif
