/* SPDX-License-Identifier: ISC */
/* The screen as a grid of cells {grapheme, width, styles}. Whatever is put in goes through
 * text/grapheme, so that nothing hostile is ever in a cell; what is in a cell may be sent to a
 * terminal. */
#ifndef DOSSIER_DRAW_CELLS_H
#define DOSSIER_DRAW_CELLS_H

#include "dossier/base/arena.h"
#include "dossier/base/buf.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct cell {
    uint32_t at;   /* its grapheme: bytes of cells.text */
    uint8_t len;   /* at most CLUSTER_SHOWN */
    uint8_t width; /* columns; 0: it belongs to the wide one on its left */
    uint32_t
        styles; /* a bit for each enum style that it has; config/theme makes one look of them */
};

struct cells {
    int width, height;
    int cursor_x, cursor_y; /* of the terminal's cursor; -1: nowhere */
    struct cell *at;        /* row by row */
    struct buf text;
    struct arena *arena; /* for those who draw: cleared when a frame begins */
};

/* Begins a frame of WIDTH by HEIGHT cells, all spaces of style 0. Zero the struct before the first.
 */
void cells_begin(struct cells *cells, int width, int height);
void cells_free(struct cells *cells);

/* Puts S on one line at X, Y, in whole clusters, as far as ROOM columns and the grid reach; what
 * lies left of the grid is left out. The columns taken. */
int cells_put(struct cells *cells, int x, int y, int room, unsigned style, struct str s);
/* Puts the cluster S over and over into WIDTH columns. */
void cells_fill(struct cells *cells, int x, int y, int width, unsigned style, struct str s);
/* Adds STYLE to what is there. */
void cells_overlay(struct cells *cells, int x, int y, int width, unsigned style);
void cells_cursor(struct cells *cells, int x, int y);

/* NULL outside the grid. */
const struct cell *cells_at(const struct cells *cells, int x, int y);
struct str cells_grapheme(const struct cells *cells, const struct cell *cell);
/* The row as text, without the spaces at its end. */
void cells_text(const struct cells *cells, int y, struct buf *out);

/* For terminals without Unicode: each cell becomes what it looks most like in ASCII, else '?'. */
void cells_ascii(struct cells *cells);

#endif
