/* SPDX-License-Identifier: ISC */
/* Gathering the spellings of a text as it is read: each word as it is written, with all its places.
 * Folding, which costs more, is done once for each spelling, at the end. */
#ifndef DOSSIER_MODEL_SPELLINGS_H
#define DOSSIER_MODEL_SPELLINGS_H

#include "chunks.h"

#include "dossier/base/region.h"
#include "dossier/base/span.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SPELLINGS_KEY 24      /* bytes of a word that is its own key */
#define SPELLINGS_OVERREAD 24 /* bytes behind a text that may be read */

/* One way in which a word is written; as large as a line of the processor's cache, so that a word
 * that is read waits for memory once. They stand in the order in which they were first met, which
 * puts the frequent ones side by side. The codes of the last places are here; only when two words
 * of them are full do they go to a chunk, and nobody needs to wait for that. */
struct spelling {
    uint64_t key[3];   /* its bytes; of a longer one three hashes of them */
    uint64_t codes[3]; /* the third has what did not fit the second, for a moment */
    uint32_t last;     /* of its places */
    uint32_t count;
    uint32_t tail; /* the pair of words in the chunks that was filled last; 0: none was */
    uint16_t used; /* bits of CODES */
    uint8_t pairs; /* that the last chunk holds when it is full */
    uint8_t left;  /* of them: those that are not filled */
};

struct spellings {
    struct spelling *at; /* by number */
    size_t len;
    uint32_t *slots; /* a hash table, a power of two of them, a third free at least: the number
                        + 1, and above it eight bits of the hash; 0: free */
    size_t mask;
    struct region of_spellings, of_slots;
    struct region chunks; /* uint64_t */
    /* on the heap, by number: */
    uint32_t *chunk;    /* where its places begin, in chunks; 0: nothing is there yet */
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

/* Puts the last places of a spelling into a chunk as well: no more may be added to it. */
struct chunked spellings_settle(struct spellings *all, uint32_t number);

#endif
