/* SPDX-License-Identifier: ISC */
/* An arena owns all that is allocated from it and frees it in one go; nothing is freed singly. */
#ifndef DOSSIER_BASE_ARENA_H
#define DOSSIER_BASE_ARENA_H

#include "dossier/base/str.h"

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
/* Frees ARENA and all it owns; NULL is fine. */
void arena_free(struct arena *arena);
/* Forgets all that was allocated, keeps one block for what comes. */
void arena_clear(struct arena *arena);
/* What lies in OTHER is ARENA's from then on; OTHER is gone. */
void arena_join(struct arena *arena, struct arena *other);
/* SIZE zeroed bytes, aligned for any type. */
void *arena_get(struct arena *arena, size_t size);
/* One zeroed TYPE, or N of them. */
#define arena_one(arena, type) ((type *)arena_get((arena), sizeof(type)))
#define arena_many(arena, type, n) ((type *)arena_get((arena), sizeof(type) * (n)))
/* A copy of S in ARENA, followed by a NUL that does not count. */
struct str arena_str(struct arena *arena, struct str s);
/* The same as a C string; bytes after a NUL inside S are lost. */
const char *arena_chars(struct arena *arena, struct str s);
struct str arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
