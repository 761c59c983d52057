/* SPDX-License-Identifier: ISC */
/* What the texts speak of, read in steps, and the rows of the stretch under the cursor. */
#ifndef DOSSIER_SRC_STATE_TIMELINE_FILL_H
#define DOSSIER_SRC_STATE_TIMELINE_FILL_H

#include "dossier/state/state.h"

/* The timeline is on the screen, or below help. */
bool timeline_shows(const struct state *state);
/* Reads some more texts. */
void timeline_go_on(struct state *state);
/* Makes the rows of the stretch under the cursor, which stays on its row; and tries some more of
 * them, where they are filtered. */
void timeline_fill(struct state *state);
void timeline_fill_more(struct state *state);
/* The row of the article at START, or TIME_OWN, below list.count; false where it is not shown. */
bool timeline_find(const struct state *state, struct time_spot spot, size_t *row);
/* What the row under the cursor is about; ARTICLE_NONE where there is none. */
struct time_spot timeline_spot(const struct state *state);
/* What the cursor is on, in the view or in the pane, and back to it, where it is still shown. */
uint32_t timeline_number(const struct state *state);
void timeline_show_number(struct state *state, uint32_t number);
/* Another stretch is under the cursor. */
void timeline_turn(struct timeline *timeline);
/* Nothing that was read is true of another library. */
void timeline_forget(struct timeline *timeline);
/* The same where numbers are read otherwise. */
void timeline_anew(struct state *state);
void timeline_free(struct timeline *timeline);

/* ROW has the words of the filter: in its headline, its sentence, its label or source. */
struct filter;
bool timeline_passes(struct filter *filter, const struct corpus *corpus,
                     const struct time_row *row);
/* The rows of the pane: the times of the article at the cursor. */
void timeline_fill_pane(struct state *state);

#endif
