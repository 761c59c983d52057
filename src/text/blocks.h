/* SPDX-License-Identifier: ISC */
/* 64 bytes of text at a time: what most of them are, as bits. */
#ifndef TEXT_BLOCKS_H
#define TEXT_BLOCKS_H

#include <stdbool.h>
#include <stdint.h>

#define BLOCK 64

static inline bool block_is_word(unsigned char c)
{
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* ASCII, and no control but white space. */
static inline bool block_is_plain(unsigned char c)
{
    return c < 0x7F && (c >= ' ' || (c >= '\t' && c <= '\r'));
}

#ifdef __SSE2__
#include <emmintrin.h>

static inline __m128i block_between(__m128i bytes, char above, char below)
{
    return _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(above)),
                         _mm_cmpgt_epi8(_mm_set1_epi8(below), bytes));
}

static inline uint64_t block_bits(__m128i bytes, int at)
{
    return (uint64_t)(uint32_t)_mm_movemask_epi8(bytes) << at;
}

/* Which of the 64 bytes at AT are ASCII letters or digits, and which no ASCII. */
static inline void block_words(const char *at, uint64_t *words, uint64_t *high)
{
    *words = *high = 0;
    for (int i = 0; i < BLOCK; i += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(at + i));
        __m128i letters = block_between(_mm_or_si128(bytes, _mm_set1_epi8(32)), 'a' - 1, 'z' + 1);
        __m128i digits = block_between(bytes, '0' - 1, '9' + 1);
        *words |= block_bits(_mm_or_si128(letters, digits), i);
        *high |= block_bits(bytes, i);
    }
}

/* All of the 64 bytes at AT are plain. */
static inline bool block_all_plain(const char *at)
{
    __m128i plain = _mm_set1_epi8(-1);
    for (int i = 0; i < BLOCK; i += 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(at + i));
        __m128i printed = block_between(bytes, ' ' - 1, 0x7F);
        __m128i space = block_between(bytes, '\t' - 1, '\r' + 1);
        plain = _mm_and_si128(plain, _mm_or_si128(printed, space));
    }
    return _mm_movemask_epi8(plain) == 0xFFFF;
}
#else
static inline void block_words(const char *at, uint64_t *words, uint64_t *high)
{
    *words = *high = 0;
    for (int i = 0; i < BLOCK; i++) {
        unsigned char c = (unsigned char)at[i];
        *words |= (uint64_t)block_is_word(c) << i;
        *high |= (uint64_t)(c >= 0x80) << i;
    }
}

static inline bool block_all_plain(const char *at)
{
    bool plain = true;
    for (int i = 0; i < BLOCK; i++)
        plain = plain && block_is_plain((unsigned char)at[i]);
    return plain;
}
#endif

#endif
