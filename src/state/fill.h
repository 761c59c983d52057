/* SPDX-License-Identifier: ISC */
/* Each list's rows, made from what it shows. */
#ifndef DOSSIER_SRC_STATE_FILL_H
#define DOSSIER_SRC_STATE_FILL_H

#include "dossier/state/state.h"

void fill_articles(struct state *state);
void fill_places(struct state *state);
void fill_cast(struct state *state);
void fill_notes(struct state *state);
void fill_problems(struct state *state);
/* Problem NUMBER: the library's come first, then the notebook's. */
const struct problem *fill_problem(const struct state *state, uint32_t number);
/* Puts the COUNT articles at NUMBERS into the order in force. */
void fill_sort(const struct state *state, uint32_t *numbers, size_t count);

#endif
