/* SPDX-License-Identifier: ISC */
/* Text as anchors compare it, sign by sign: what only looks different is the same. A run of white
 * space is one space, all quotation marks and apostrophes are one mark, all dashes another; marks
 * on Latin letters, their composition, soft hyphens and widths don't count. Capitals do. */
#ifndef DOSSIER_NOTES_ANCHOR_SIGNS_H
#define DOSSIER_NOTES_ANCHOR_SIGNS_H

#include "dossier/base/span.h"
#include "dossier/base/str.h"

#include <stddef.h>
#include <stdint.h>

#define SIGN_EDGE 1 /* stands for the beginning or end of a text */

struct sign {
    uint32_t code;
    uint32_t start, end; /* its bytes in the text */
};

/* On the heap; vec_free ends it. */
struct signs {
    struct sign *at;
    size_t len, cap;
};

/* Adds the signs of the part SPAN of TEXT. */
void signs_add(struct signs *out, struct str text, struct span span);
/* Turns them round. */
void signs_reverse(struct signs *signs);
/* How many signs must be changed, added or left out to make B of A. Costs their product. */
size_t signs_distance(const struct sign *a, size_t a_len, const struct sign *b, size_t b_len);
/* The same for the best beginning of B. */
size_t signs_distance_start(const struct sign *a, size_t a_len, const struct sign *b, size_t b_len);

#endif
