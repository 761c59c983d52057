/* SPDX-License-Identifier: ISC */
/* Why what is under the cursor is marked, dated, attributed so. */
#ifndef DOSSIER_SRC_STATE_WHY_H
#define DOSSIER_SRC_STATE_WHY_H

#include "dossier/state/state.h"

void why_show(struct state *state);

#endif
