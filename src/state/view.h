/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_SRC_STATE_VIEW_H
#define DOSSIER_SRC_STATE_VIEW_H

#include "dossier/state/state.h"

/* Gives VIEW the whole screen. */
void view_show(struct state *state, enum view view);
/* Shows XREF in its pane; where the pane is not on the screen, it gets the focus and so comes. */
void view_xref(struct state *state, enum xref xref);

#endif
