/* SPDX-License-Identifier: ISC */
/* What the styles of a cell look like on the terminal at hand. Each set of styles is worked out
 * once. */
#ifndef DOSSIER_SRC_TERM_WEAR_H
#define DOSSIER_SRC_TERM_WEAR_H

#include "dossier/config/theme.h"
#include "dossier/term/term.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WORN_MOST 256 /* sets of styles that are kept */

struct worn {
    uint32_t styles;
    bool used, ready; /* ready: curses knows the pair */
    int fg, bg;       /* as the terminal numbers them; -1: its own */
    int pair;         /* from 1; 0: the terminal's own colours */
    unsigned attributes;
    unsigned long curses; /* the attributes as curses has them */
};

struct wear_terminal {
    int colours;
    bool direct;       /* it numbers colours by their RGB values */
    bool no_underline; /* it can't underline what is coloured */
};

struct wear {
    const struct theme *theme;
    int colours; /* 0, 8, 16, 256, TERM_TRUE */
    struct wear_terminal has;
    int pairs;
    struct worn at[WORN_MOST];
};

/* Begins anew. */
void wear_begin(struct wear *wear, const struct term_dress *dress, struct wear_terminal has);
struct worn *wear_look(struct wear *wear, uint32_t styles);
/* The terminal description with true colour for $TERM, in NAME; NULL where COLOURS does not ask for
 * it, nor $COLORTERM promises it. */
const char *wear_direct_name(int colours, char *name, size_t size);

#endif
