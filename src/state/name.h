/* SPDX-License-Identifier: ISC */
/* Making an actor of words in the text. */
#ifndef DOSSIER_SRC_STATE_NAME_H
#define DOSSIER_SRC_STATE_NAME_H

#include "dossier/model/pattern.h"
#include "dossier/state/state.h"

/* TYPED as a name and perhaps, as its last word, a kind; a person else. */
struct str name_parse(struct str typed, enum actor_kind *kind);
/* The words with capitals around the cursor that could be a name; empty where there are none. */
struct str name_here(const struct state *state);
/* "001 ¶2  …host Ukrainian President Volodymyr Zelensky at the White House…", in ARENA. */
struct str name_example(const struct library *library, struct arena *arena,
                        const struct place *place);

#endif
