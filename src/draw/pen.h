/* SPDX-License-Identifier: ISC */
/* Writing one row from left to right: each piece goes where the last one ended, and none goes
 * beyond the end. */
#ifndef DOSSIER_SRC_DRAW_PEN_H
#define DOSSIER_SRC_DRAW_PEN_H

#include "dossier/draw/cells.h"

struct pen {
    struct cells *cells;
    int x, y;
    int end; /* the first column that is not ours */
};

struct pen pen_at(struct cells *cells, int x, int y, int width);
int pen_room(const struct pen *pen);
void pen_str(struct pen *pen, unsigned style, struct str s);
void pen_chars(struct pen *pen, unsigned style, const char *chars);
void pen_printf(struct pen *pen, unsigned style, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* S in at most WIDTH columns, with … at the end where it is cut. */
void pen_cut(struct pen *pen, unsigned style, struct str s, int width);
/* The same, and spaces up to WIDTH. */
void pen_column(struct pen *pen, unsigned style, struct str s, int width);
/* The same, to the right of its column. */
void pen_right(struct pen *pen, unsigned style, struct str s, int width);
/* The end of S to the right of its column, with … at its beginning where it is cut. */
void pen_tail(struct pen *pen, unsigned style, struct str s, int width);
void pen_skip(struct pen *pen, int columns);
/* The cluster SIGN up to column X. */
void pen_fill(struct pen *pen, unsigned style, const char *sign, int x);

#endif
