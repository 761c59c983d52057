/* SPDX-License-Identifier: ISC */
/* Lines of text over whatever is there: help, options, answers to i. */
#ifndef DOSSIER_SRC_STATE_INFO_H
#define DOSSIER_SRC_STATE_INFO_H

#include "dossier/state/state.h"

/* Begins a new text, to be added to; info_show shows it. A line may have a tab: what stands before
 * it is its name, and what follows is wrapped beside it. */
struct buf *info_begin(struct state *state, const char *title);
void info_show(struct state *state);
void info_close(struct state *state);
/* Breaks the text anew if the width has changed, and keeps the scroll in bounds. */
void info_settle(struct state *state);
void info_scroll(struct state *state, long by);

#endif
