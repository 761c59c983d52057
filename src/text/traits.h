/* SPDX-License-Identifier: ISC */
/* All that folding and words ask of one code point, worked out once and remembered. */
#ifndef TEXT_TRAITS_H
#define TEXT_TRAITS_H

#include "dossier/text/fold.h"

#include <stdbool.h>
#include <stdint.h>

#define TRAITS_FOLDED 4 /* the longest canonical decomposition */

/* Of what a letter makes words with. */
enum kind { KIND_NONE, KIND_LETTERS, KIND_UNSPACED, KIND_HANGUL };

struct traits {
    uint32_t c;
    uint32_t folded[TRAITS_FOLDED]; /* as a base: small, of usual width, decomposed */
    uint8_t count;
    uint8_t class; /* enum letter_class */
    uint8_t kind;  /* enum kind */
    bool capital, ignored, mark, cyrillic;
};

/* Of C, which is not 0; good until this thread asks again. */
const struct traits *traits_of(uint32_t c);
/* A mark that matching does not see on BASE (a folded one). */
bool traits_drop(uint32_t base, uint32_t mark);
/* The canonical combining class. */
int traits_order(uint32_t mark);

#endif
