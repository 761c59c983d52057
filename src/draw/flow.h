/* SPDX-License-Identifier: ISC */
/* Blocks of wrapped words that share a rectangle: where it is too small for all, each block gives
 * way down to the lines that it must have, the last ones first. */
#ifndef DOSSIER_SRC_DRAW_FLOW_H
#define DOSSIER_SRC_DRAW_FLOW_H

#include "dossier/draw/cells.h"
#include "dossier/state/layout.h"
#include "paint.h"

#define FLOW_BLOCKS 8

struct flow_line {
    struct str label; /* before the first line of a text; the others are indented as far */
    struct str text;
    unsigned style;
    int indent;
    struct paints marks; /* over bytes of the text */
};

struct flow_block {
    struct flow_line *at;
    size_t len, cap;
    size_t least; /* lines that it keeps, where it has as many */
    size_t shown; /* set when it is fitted */
    bool joined;  /* no empty line parts it from the block before */
    bool bottom;  /* it stands on the last lines of the rectangle */
};

/* Zero it but for these two. */
struct flow {
    struct arena *arena;
    int width;
    struct flow_block at[FLOW_BLOCKS];
    size_t count;
};

/* Begins a block; an empty line parts it from the one before where there is room. */
void flow_block(struct flow *flow, size_t least);
/* Adds TEXT to the block, wrapped, its line ends kept. MARKS (may be NULL) lie over its bytes. */
void flow_put(struct flow *flow, const char *label, unsigned style, struct str text,
              const struct paints *marks);
/* S without line ends and what must not reach a terminal, in ARENA. */
struct str flow_one_line(struct arena *arena, struct str s);
void flow_draw(struct flow *flow, struct cells *out, struct rectangle where);

#endif
