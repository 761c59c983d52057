/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_SRC_APP_LINEAR_H
#define DOSSIER_SRC_APP_LINEAR_H

#include "dossier/app/world.h"

/* Reads on a terminal that has no screen (TERM=dumb), or on none: each line that comes in is a
 * string of keys, an empty one is Space; what is there then is printed, one sentence first. Till q,
 * or the end of the input. The status that the program ends with. */
int linear_run(struct world *world, struct state *state);

#endif
