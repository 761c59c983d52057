/* SPDX-License-Identifier: ISC */
/* Most of the time that a text takes goes here, and much of that is waiting for memory: words are
 * taken by the hundred, so that what each needs is on its way while the others are looked at. */
#include "spellings.h"

#include "dossier/base/memory.h"
#include "dossier/text/words.h"
#include "gaps.h"

#include <stdlib.h>
#include <string.h>

#define BATCH 256
#define SOON 104 /* bits of codes: the next ones may fill both words */
#define FIRST_SLOTS 4096
#define MOST_WORDS ((size_t)1 << 27) /* of chunks */
#define NUMBER_BITS 24               /* of a slot; above them is a part of the hash */
#define MOST_SPELLINGS ((size_t)1 << 21)
#define MOST_NEW                                                                    \
    (((size_t)1 << NUMBER_BITS) - MOST_SPELLINGS) /* more than one article can have \
                                                   */
#define LONG_KEY 0xFF /* the lowest byte of the last part: no text has it there */

static void make_slots(struct spellings *all, size_t count)
{
    region_open(&all->of_slots, count * sizeof *all->slots);
    all->slots = region_room(&all->of_slots, count * sizeof *all->slots);
    all->mask = count - 1;
}

void spellings_begin(struct spellings *all)
{
    *all = (struct spellings){.len = 0};
    make_slots(all, FIRST_SLOTS);
    region_open(&all->of_spellings, (MOST_SPELLINGS + MOST_NEW) * sizeof *all->at);
    all->at = region_room(&all->of_spellings, 0);
    region_open(&all->chunks, MOST_WORDS * sizeof(uint64_t));
    all->chunks.len = sizeof(uint64_t); /* the first word is nobody's */
}

void spellings_end(struct spellings *all, struct region *chunks)
{
    *chunks = all->chunks;
    region_trim(chunks);
    region_close(&all->of_spellings);
    region_close(&all->of_slots);
    free(all->chunk);
    free(all->bytes_at);
    free(all->bytes.at);
    *all = (struct spellings){.len = 0};
}

static uint64_t *word_at(const struct spellings *all, size_t word)
{
    return (uint64_t *)all->chunks.at + word;
}

bool spellings_are_full(const struct spellings *all)
{
    /* an article of the largest size that is read must still fit */
    return all->len > MOST_SPELLINGS || all->chunks.len / sizeof(uint64_t) > MOST_WORDS / 2;
}

static uint64_t mix(uint64_t a, uint64_t b)
{
    uint64_t hash = (a ^ 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;
    hash = ((hash ^ hash >> 32) + b) * 0xC2B2AE3D27D4EB4Fu;
    return hash ^ hash >> 29;
}

static inline uint64_t hash_of(const uint64_t key[3])
{
    return mix(key[0] + (key[2] << 7), key[1]);
}

static uint64_t load(const char *at)
{
    uint64_t bytes;
    memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

/* The key of a word that is longer than one. */
static void make_long_key(struct str bytes, uint64_t key[3])
{
    uint64_t a = bytes.len, b = ~(uint64_t)bytes.len;
    for (size_t i = 0; i < bytes.len; i += 8) {
        uint64_t part = 0;
        memcpy(&part, bytes.at + i, bytes.len - i < 8 ? bytes.len - i : 8);
        a = mix(a, part);
        b = mix(part, b);
    }
    key[0] = a;
    key[1] = b;
    key[2] = mix(a, b) << 8 | LONG_KEY;
}

/* Without a branch that depends on the length, which nobody can foresee. */
static inline void make_key(struct str bytes, uint64_t key[3])
{
    static const char mask[2 * SPELLINGS_KEY] = {'\xFF', '\xFF', '\xFF', '\xFF', '\xFF', '\xFF',
                                                 '\xFF', '\xFF', '\xFF', '\xFF', '\xFF', '\xFF',
                                                 '\xFF', '\xFF', '\xFF', '\xFF', '\xFF', '\xFF',
                                                 '\xFF', '\xFF', '\xFF', '\xFF', '\xFF', '\xFF'};
    if (bytes.len > SPELLINGS_KEY) {
        make_long_key(bytes, key);
        return;
    }
    const char *kept = mask + SPELLINGS_KEY - bytes.len;
    key[0] = load(bytes.at) & load(kept);
    key[1] = load(bytes.at + 8) & load(kept + 8);
    key[2] = load(bytes.at + 16) & load(kept + 16);
}

static inline bool same_key(const uint64_t a[3], const uint64_t b[3])
{
    return !((a[0] ^ b[0]) | (a[1] ^ b[1]) | (a[2] ^ b[2]));
}

struct str spellings_bytes(const struct spellings *all, size_t number)
{
    size_t end = number + 1 < all->len ? all->bytes_at[number + 1] : all->bytes.len;
    size_t start = all->bytes_at[number];
    return (struct str){all->bytes.at + start, end - start};
}

/* What is above the number in a slot of that hash. */
static inline uint32_t tag_of(uint64_t hash)
{
    return (uint32_t)(hash >> 32) & ~(uint32_t)0 << NUMBER_BITS;
}

static inline uint32_t number_in(uint32_t slot)
{
    return slot & (((uint32_t)1 << NUMBER_BITS) - 1);
}

static void put_slot(struct spellings *all, size_t number)
{
    uint64_t hash = hash_of(all->at[number].key);
    size_t slot = hash & all->mask;
    while (all->slots[slot])
        slot = (slot + 1) & all->mask;
    all->slots[slot] = tag_of(hash) | ((uint32_t)number + 1);
}

static void grow(struct spellings *all)
{
    struct region old = all->of_slots;
    make_slots(all, (all->mask + 1) * 2);
    for (size_t i = 0; i < all->len; i++)
        put_slot(all, i);
    region_close(&old);
}

static uint32_t new_words(struct spellings *all, size_t words)
{
    uint64_t *at = region_room(&all->chunks, words * sizeof *at);
    all->chunks.len += words * sizeof *at;
    return (uint32_t)(at - word_at(all, 0));
}

static void make_room(struct spellings *all, size_t bytes)
{
    if (all->len == all->cap) {
        all->cap = all->cap ? all->cap * 2 : 1024;
        all->chunk = memory_resize(all->chunk, all->cap * sizeof *all->chunk);
        all->bytes_at = memory_resize(all->bytes_at, all->cap * sizeof *all->bytes_at);
    }
    if (all->bytes.len + bytes > all->bytes.cap) {
        all->bytes.cap = (all->bytes.cap + bytes) * 2;
        all->bytes.at = memory_resize(all->bytes.at, all->bytes.cap);
    }
}

static size_t add(struct spellings *all, struct str bytes, const uint64_t key[3])
{
    make_room(all, bytes.len);
    size_t number = all->len++;
    all->bytes_at[number] = (uint32_t)all->bytes.len;
    memcpy(all->bytes.at + all->bytes.len, bytes.at, bytes.len);
    all->bytes.len += bytes.len;
    all->chunk[number] = 0;
    struct spelling *spelling = region_room(&all->of_spellings, sizeof *spelling);
    all->of_spellings.len += sizeof *spelling;
    memcpy(spelling->key, key, sizeof spelling->key);
    put_slot(all, number);
    return number;
}

/* The number + 1 of the first spelling that may have that hash; 0, if there is no such. */
static inline uint32_t guess(const uint32_t *slots, size_t mask, uint64_t hash)
{
    size_t at = hash & mask;
    uint32_t tag = tag_of(hash), slot;
    while ((slot = slots[at]) && (slot ^ tag) >> NUMBER_BITS)
        at = (at + 1) & mask;
    return number_in(slot);
}

static inline bool is(const struct spellings *all, size_t number, struct str bytes,
                      const uint64_t key[3])
{
    return same_key(all->at[number].key, key) &&
           (bytes.len <= SPELLINGS_KEY || str_eq(spellings_bytes(all, number), bytes));
}

/* The number of a spelling; it is added where it is new. */
static size_t find(struct spellings *all, struct str bytes, const uint64_t key[3], uint64_t hash)
{
    for (size_t at = hash & all->mask; all->slots[at]; at = (at + 1) & all->mask) {
        size_t number = number_in(all->slots[at]) - (size_t)1;
        if (!((all->slots[at] ^ tag_of(hash)) >> NUMBER_BITS) && is(all, number, bytes, key))
            return number;
    }
    return add(all, bytes, key);
}

/* Where the next two words of the codes of a spelling go. Nothing is read from a chunk: it has
 * long left the cache. */
static uint32_t next_pair(struct spellings *all, struct spelling *spelling)
{
    if (spelling->left) {
        spelling->left--;
        return spelling->tail + 2;
    }
    spelling->pairs = (uint8_t)(spelling->tail ? chunks_larger(spelling->pairs) : CHUNKS_FIRST);
    spelling->left = spelling->pairs - 1;
    uint32_t next = new_words(all, spelling->pairs * (size_t)2 + 1);
    if (spelling->tail)
        *word_at(all, spelling->tail + 2) = next;
    else
        all->chunk[spelling - all->at] = next;
    return next;
}

/* Two words are full; the second one is SECOND. */
static void put_away(struct spellings *all, struct spelling *spelling, uint64_t second)
{
    spelling->tail = next_pair(all, spelling);
    uint64_t *pair = word_at(all, spelling->tail);
    pair[0] = spelling->codes[0];
    pair[1] = second;
    spelling->codes[0] = spelling->codes[2];
    spelling->codes[1] = spelling->codes[2] = 0;
    spelling->used -= 128;
}

/* Where the last codes go: no more will come, so that no room is left behind them. */
static uint32_t last_pair(struct spellings *all, uint32_t number)
{
    const struct spelling *spelling = &all->at[number];
    if (spelling->left)
        return spelling->tail + 2;
    uint32_t last = new_words(all, 2);
    if (spelling->tail)
        *word_at(all, spelling->tail + 2) = last;
    else
        all->chunk[number] = last;
    return last;
}

struct chunked spellings_settle(struct spellings *all, uint32_t number)
{
    const struct spelling *spelling = &all->at[number];
    uint32_t last = last_pair(all, number);
    memcpy(word_at(all, last), spelling->codes, 2 * sizeof *spelling->codes);
    return (struct chunked){all->chunk[number], ((uint64_t)last << 6) + spelling->used};
}

static inline void put(struct spellings *all, struct spelling *spelling, uint64_t code,
                       unsigned bits)
{
    unsigned used = spelling->used, at = used & 63;
    uint64_t *codes = &spelling->codes[used >> 6];
    uint64_t word = codes[0] | code << at;
    codes[0] = word;
    codes[1] = code >> 1 >> (63 - at); /* mostly nothing */
    spelling->used = (uint16_t)(used + bits);
    if (used + bits >= SOON) {
        if (used + bits >= 128)
            put_away(all, spelling, word);
        else
            __builtin_prefetch(word_at(all, spelling->tail + 2), 1);
    }
}

static inline void put_place(struct spellings *all, struct spelling *spelling, uint32_t place)
{
    uint64_t code;
    if (!spelling->count) {
        put(all, spelling, place, GAPS_FIRST);
    } else {
        unsigned low = gaps_low_bits(spelling->last, spelling->count);
        unsigned bits = gaps_code(place - spelling->last, low, &code);
        put(all, spelling, code, bits);
    }
    spelling->count++;
    spelling->last = place;
}

static inline struct str word_in(struct str text, struct span word)
{
    return (struct str){text.at + word.start, word.end - word.start};
}

/* Each step asks for the memory that the next one needs. */
static void add_batch(struct spellings *all, struct str text, uint32_t base,
                      const struct span *words, size_t count)
{
    uint64_t keys[BATCH][3], hashes[BATCH];
    uint32_t numbers[BATCH];
    if ((all->len + BATCH) * 3 > all->mask * 2)
        grow(all);
    const uint32_t *slots = all->slots;
    const size_t mask = all->mask;
    for (size_t i = 0; i < count; i++) {
        make_key(word_in(text, words[i]), keys[i]);
        hashes[i] = hash_of(keys[i]);
        __builtin_prefetch(&slots[hashes[i] & mask]);
    }
    for (size_t i = 0; i < count; i++) {
        numbers[i] = guess(slots, mask, hashes[i]);
        __builtin_prefetch(&all->at[numbers[i] ? numbers[i] - 1 : 0], 1);
    }
    for (size_t i = 0; i < count; i++) {
        size_t number = numbers[i] - (size_t)1;
        struct str word = word_in(text, words[i]);
        if (!numbers[i] || !is(all, number, word, keys[i]))
            number = find(all, word, keys[i], hashes[i]);
        put_place(all, &all->at[number], base + words[i].start);
    }
}

size_t spellings_add(struct spellings *all, struct str text, uint32_t base)
{
    struct span words[BATCH];
    size_t total = 0, count;
    for (size_t at = 0; (count = words_spans(text, &at, words, BATCH)); total += count)
        add_batch(all, text, base, words, count);
    return total;
}
