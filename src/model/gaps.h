/* SPDX-License-Identifier: ISC */
/* Places of a spelling as gaps, in bits. Each gap is a Rice code (R. F. Rice, Some Practical
 * Universal Noiseless Coding Techniques, JPL 79-22, 1979) whose parameter is the logarithm of the
 * mean of the gaps before it, so that it is written in one pass, before anybody knows how many will
 * come, and costs little more than the word's share of the text asks for. The first place is 32
 * bits. */
#ifndef DOSSIER_MODEL_GAPS_H
#define DOSSIER_MODEL_GAPS_H

#include <stdint.h>
#include <string.h>

#define GAPS_FIRST 32    /* bits of the first place */
#define GAPS_LONGEST 20u /* zeros of a code; then the gap stands behind them as it is */
#define GAPS_PADDING 8   /* bytes behind the last code that may be read */

static inline unsigned gaps_log(uint32_t number)
{
    return (unsigned)__builtin_clz(number | 1) ^ 31u;
}

/* The bits of a gap that are written as they are, behind COUNT places of which the last is LAST. */
static inline unsigned gaps_low_bits(uint32_t last, uint32_t count)
{
    unsigned whole = gaps_log(last), parts = gaps_log(count);
    return whole > parts ? whole - parts : 0;
}

/* The code of GAP with so many LOW bits; its length in bits. */
static inline unsigned gaps_code(uint32_t gap, unsigned low, uint64_t *code)
{
    uint32_t high = gap >> low;
    if (high >= GAPS_LONGEST) {
        *code = (uint64_t)gap << (GAPS_LONGEST + 1) | (uint64_t)1 << GAPS_LONGEST;
        return GAPS_LONGEST + 1 + 32;
    }
    *code = (uint64_t)(gap & (((uint32_t)1 << low) - 1)) << (high + 1) | (uint64_t)1 << high;
    return high + 1 + low;
}

/* A walk through the places of one spelling. */
struct gaps_walk {
    const unsigned char *at;
    uint64_t bit;
    uint32_t place, count; /* the place, and how many there were with it */
};

static inline uint64_t gaps_bits(const struct gaps_walk *walk)
{
    uint64_t bits;
    memcpy(&bits, walk->at + (walk->bit >> 3), sizeof bits);
    return bits >> (walk->bit & 7);
}

/* At the first place of those that begin at AT. */
static inline struct gaps_walk gaps_begin(const unsigned char *at)
{
    struct gaps_walk walk = {at, 0, 0, 1};
    walk.place = (uint32_t)gaps_bits(&walk);
    walk.bit = GAPS_FIRST;
    return walk;
}

static inline void gaps_next(struct gaps_walk *walk)
{
    uint64_t bits = gaps_bits(walk);
    unsigned high = bits ? (unsigned)__builtin_ctzll(bits) : GAPS_LONGEST, low;
    uint32_t gap;
    if (high >= GAPS_LONGEST) {
        gap = (uint32_t)(bits >> (GAPS_LONGEST + 1));
        walk->bit += GAPS_LONGEST + 1 + 32;
    } else {
        low = gaps_low_bits(walk->place, walk->count);
        gap = high << low | ((uint32_t)(bits >> (high + 1)) & (((uint32_t)1 << low) - 1));
        walk->bit += high + 1 + low;
    }
    walk->place += gap;
    walk->count++;
}

#endif
