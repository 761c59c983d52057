/* SPDX-License-Identifier: ISC */
/* Running commands: from keys, from a line typed, from a binding of the user's. */
#ifndef DOSSIER_SRC_STATE_RUN_H
#define DOSSIER_SRC_STATE_RUN_H

#include "dossier/state/acts.h"

/* Runs CALL; where it wants an argument and has none, asks for it. */
void run_call(struct state *state, struct call call, struct effects *out);
/* Runs a line as typed after ":": "3 next", "export! markdown notes.md". */
void run_line(struct state *state, struct str line, struct effects *out);
/* Adds an effect to OUT. */
struct effect *run_effect(struct effects *out, enum effect_kind kind);

#endif
