/* SPDX-License-Identifier: ISC */
/* Running commands: from keys, from a line typed, from a binding of the user's. */
#ifndef DOSSIER_SRC_STATE_RUN_H
#define DOSSIER_SRC_STATE_RUN_H

#include "dossier/state/acts.h"

/* Runs CALL; where it wants an argument and has none, asks for it. */
void run_call(struct state *state, struct call call, struct effects *out);
/* Runs a line as typed after ":": "3 next", "export! markdown notes.md". */
void run_line(struct state *state, struct str line, struct effects *out);
/* The parts of such a line, as far as they are there; LINE.argument as it was typed. False where
 * its name is no command's: then NAME says what was found. */
bool run_parse(struct str line, struct call *call, struct str *name);
/* Adds an effect to OUT. */
struct effect *run_effect(struct effects *out, enum effect_kind kind);

#endif
