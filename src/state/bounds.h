/* SPDX-License-Identifier: ISC */
/* Setting the bounds of a note anew: its passage stands selected in the text, the keys of a
 * selection move its ends, and Enter makes it the note's. */
#ifndef DOSSIER_SRC_STATE_BOUNDS_H
#define DOSSIER_SRC_STATE_BOUNDS_H

#include "dossier/state/state.h"

void bounds_begin(struct state *state, const struct note *note);
/* The bounds of a note are being set. */
bool bounds_are_set(const struct state *state);
/* What is selected becomes the note's passage. */
void bounds_take(struct state *state, struct effects *out);
/* They stay as they were. */
void bounds_leave(struct state *state);
/* Goes to the next (1) or the last (-1) of the places that are as good; false where there are none.
 */
bool bounds_walk(struct state *state, int by);
/* The passage where NOTE was found is its passage, with its words as they are now. */
void bounds_accept(struct state *state, const struct note *note, struct effects *out);

#endif
