/* SPDX-License-Identifier: ISC */
/* Gathering the spellings of a text as it is read: each word as it is written, with all its places.
 * Folding, which costs more, is done once for each spelling, at the end. */
#ifndef DOSSIER_MODEL_SPELLINGS_H
#define DOSSIER_MODEL_SPELLINGS_H

#include "dossier/base/region.h"
#include "dossier/base/span.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SPELLINGS_OVERREAD 16 /* bytes behind a text that may be read */

struct spellings {
    struct region entries; /* struct spelling */
    struct region chunks;  /* uint64_t */
    size_t len;
    /* on the heap: */
    uint32_t *chunk;    /* for each: where its places begin, in chunks */
    uint32_t *bytes_at; /* for each: where its bytes begin; they end where the next one's begin */
    size_t cap;
    struct {
        char *at;
        size_t len, cap;
    } bytes;
    uint32_t *slots; /* hash table: 8 bits of the hash, 24 of the number + 1; 0 where empty */
    size_t mask;
};

/* One way in which a word is written. */
struct spelling {
    uint64_t key[2];     /* its bytes; of a longer one two hashes of them */
    uint32_t last, mean; /* of its places, for the next code */
    uint32_t tail;       /* where that begins: a bit of the chunks, by 64 */
    uint32_t count;
};

static inline struct spelling *spellings_at(const struct spellings *all, size_t number)
{
    return (struct spelling *)all->entries.at + number;
}

void spellings_begin(struct spellings *all);
/* Frees all, but for the chunks, which go to CHUNKS: their places are still needed. */
void spellings_end(struct spellings *all, struct region *chunks);
/* No more may be added: numbers and offsets would not fit. */
bool spellings_are_full(const struct spellings *all);
/* Adds the words of TEXT, whose first byte is number BASE of all, and behind which
 * SPELLINGS_OVERREAD bytes can be read; how many. */
size_t spellings_add(struct spellings *all, struct str text, uint32_t base);
struct str spellings_bytes(const struct spellings *all, size_t number);

/* The places of one spelling in chunks: where they begin, and the bit where they end. */
struct chunked {
    uint32_t first, tail;
};
/* How many bytes they take, and a copy of them to OUT. */
size_t chunked_size(const struct region *chunks, struct chunked places);
void chunked_copy(const struct region *chunks, struct chunked places, char *out);

#endif
