/* SPDX-License-Identifier: ISC */
/* What the screen has, so that only what differs is handed on; and cells as the characters to send.
 */
#ifndef DOSSIER_SRC_TERM_FRAME_H
#define DOSSIER_SRC_TERM_FRAME_H

#include "dossier/draw/cells.h"

#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

#define RUN_LONGEST 512 /* cells of one look that are sent together */
#define FRAME_CHARS 8   /* that a cell gives at most */

struct frame {
    int width, height;
    struct cell *at;
    struct buf text;
};

void frame_free(struct frame *frame);
void frame_keep(struct frame *frame, const struct cells *cells);
/* Row Y of CELLS is not what FRAME has there, or FRAME has another size. */
bool frame_row_differs(const struct frame *frame, const struct cells *cells, int y);
/* Puts the characters of a cell, which has a width, into OUT: as many columns by the locale's
 * reckoning as by ours. How many there are. */
size_t frame_chars(const struct cells *cells, const struct cell *cell, wchar_t *out);

#endif
