/* SPDX-License-Identifier: ISC */
/* What changed between two texts, by words. Myers, "An O(ND) Difference Algorithm and Its
 * Variations", 1986. */
#ifndef DOSSIER_TEXT_DIFF_H
#define DOSSIER_TEXT_DIFF_H

#include "dossier/base/arena.h"
#include "dossier/base/str.h"

#include <stddef.h>

enum diff_kind { DIFF_SAME, DIFF_GONE, DIFF_NEW };

struct diff_piece {
    enum diff_kind kind;
    struct str text; /* of BEFORE; of AFTER where it is new */
};

struct diff {
    struct diff_piece *at; /* in order; neighbours are of different kinds */
    size_t len, cap;
    size_t edits; /* runs of pieces that are not the same */
};

/* The pieces by which BEFORE becomes AFTER, in ARENA, borrowing both. Always right; where the two
 * differ too much to find the shortest in reasonable time, it is not the shortest. */
void diff_words(struct arena *arena, struct str before, struct str after, struct diff *out);

#endif
