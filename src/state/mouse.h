/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_SRC_STATE_MOUSE_H
#define DOSSIER_SRC_STATE_MOUSE_H

#include "dossier/state/state.h"

/* A click goes there, a second one on the same row opens it; a drag selects, the wheel scrolls. */
void mouse_take(struct state *state, const struct event *event, struct effects *out);

#endif
