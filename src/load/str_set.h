/* SPDX-License-Identifier: ISC */
/* Which names have been seen. Zero it to begin; str_set_free to end. */
#ifndef DOSSIER_LOAD_STR_SET_H
#define DOSSIER_LOAD_STR_SET_H

#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct str_set {
    struct str *at; /* a power of two of places, half of them free at least; borrowed slices */
    size_t len, cap;
};

/* Adds S; false if it is there already. */
bool str_set_add(struct str_set *set, struct str s);
void str_set_free(struct str_set *set);

#endif
