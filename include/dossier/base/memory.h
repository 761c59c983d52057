/* SPDX-License-Identifier: ISC */
/* Growing arrays, in an arena or on the heap. */
#ifndef DOSSIER_BASE_MEMORY_H
#define DOSSIER_BASE_MEMORY_H

#include "dossier/base/heap.h"

#include <stddef.h>
#include <stdlib.h>

/* A growing array: any struct with `T *at; size_t len, cap;`. In ARENA, or on the heap where ARENA
 * is NULL (then vec_free). vec_add gives the address of a new, zeroed last element. */
#define vec_add(arena, v)                                                        \
    ((v)->at = vec_room((arena), (v)->at, &(v)->cap, (v)->len, sizeof *(v)->at), \
     &(v)->at[(v)->len++])
#define vec_free(v) (free((v)->at), (v)->at = NULL, (v)->len = (v)->cap = 0)

struct arena;
/* AT with room for one more element of SIZE bytes than LEN, that one zeroed. For vec_add. */
void *vec_room(struct arena *arena, void *at, size_t *cap, size_t len, size_t size);

/* The number of elements of a true array. */
#define COUNT(array) (sizeof(array) / sizeof *(array))

#endif
