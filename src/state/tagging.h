/* SPDX-License-Identifier: ISC */
/* Choosing the tags of a note in a prompt: Enter ticks a row or takes its tick away, and makes a
 * new tag of what no row has; what is ticked at the end is saved at once. */
#ifndef DOSSIER_SRC_STATE_TAGGING_H
#define DOSSIER_SRC_STATE_TAGGING_H

#include "dossier/state/state.h"

void tagging_open(struct state *state, const struct note *note);
/* The row that is lit, or what was typed, is turned; with neither, that is all. */
void tagging_turn(struct state *state, struct effects *out);
/* Closes the prompt and saves what is ticked. */
void tagging_done(struct state *state, struct effects *out);
/* Closes it and leaves the note as it was. */
void tagging_drop(struct state *state);
/* The prompt that is open is this one. */
bool tagging_is_open(const struct state *state);

#endif
