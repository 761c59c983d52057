/* SPDX-License-Identifier: ISC */
#include "dossier/base/memory.h"

#include "dossier/base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void (*on_exhaustion)(void);

void memory_on_exhaustion(void (*restore)(void))
{
    on_exhaustion = restore;
}

static _Noreturn void exhausted(void)
{
    static const char sentence[] = "dossier: out of memory; every note saved so far is on disk\n";
    if (on_exhaustion)
        on_exhaustion();
    ssize_t written = write(STDERR_FILENO, sentence, sizeof sentence - 1);
    (void)written;
    _exit(2);
}

void *memory_get(size_t size)
{
    void *at = calloc(1, size ? size : 1);
    if (!at)
        exhausted();
    return at;
}

void *memory_resize(void *old, size_t size)
{
    void *at = realloc(old, size ? size : 1);
    if (!at)
        exhausted();
    return at;
}

void *vec_room(struct arena *arena, void *at, size_t *cap, size_t len, size_t size)
{
    if (len == *cap) {
        size_t more = *cap ? *cap * 2 : 8;
        if (more > SIZE_MAX / size)
            exhausted();
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
