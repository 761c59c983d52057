/* SPDX-License-Identifier: ISC */
#include "str_set.h"

#include "dossier/base/heap.h"

#include <stdlib.h>

/* Where S stands, or would: a free place has no bytes at all, not even none. */
static struct str *place_of(struct str *at, size_t cap, struct str s)
{
    size_t i = (size_t)str_hash(s) & (cap - 1);
    while (at[i].at && !str_eq(at[i], s))
        i = (i + 1) & (cap - 1);
    return &at[i];
}

static void grow(struct str_set *set)
{
    size_t cap = set->cap ? set->cap * 2 : 16;
    struct str *at = memory_get(cap * sizeof *at);
    for (size_t i = 0; i < set->cap; i++) {
        if (set->at[i].at)
            *place_of(at, cap, set->at[i]) = set->at[i];
    }
    free(set->at);
    set->at = at;
    set->cap = cap;
}

bool str_set_add(struct str_set *set, struct str s)
{
    if (!s.at)
        s = STR("");
    if (set->len * 2 >= set->cap)
        grow(set);
    struct str *place = place_of(set->at, set->cap, s);
    if (place->at)
        return false;
    *place = s;
    set->len++;
    return true;
}

void str_set_free(struct str_set *set)
{
    free(set->at);
    *set = (struct str_set){0};
}
