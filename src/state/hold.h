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
/* Makes THREAD of WISH, with the first step of a search and in the order that is wished, and takes
 * it up nowhere. False with an error; the caller frees THREAD either way. */
bool hold_make(const struct state *state, struct thread *thread, const struct thread_wish *wish,
               struct error *error);
/* One step more of a search. */
bool hold_step(const struct state *state, struct thread *thread, struct error *error);
/* The thread in hand is another: its rows are made anew. */
void hold_changed(struct state *state);
/* OLD can be taken up again, if WISH is another. */
void hold_keep_last(struct state *state, const struct thread_wish *old,
                    const struct thread_wish *wish);
/* The search of the thread in hand has no place yet: its first will be gone to. */
void hold_await(struct state *state);
/* It goes a step further. */
void hold_go_on(struct state *state);
/* It is stopped, and that is said; false where none is under way. */
bool hold_stop(struct state *state);
/* Makes the thread anew, for what it is made from has changed. */
void hold_again(struct state *state);
/* The place of the thread with the cursor; its len if there is none. */
size_t hold_here(const struct state *state);

#endif
