/* SPDX-License-Identifier: ISC */
#include "dossier/model/difference.h"

#include "dossier/base/memory.h"

void difference_find(struct arena *arena, const struct corpus *old, const struct corpus *new,
                     struct difference *out)
{
    *out = (struct difference){.gone.len = 0};
    for (size_t i = 0, j = 0; i < old->len || j < new->len;) {
        int order = i == old->len   ? 1
                    : j == new->len ? -1
                                    : str_cmp(corpus_path(old, old->by_path[i]),
                                              corpus_path(new, new->by_path[j]));
        if (order < 0)
            *vec_add(arena, &out->gone) = old->by_path[i];
        else if (order > 0)
            *vec_add(arena, &out->added) = new->by_path[j];
        i += order <= 0;
        j += order >= 0;
    }
}
