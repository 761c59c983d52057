/* SPDX-License-Identifier: ISC */
/* The rows of the lists, filtered and in order; made anew only where they are stale. */
#ifndef DOSSIER_SRC_STATE_ROWS_H
#define DOSSIER_SRC_STATE_ROWS_H

#include "dossier/state/state.h"

/* Makes what is stale. The cursors stay on what they were on. */
void rows_refresh(struct state *state);
/* Goes on with filtering, by some rows; or to the end, for who wants the last. */
void rows_step(struct state *state);
void rows_finish(struct state *state);

/* What stands under a list's cursor; NONE or NULL in an empty one. */
uint32_t rows_article(const struct state *state);
size_t rows_place(const struct state *state); /* in the thread; its len if there is none */
uint32_t rows_actor(const struct state *state);
const struct note *rows_note(const struct state *state);
const struct note *rows_grave(const struct state *state); /* a note that is deleted */
const struct draft *rows_draft(const struct state *state);
uint32_t rows_doubt(const struct state *state); /* a mention, or MENTION_NONE */
const struct problem *rows_problem(const struct state *state);

/* Puts a list's cursor on a row, if it is shown. */
/* What the cursor of the list that has the focus is on, and back to it, where it is still shown. */
uint32_t rows_number(const struct state *state);
void rows_show_number(struct state *state, uint32_t number);
void rows_show_article(struct state *state, uint32_t article);
void rows_show_place(struct state *state, size_t place);
void rows_show_doubt(struct state *state, uint32_t mention);
void rows_show_note(struct state *state, struct str id);

/* Folds a group of articles away, or unfolds it; or all groups. What the cursor was on stays under
 * it, or its heading does. */
void rows_fold(struct state *state, const struct list_group *group);
void rows_fold_all(struct state *state, bool folded);

/* The view whose filter the list in focus obeys; VIEW_COUNT in the text. */
enum view rows_view(const struct state *state);

#endif
