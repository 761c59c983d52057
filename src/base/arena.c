/* SPDX-License-Identifier: ISC */
/* Blocks in a list, each twice the one before up to a bound; an allocation moves a mark in the
 * last. */
#include "dossier/base/arena.h"

#include "dossier/base/buf.h"
#include "dossier/base/heap.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_BLOCK ((size_t)4096)
#define LARGEST_BLOCK ((size_t)1 << 20)
#define ALIGNMENT ((size_t)16)

struct block {
    struct block *before;
    size_t size, used;
    _Alignas(16) char bytes[];
};

struct arena {
    struct block *last;
};

struct arena *arena_new(void)
{
    return memory_get(sizeof(struct arena));
}

static void free_blocks(struct block *block)
{
    while (block) {
        struct block *before = block->before;
        free(block);
        block = before;
    }
}

void arena_free(struct arena *arena)
{
    if (arena)
        free_blocks(arena->last);
    free(arena);
}

void arena_clear(struct arena *arena)
{
    struct block *kept = arena->last;
    if (!kept)
        return;
    free_blocks(kept->before);
    kept->before = NULL;
    memset(kept->bytes, 0, kept->used);
    kept->used = 0;
}

void arena_join(struct arena *arena, struct arena *other)
{
    struct block *first = other->last;
    while (first && first->before)
        first = first->before;
    if (first && arena->last) {
        first->before = arena->last->before;
        arena->last->before = other->last;
    } else if (first) {
        arena->last = other->last;
    }
    free(other);
}

static struct block *add_block(struct arena *arena, size_t at_least)
{
    size_t size = arena->last ? arena->last->size * 2 : FIRST_BLOCK;
    if (size > LARGEST_BLOCK)
        size = LARGEST_BLOCK;
    if (size < at_least)
        size = at_least;
    struct block *block = memory_get(sizeof *block + size);
    block->size = size;
    block->before = arena->last;
    arena->last = block;
    return block;
}

void *arena_get(struct arena *arena, size_t size)
{
    size = (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
    struct block *block = arena->last;
    if (!block || block->size - block->used < size)
        block = add_block(arena, size);
    void *at = block->bytes + block->used;
    block->used += size;
    return at;
}

struct str arena_str(struct arena *arena, struct str s)
{
    char *copy = arena_get(arena, s.len + 1);
    if (s.len)
        memcpy(copy, s.at, s.len);
    return (struct str){copy, s.len};
}

const char *arena_chars(struct arena *arena, struct str s)
{
    return arena_str(arena, s).at;
}

struct str arena_printf(struct arena *arena, const char *format, ...)
{
    struct buf b = {0};
    va_list args;
    va_start(args, format);
    buf_vprintf(&b, format, args);
    va_end(args);
    struct str s = arena_str(arena, buf_view(&b));
    buf_free(&b);
    return s;
}
