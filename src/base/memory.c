/* SPDX-License-Identifier: ISC */
#include "dossier/base/memory.h"

#include "dossier/base/arena.h"

#include <stdint.h>
#include <string.h>

void *vec_room(struct arena *arena, void *at, size_t *cap, size_t len, size_t size)
{
    if (len == *cap) {
        size_t more = *cap ? *cap * 2 : 8;
        if (more > SIZE_MAX / size)
            memory_exhausted();
        if (arena) {
            void *moved = arena_get(arena, more * size);
            if (len)
                memcpy(moved, at, len * size);
            at = moved;
        } else {
            at = memory_resize(at, more * size);
        }
        *cap = more;
    }
    memset((char *)at + len * size, 0, size);
    return at;
}
