/* SPDX-License-Identifier: ISC */
/* What colleagues changed counts as noticed once the cursor was on its row. */
#ifndef DOSSIER_SRC_STATE_NOTICE_H
#define DOSSIER_SRC_STATE_NOTICE_H

#include "dossier/state/state.h"

/* Takes down what note the cursor of the notes is on, and that its news was noticed, where the list
 * has the focus. */
void notice_note(struct state *state);

#endif
