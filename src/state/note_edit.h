/* SPDX-License-Identifier: ISC */
/* Writing notes: on what, in the editor, and to the notebook. */
#ifndef DOSSIER_SRC_STATE_NOTE_EDIT_H
#define DOSSIER_SRC_STATE_NOTE_EDIT_H

#include "dossier/state/state.h"

#include <stdbool.h>

/* What a note is to be on. */
struct note_target {
    uint32_t article; /* or ARTICLE_NONE */
    struct span span; /* empty: the whole article */
    struct str about; /* an actor's id, or empty */
};

/* What a note made here would be on; false, and said why, where there is nothing. */
bool note_find_target(struct state *state, struct note_target *target);
/* A new note on TARGET, in ARENA. */
struct note note_new(const struct state *state, struct arena *arena,
                     const struct note_target *target);
/* "the note on 001 ¶2", in ARENA. */
struct str note_name(const struct state *state, struct arena *arena, const struct note *note);
/* Asks the notebook to store NOTE; BEFORE is what it was, or NULL. */
void note_store(struct state *state, const struct note *note, const struct note *before,
                struct effects *out);
void note_delete(struct state *state, const struct note *note, struct effects *out);
/* This user's own; else said so. */
bool note_is_own(struct state *state, const struct note *note, const char *verb);

/* Opens the editor on NOTE, new or old, with a draft of it if there is one. */
void note_open(struct state *state, const struct note *note);
void note_save(struct state *state, struct effects *out);
/* Keeps what is typed as a draft and closes the editor. */
void note_leave(struct state *state, struct effects *out);
void note_close(struct state *state);
void note_complete_tag(struct state *state);
/* The note was stored: no draft of it is left. */
void note_forget_draft(struct state *state, struct effects *out);

#endif
