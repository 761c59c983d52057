/* SPDX-License-Identifier: ISC */
/* What goes on beside the keys: the folder is read in a thread, it is watched, and what others
 * change is taken in when that disturbs nobody. The loop polls for it; all here runs in the loop's
 * thread. */
#ifndef DOSSIER_SRC_APP_LIVE_H
#define DOSSIER_SRC_APP_LIVE_H

#include "dossier/app/world.h"

#define LIVE_FDS 2

/* Begins to watch; where the world is blank, to read too. The world has its state. */
void live_start(struct world *world);
/* Ends it. False where a thread still reads what the world owns, which then must not be freed. */
bool live_end(struct world *world);
/* What to poll for input. */
size_t live_fds(const struct world *world, int fds[LIVE_FDS]);
/* In how many milliseconds live_turn is to be called, whatever comes before; -1: need not be. */
int live_wait(const struct world *world);
/* Does what is due. */
void live_turn(struct world *world);
/* Gives a first load as many milliseconds to end before there is anything to draw. */
void live_linger(struct world *world, int milliseconds);

/* Each of these does nothing where nothing goes on beside the keys. */
/* The folder is to be read again, in any case; what came of it is said. False: the caller must do
 * it. */
bool live_reload(struct world *world);
/* Stops the reading that is under way; false where none is. */
bool live_stop(struct world *world);
/* This program is about to take a change of its own into the library: a load that is under way
 * would not have it, so it is given up and done again later. Waits for its end. */
void live_give_up(struct world *world);
/* LIBRARY is being kept for the next run: it must not be freed yet. */
bool live_is_keeping(const struct world *world, const struct library *library);
/* Waits till that is not so. */
void live_let_go(const struct world *world, const struct library *library);
/* This program has written tags.yaml or searches.yaml, and has taken in what it wrote: the watch
 * must not take that for a change. */
void live_saved(struct world *world);

#endif
