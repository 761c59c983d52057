/* SPDX-License-Identifier: ISC */
/* What is kept of articles: which are read and starred, and what of them was on the screen. Only
 * those that something is kept of take any room. */
#ifndef DOSSIER_SRC_STATE_KEPT_H
#define DOSSIER_SRC_STATE_KEPT_H

#include "dossier/state/state.h"
#include "moving.h"

/* Adds SPAN to SEEN (on the heap), which stays sorted and joined. */
void kept_add(struct spans *seen, struct span span);
/* Adds SPAN to what was seen of ARTICLE. */
void kept_see(struct state *state, uint32_t article, struct span span);
/* What was seen of the thread's places is counted anew: it is another thread. */
void kept_count_thread(struct state *state);
/* How many articles can't be read; for a library that is new. */
void kept_count_unreadable(struct state *state);
/* Takes the articles of the new library for those of the old one: what is gone is forgotten, and
 * what was seen of those that have another text now stays seen where the words are the same. */
void kept_move(struct state *state, struct moving *moving);
void kept_free(struct kept_articles *kept);

#endif
