/* SPDX-License-Identifier: ISC */
/* Memory that never answers NULL: exhaustion restores the terminal, says so and ends with status 2.
 */
#ifndef DOSSIER_BASE_MEMORY_H
#define DOSSIER_BASE_MEMORY_H

#include <stddef.h>

/* Called once, before the program ends because memory ran out; NULL: nothing to restore. */
void memory_on_exhaustion(void (*restore)(void));

/* Zeroed heap memory, SIZE bytes; the caller frees it with free(). */
void *memory_get(size_t size);
/* Like realloc; new bytes are not zeroed. */
void *memory_resize(void *old, size_t size);

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
