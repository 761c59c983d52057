/* SPDX-License-Identifier: ISC */
#include "chunks.h"

#include <string.h>

/* A walk through the chunks of one spelling. */
struct walk {
    uint32_t at, pairs; /* of the chunk */
    size_t left;        /* bytes that are still to come */
};

static const uint64_t *word_of(const struct region *chunks)
{
    return (const uint64_t *)chunks->at;
}

static size_t bytes_here(const struct walk *walk)
{
    size_t bytes = (size_t)walk->pairs * 2 * sizeof(uint64_t);
    return bytes < walk->left ? bytes : walk->left;
}

static void go_on(const struct region *chunks, struct walk *walk)
{
    walk->left -= bytes_here(walk);
    walk->at = (uint32_t)word_of(chunks)[walk->at + walk->pairs * 2];
    walk->pairs = chunks_larger(walk->pairs);
}

size_t chunked_size(const struct region *chunks, struct chunked places)
{
    uint32_t end = (uint32_t)(places.end >> 6), used = (places.end & 63) + 7;
    struct walk walk = {places.first, CHUNKS_FIRST, SIZE_MAX};
    size_t size = 0;
    for (; end < walk.at || end >= walk.at + walk.pairs * 2; go_on(chunks, &walk))
        size += bytes_here(&walk);
    return size + (size_t)(end - walk.at) * sizeof(uint64_t) + used / 8;
}

void chunked_copy(const struct region *chunks, struct chunked places, char *out)
{
    struct walk walk = {places.first, CHUNKS_FIRST, chunked_size(chunks, places)};
    size_t bytes;
    while ((bytes = bytes_here(&walk)) < walk.left) {
        memcpy(out, word_of(chunks) + walk.at, bytes);
        out += bytes;
        go_on(chunks, &walk);
    }
    memcpy(out, word_of(chunks) + walk.at, bytes); /* behind the last one there may be nothing */
}
