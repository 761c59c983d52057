/* SPDX-License-Identifier: ISC */
/* The state as a screen: a pure function. It reads no clock, no file and no terminal, and changes
 * nothing. */
#ifndef DOSSIER_DRAW_DRAW_H
#define DOSSIER_DRAW_DRAW_H

#include "dossier/draw/cells.h"
#include "dossier/state/state.h"

/* Draws a frame of state.width by state.height into OUT, which was zeroed once before the first. */
void draw(struct cells *out, const struct state *state);

#endif
