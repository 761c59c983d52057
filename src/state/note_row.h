/* SPDX-License-Identifier: ISC */
/* What the numbers stand for that the rows of the notes are: the notes of the notebook, behind them
 * the deleted ones, behind those the drafts. */
#ifndef DOSSIER_SRC_STATE_NOTE_ROW_H
#define DOSSIER_SRC_STATE_NOTE_ROW_H

#include "dossier/state/state.h"

/* A note, or a deleted one; NULL for a draft. */
const struct note *note_row_note(const struct state *state, uint32_t number);
const struct draft *note_row_draft(const struct state *state, uint32_t number);
/* The article that it is on in this generation, or ARTICLE_NONE. */
uint32_t note_row_article(const struct state *state, uint32_t number);

#endif
