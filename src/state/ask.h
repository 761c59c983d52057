/* SPDX-License-Identifier: ISC */
/* What is asked of the notebook, each as one step that u takes back. The answer comes as an event;
 * till then the step waits in the state. */
#ifndef DOSSIER_SRC_STATE_ASK_H
#define DOSSIER_SRC_STATE_ASK_H

#include "dossier/state/state.h"

/* Stores COUNT notes in one save; those with the id of one that there is are new versions of it.
 * DID is what is said of them: "is saved". */
void ask_put(struct state *state, const struct note *notes, size_t count, const char *did,
             struct effects *out);
/* Stores NOTE, which was BASE when work on it began. If it is another by now, both stay. */
void ask_change(struct state *state, const struct note *note, const struct note *base,
                const char *did, struct effects *out);
void ask_remove(struct state *state, const struct note *note, struct effects *out);
void ask_restore(struct state *state, const struct note *grave, struct effects *out);
void ask_check(struct state *state, const struct note *note, bool on, struct effects *out);
/* Of the two versions of a note NOTE stays. */
void ask_settle(struct state *state, const struct note *note, struct effects *out);
void ask_tags(struct state *state, enum tags_change change, struct str tag, struct str other,
              struct effects *out);
/* Has AMENDMENT written to tags.yaml. */
void ask_amend(struct state *state, const struct amendment *amendment, struct effects *out);
/* The same with CORRECTION, of an article that is there. */
void ask_correct(struct state *state, const struct correction *correction, struct effects *out);

/* The note with exactly this id, or NULL. */
const struct note *ask_stored(const struct state *state, struct str id);
/* "the note on 001 ¶2", in ARENA. */
struct str ask_name(const struct state *state, struct arena *arena, const struct note *note);
/* This user's own; else said so. */
bool ask_is_own(struct state *state, const struct note *note, const char *verb);

/* Saves QUERY under NAME, or takes that search away where QUERY is empty. */
void ask_search(struct state *state, struct str name, struct str query, struct effects *out);

#endif
