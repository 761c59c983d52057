/* SPDX-License-Identifier: ISC */
/* What of the articles was on the screen. */
#ifndef DOSSIER_SRC_STATE_SEEN_H
#define DOSSIER_SRC_STATE_SEEN_H

#include "dossier/state/state.h"

/* Adds the lines of the text that are on the screen; the article is read once its end was. */
void seen_note(struct state *state);

#endif
