/* SPDX-License-Identifier: ISC */
/* Going from place to place, and the trail that is left. */
#ifndef DOSSIER_SRC_STATE_PLACE_H
#define DOSSIER_SRC_STATE_PLACE_H

#include "dossier/state/state.h"

/* Where reading an article begins: its body's first paragraph. */
uint32_t place_begin(const struct article *article);
/* Where the reader left ARTICLE, as far back as the trail reaches; its begin where they never were.
 */
struct spot place_left(const struct state *state, uint32_t article);
/* Puts the cursor there, and nothing on the trail. */
void place_open(struct state *state, struct spot spot);
/* Goes there; the place left is put on the trail. What is folded away there is unfolded. */
void place_jump(struct state *state, struct spot spot);
/* The same within the article: on the trail only if it is more than a screen away. */
void place_move(struct state *state, uint32_t at);
/* Leads to the reading view, and to the text if it is not on the screen. */
void place_show_text(struct state *state);
/* Puts the place with the cursor on the trail. */
void place_leave(struct state *state);
/* One step on the trail; false at its end. */
bool place_back(struct state *state);
bool place_forward(struct state *state);

#endif
