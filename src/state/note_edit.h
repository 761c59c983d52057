/* SPDX-License-Identifier: ISC */
/* Writing notes: on what, and in the editor. */
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
/* An answer to NOTE, on the same passage. */
struct note note_answer(const struct state *state, struct arena *arena, const struct note *note);
/* New notes on the words of the places that are ticked, in ARENA; one where they are the same. */
struct note *note_ticked(const struct state *state, struct arena *arena, size_t *count);

/* Opens the editor on COUNT notes that get the same text: one that there is, or new ones; with a
 * draft of them if there is one. */
void note_open(struct state *state, const struct note *notes, size_t count);
/* Goes on with a draft. */
void note_open_draft(struct state *state, const struct draft *draft);
void note_save(struct state *state, struct effects *out);
/* Keeps what is typed as a draft and closes the editor. */
void note_leave(struct state *state, struct effects *out);
void note_close(struct state *state);
/* In the note that is being typed, or not. */
void note_turn_private(struct state *state);
/* The notes were stored: no draft of them is left. */
void note_forget_draft(struct state *state, struct effects *out);
/* The notes that are typed could not be saved; IDS are what they will have. */
void note_not_saved(struct state *state, const struct str *ids, size_t count);

/* Adds tags to those that NOTE has, each once. */
void note_add_tags(struct arena *arena, struct note *note, const struct str *more, size_t count);

/* The tags that begin as the word before the cursor does, as rows to choose from; none where that
 * is no beginning of a tag. */
void note_offer_tags(struct state *state);
void note_hide_tags(struct state *state);
/* The next row (1) or the one before (-1). False where none is offered, or lit. */
bool note_step_tags(struct state *state, int by);
/* Puts the row that is lit there, or with ANY the first. False where there is none. */
bool note_take_tag(struct state *state, bool any);

#endif
