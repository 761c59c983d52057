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

/* One way in which a word is written. */
struct spelling {
    uint64_t key[2]; /* its bytes; of a longer one two hashes of them */
    uint32_t last;   /* of its places */
    uint32_t tail;   /* where the next code goes: a bit of the chunks */
    uint32_t count;
    uint32_t number; /* + 1; 0: none is here */
};

struct spellings {
    struct spelling *table; /* by hash; a power of two of them, a quarter free at least */
    size_t mask, len;
    struct region of_table;
    struct region chunks; /* uint64_t */
    /* on the heap, by number: */
    uint32_t *chunk;    /* where its places begin, in chunks */
    uint32_t *bytes_at; /* where its bytes begin; they end where the next one's begin */
    size_t cap;
    struct {
        char *at;
        size_t len, cap;
    } bytes;
};

void spellings_begin(struct spellings *all);
/* Frees all, but for the chunks, which go to CHUNKS: the places in them are still needed. */
void spellings_end(struct spellings *all, struct region *chunks);
/* No more may be added: numbers and offsets would not fit. */
bool spellings_are_full(const struct spellings *all);
/* Adds the words of TEXT, whose first byte is number BASE of all, and behind which
 * SPELLINGS_OVERREAD bytes can be read; how many. */
size_t spellings_add(struct spellings *all, struct str text, uint32_t base);
struct str spellings_bytes(const struct spellings *all, size_t number);
/* All of them by number: their places in the table, on the heap. */
uint32_t *spellings_list(const struct spellings *all);

/* The places of one spelling in chunks: where they begin, and the bit where they end. */
struct chunked {
    uint32_t first, tail;
};
/* How many bytes they take, and a copy of them to OUT. */
size_t chunked_size(const struct region *chunks, struct chunked places);
void chunked_copy(const struct region *chunks, struct chunked places, char *out);

#endif
