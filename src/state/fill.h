/* SPDX-License-Identifier: ISC */
/* Each list's rows, made from what it shows. */
#ifndef DOSSIER_SRC_STATE_FILL_H
#define DOSSIER_SRC_STATE_FILL_H

#include "dossier/state/state.h"

void fill_articles(struct state *state);
void fill_places(struct state *state);
/* What is filtered goes on by some rows. */
void fill_articles_more(struct state *state);
void fill_places_more(struct state *state);
void fill_cast(struct state *state);
void fill_notes(struct state *state);
void fill_problems(struct state *state);
/* Problem NUMBER: the library's come first, then the notebook's. */
const struct problem *fill_problem(const struct state *state, uint32_t number);

#endif
