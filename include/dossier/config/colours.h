/* SPDX-License-Identifier: ISC */
/* Colours as numbers: contrast, and what comes nearest on a terminal that has few. */
#ifndef DOSSIER_CONFIG_COLOURS_H
#define DOSSIER_CONFIG_COLOURS_H

#include <stdint.h>

typedef int32_t colour; /* 0xRRGGBB; COLOUR_NONE: the terminal's own */
#define COLOUR_NONE (-1)
#define COLOUR_READABLE 4.5 /* the least contrast of text (WCAG 2.1, AA) */

/* WCAG 2.1: 1 (the same) to 21 (black on white). */
double colour_contrast(colour a, colour b);
/* The colour that xterm shows for INDEX, 0 to 255. */
colour colour_of_index(int index);
/* The index that comes nearest to C among the first 8 or 16 of xterm's colours, or among 16 to 255,
 * whose looks no one changes; COUNT is 8, 16 or 256. */
int colour_nearest(colour c, int count);
/* The same, but readable on BACKGROUND, an index, where any of them is: with a contrast of LEAST.
 */
int colour_nearest_on(colour c, int background, int count, double least);

#endif
