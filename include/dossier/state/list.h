/* SPDX-License-Identifier: ISC */
/* The cursor and scroll of a list of rows. */
#ifndef DOSSIER_STATE_LIST_H
#define DOSSIER_STATE_LIST_H

#include <stddef.h>

struct list {
    size_t count;  /* rows */
    size_t cursor; /* the current row; 0 where there is none */
    size_t top;    /* the first row on the screen */
    int sideways;  /* columns scrolled to the right */
};

/* Moves the cursor, kept inside. */
void list_move(struct list *list, long by);
void list_go(struct list *list, size_t row);
/* The same for a row that may be far away: where it was not among the HEIGHT rows on the screen, it
 * comes to their upper third. */
void list_bring(struct list *list, size_t row, int height);
void list_resize(struct list *list, size_t count);
/* Scrolls so that the cursor is on the screen, with context above and below where there is room. */
void list_show(struct list *list, int height);

#endif
