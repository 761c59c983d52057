/* SPDX-License-Identifier: ISC */
/* The thread in hand: taking it up, walking it, making it anew. */
#ifndef DOSSIER_SRC_STATE_HOLD_H
#define DOSSIER_SRC_STATE_HOLD_H

#include "dossier/state/state.h"

#include <stdbool.h>

/* Takes up the thread of WISH; the one before can be taken up again. False with the error, and
 * nothing changed, where the wish can't be met or leads nowhere. */
bool hold_take(struct state *state, const struct thread_wish *wish, struct error *error);
/* The same for an actor; the error is said. */
bool hold_actor(struct state *state, uint32_t actor);
/* Goes to place INDEX of the thread. */
void hold_go(struct state *state, size_t index);
/* Takes it up and goes to its first place; what is wrong is said. */
void hold_begin(struct state *state, enum thread_kind kind, struct str words);
/* Makes the thread anew, for what it is made from has changed. */
void hold_again(struct state *state);
/* The place of the thread with the cursor; its len if there is none. */
size_t hold_here(const struct state *state);

#endif
