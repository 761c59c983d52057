/* SPDX-License-Identifier: ISC */
/* The sentence that says where the cursor is. */
#ifndef DOSSIER_SRC_STATE_WHERE_H
#define DOSSIER_SRC_STATE_WHERE_H

#include "dossier/state/state.h"

void where_say(struct state *state);

#endif
