/* SPDX-License-Identifier: ISC */
/* How often and where each actor is mentioned, counted once and kept till what counts changes. */
#ifndef DOSSIER_SRC_STATE_TALLIES_H
#define DOSSIER_SRC_STATE_TALLIES_H

#include "dossier/state/state.h"

/* For each actor, under the counting in force. */
const struct tally *tallies_of(struct state *state);

#endif
