/* SPDX-License-Identifier: ISC */
/* The line that is typed for a command, and the rows to choose from above it. */
#ifndef DOSSIER_SRC_STATE_PROMPT_H
#define DOSSIER_SRC_STATE_PROMPT_H

#include "dossier/state/state.h"

/* Asks for the argument of COMMAND; INITIAL stands there already. */
void prompt_open(struct state *state, enum command command, struct str initial);
void prompt_close(struct state *state);
/* The line was changed: the rows follow, and a filter takes it at once. */
void prompt_changed(struct state *state);
/* Closes the prompt and gives its command and, in ARENA, the line or the row chosen. */
enum command prompt_take(struct state *state, struct arena *arena, struct str *line);
void prompt_cancel(struct state *state);
void prompt_complete(struct state *state);
/* Offers what a search can be narrowed by, or names that a word in it can become. */
void prompt_narrow(struct state *state);
/* The row chosen of these becomes the line; false where none is offered. */
bool prompt_take_narrower(struct state *state);
/* They go away, and the line stays; false where none are there. */
bool prompt_leave_rows(struct state *state);
/* The next row (1) or the one before (-1); where there are none, lines typed before. */
void prompt_step(struct state *state, int by);

#endif
