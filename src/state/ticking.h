/* SPDX-License-Identifier: ISC */
/* Ticking by hand, as steps that u takes back. */
#ifndef DOSSIER_SRC_STATE_TICKING_H
#define DOSSIER_SRC_STATE_TICKING_H

#include "dossier/state/state.h"

/* Ticks the row under the cursor, or not, and goes on to the next. */
void ticking_row(struct state *state, bool on);
/* Ticks all rows that are shown, or no place of the thread. */
void ticking_all(struct state *state, bool on);

#endif
