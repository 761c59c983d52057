/* SPDX-License-Identifier: ISC */
/* The codes of the places of spellings, while it is not known how many will come: each spelling has
 * a chain of chunks of 64-bit words, taken from one region, each half as large again as the one
 * before, up to a bound. A chunk holds pairs of words, and behind them one word that says where the
 * next chunk begins. The last chunk of a spelling may be cut short. */
#ifndef DOSSIER_MODEL_CHUNKS_H
#define DOSSIER_MODEL_CHUNKS_H

#include "dossier/base/region.h"

#include <stddef.h>
#include <stdint.h>

#define CHUNKS_FIRST 1u /* pairs in the first chunk of a spelling */
#define CHUNKS_MOST 32u /* pairs in any */

/* How many pairs the chunk behind one of PAIRS holds. */
static inline uint32_t chunks_larger(uint32_t pairs)
{
    pairs += (pairs + 1) / 2;
    return pairs < CHUNKS_MOST ? pairs : CHUNKS_MOST;
}

/* The places of one spelling: the word where they begin, and the bit where they end. */
struct chunked {
    uint32_t first;
    uint64_t end;
};

/* How many bytes they take, and a copy of them to OUT. */
size_t chunked_size(const struct region *chunks, struct chunked places);
void chunked_copy(const struct region *chunks, struct chunked places, char *out);

#endif
