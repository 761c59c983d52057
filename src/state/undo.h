/* SPDX-License-Identifier: ISC */
/* What u takes back. */
#ifndef DOSSIER_SRC_STATE_UNDO_H
#define DOSSIER_SRC_STATE_UNDO_H

#include "dossier/state/state.h"

/* A step that was done; what was taken back before can no longer be done again. The step's slices
 * must live as long as the state. */
void undo_push(struct state *state, const struct undo_step *step);
/* Takes back the last step, or does it again, and says so. */
void undo_back(struct state *state, struct effects *out);
void undo_again(struct state *state, struct effects *out);
/* What was asked of the notebook is done: moves along the steps and says so. */
void undo_done(struct state *state);
/* Sets a mark of an article, as a step. */
void undo_mark(struct state *state, uint32_t article, enum undo_kind kind, bool on);
/* Throws draft NUMBER away, as a step. */
void undo_draft(struct state *state, size_t number, struct effects *out);

#endif
