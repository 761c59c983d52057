/* SPDX-License-Identifier: ISC */
/* What follows from a change, done once at the end of each update. */
#ifndef DOSSIER_SRC_STATE_SETTLE_H
#define DOSSIER_SRC_STATE_SETTLE_H

#include "dossier/state/state.h"

void settle(struct state *state);

#endif
