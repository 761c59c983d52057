/* SPDX-License-Identifier: ISC */
#include "dossier/text/diff.h"

#include "dossier/base/memory.h"

void diff_words(struct arena *arena, struct str before, struct str after, struct diff *out)
{
    *out = (struct diff){0};
    if (str_eq(before, after)) {
        *vec_add(arena, out) = (struct diff_piece){DIFF_SAME, before};
        return;
    }
    *vec_add(arena, out) = (struct diff_piece){DIFF_GONE, before};
    *vec_add(arena, out) = (struct diff_piece){DIFF_NEW, after};
    out->edits = 1;
}
