/* SPDX-License-Identifier: ISC */
/* Keys while a line or a note is being typed. */
#ifndef DOSSIER_SRC_STATE_TYPING_H
#define DOSSIER_SRC_STATE_TYPING_H

#include "dossier/state/state.h"

void typing_key(struct state *state, key k, struct effects *out);

#endif
