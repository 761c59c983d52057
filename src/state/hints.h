/* SPDX-License-Identifier: ISC */
/* A letter on every name in view. */
#ifndef DOSSIER_SRC_STATE_HINTS_H
#define DOSSIER_SRC_STATE_HINTS_H

#include "dossier/state/state.h"

/* Puts a letter on each mention in view; false where there is none. */
bool hints_show(struct state *state);
void hints_hide(struct state *state);
/* The key typed while letters stand: its mention's actor becomes the thread. */
void hints_key(struct state *state, key k);

#endif
