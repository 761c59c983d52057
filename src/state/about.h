/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_SRC_STATE_ABOUT_H
#define DOSSIER_SRC_STATE_ABOUT_H

#include "dossier/state/state.h"

/* Makes the rows anew where the view is shown and they are of another article or library. */
void about_refresh(struct state *state);
/* Puts the cursor on the next fact from row FROM on that waits for a word; where there is none it
 * stays. */
void about_next(struct state *state, size_t from);
void about_free(struct about *about);
/* Enter, +, x and e on the row. */
void about_open(struct state *state);
void about_yes(struct state *state, struct effects *out);
void about_no(struct state *state, struct effects *out);
void about_edit(struct state *state);

#endif
