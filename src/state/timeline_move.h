/* SPDX-License-Identifier: ISC */
/* Moving along the timeline, and the bars that are on the screen. */
#ifndef DOSSIER_SRC_STATE_TIMELINE_MOVE_H
#define DOSSIER_SRC_STATE_TIMELINE_MOVE_H

#include "dossier/state/state.h"

/* The view is asked for: at the article that is read, or where it was left. */
void timeline_open(struct state *state);
/* So many stretches on, or back; or so many that hold something. */
void timeline_step(struct state *state, long by);
void timeline_leap(struct state *state, long by);
/* To the first or last article; from there to the first or last time that a text speaks of. */
void timeline_end(struct state *state, bool last);
/* To the stretch that holds D. */
void timeline_go(struct state *state, day d);
/* Longer stretches, or shorter ones; the row under the cursor stays where it is shown. */
void timeline_grow(struct state *state, int by);
/* To the stretch in column X of the bars. */
void timeline_press(struct state *state, int x);
/* Goes to what the row under the cursor is about. */
void timeline_read(struct state *state);
/* Counts what the bars on the screen show, once the layout is made. */
void timeline_settle(struct state *state);

#endif
