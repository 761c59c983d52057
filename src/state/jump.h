/* SPDX-License-Identifier: ISC */
/* To a row by how it begins. */
#ifndef DOSSIER_SRC_STATE_JUMP_H
#define DOSSIER_SRC_STATE_JUMP_H

#include "dossier/state/state.h"

/* The rows in focus stand in an order that can be jumped in; else says why not. */
bool jump_can(struct state *state);
/* Puts the cursor on the first row whose field that the rows are ordered by begins with WORDS;
 * where none does, on the next one in that order, and is false. */
bool jump_to(struct state *state, struct str words);
/* What can be typed there. */
const char *jump_hint(const struct state *state);
/* "title", "date": what rows begin with. */
const char *jump_field(const struct state *state);

#endif
