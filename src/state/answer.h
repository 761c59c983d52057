/* SPDX-License-Identifier: ISC */
/* What comes back from outside. */
#ifndef DOSSIER_SRC_STATE_ANSWER_H
#define DOSSIER_SRC_STATE_ANSWER_H

#include "dossier/state/state.h"

void answer_library(struct state *state, const struct event *event, struct effects *out);
void answer_notes(struct state *state, const struct event *event, struct effects *out);
void answer_searches(struct state *state, const struct event *event, struct effects *out);
void answer_said(struct state *state, const struct event *event, struct effects *out);
void answer_drafts(struct state *state, const struct event *event, struct effects *out);
void answer_reading(struct state *state, const struct event *event, struct effects *out);
void answer_words(struct state *state, const struct event *event, struct effects *out);
void answer_edited(struct state *state, const struct event *event, struct effects *out);

#endif
