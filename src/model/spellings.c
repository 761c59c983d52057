/* SPDX-License-Identifier: ISC */
/* Most of the time that a text takes goes here, and most of that is waiting for memory: words are
 * taken by the hundred, so that what each needs is on its way while the others are looked at.
 *
 * The places of a spelling lie in chunks of 64-bit words, each half as large again as the one
 * before, up to a bound; the last word of a chunk says where the next one is, and its highest bit
 * that it is no place. */
#include "spellings.h"

#include "dossier/base/memory.h"
#include "dossier/text/words.h"
#include "gaps.h"

#include <stdlib.h>
#include <string.h>

#define BATCH 256
#define FIRST_TABLE 4096
#define FIRST_CHUNK 2 /* words, the link among them */
#define LARGEST_CHUNK 64
#define LINK ((uint64_t)1 << 63)
#define MOST_WORDS ((size_t)1 << 26) /* of chunks: a bit of one fits 32 bits */
#define MOST_SPELLINGS ((size_t)1 << 24)
#define LONG_KEY 0xFF /* the lowest byte of the second half: no text has it there */

static struct spelling *new_table(struct region *region, size_t count)
{
    region_open(region, count * sizeof(struct spelling));
    return region_room(region, count * sizeof(struct spelling));
}

void spellings_begin(struct spellings *all)
{
    *all = (struct spellings){.mask = FIRST_TABLE - 1};
    all->table = new_table(&all->of_table, FIRST_TABLE);
    region_open(&all->chunks, MOST_WORDS * sizeof(uint64_t));
}

void spellings_end(struct spellings *all, struct region *chunks)
{
    *chunks = all->chunks;
    region_trim(chunks);
    region_close(&all->of_table);
    free(all->chunk);
    free(all->bytes_at);
    free(all->bytes.at);
    *all = (struct spellings){0};
}

static uint64_t *word_of(const struct region *chunks)
{
    return (uint64_t *)chunks->at;
}

static uint64_t *word_at(const struct spellings *all, size_t word)
{
    return word_of(&all->chunks) + word;
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

static uint64_t load(const char *at)
{
    uint64_t bytes;
    memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

/* The first LEN bytes of eight. */
static uint64_t first_of(uint64_t bytes, size_t len)
{
    return len >= 8 ? bytes : bytes & (((uint64_t)1 << len * 8) - 1);
}

static void make_long_key(const char *at, size_t len, uint64_t key[2])
{
    uint64_t a = len, b = ~(uint64_t)len;
    for (size_t i = 0; i < len; i += 8) {
        uint64_t part = first_of(load(at + i), len - i);
        a = mix(a, part);
        b = mix(part, b);
    }
    key[0] = a;
    key[1] = b << 8 | LONG_KEY;
}

/* The two halves of a key, and its hash. */
static inline uint64_t make_key(const char *at, size_t len, uint64_t key[2])
{
    if (len <= 8) {
        key[0] = load(at) & (~(uint64_t)0 >> (64 - len * 8));
        key[1] = 0;
    } else if (len <= 16) {
        key[0] = load(at);
        key[1] = load(at + 8) & (~(uint64_t)0 >> (128 - len * 8));
    } else {
        make_long_key(at, len, key);
    }
    return mix(key[0], key[1]);
}

struct str spellings_bytes(const struct spellings *all, size_t number)
{
    size_t end = number + 1 < all->len ? all->bytes_at[number + 1] : all->bytes.len;
    size_t start = all->bytes_at[number];
    return (struct str){all->bytes.at + start, end - start};
}

uint32_t *spellings_list(const struct spellings *all)
{
    uint32_t *list = memory_get((all->len + 1) * sizeof *list);
    for (size_t slot = 0; slot <= all->mask; slot++) {
        if (all->table[slot].number)
            list[all->table[slot].number - 1] = (uint32_t)slot;
    }
    return list;
}

static void grow(struct spellings *all)
{
    size_t mask = all->mask * 2 + 1;
    struct region region;
    struct spelling *table = new_table(&region, mask + 1);
    for (size_t i = 0; i <= all->mask; i++) {
        const struct spelling *spelling = &all->table[i];
        if (!spelling->number)
            continue;
        size_t slot = mix(spelling->key[0], spelling->key[1]) & mask;
        while (table[slot].number)
            slot = (slot + 1) & mask;
        table[slot] = *spelling;
    }
    region_close(&all->of_table);
    all->of_table = region;
    all->table = table;
    all->mask = mask;
}

static uint32_t new_chunk(struct spellings *all, size_t words)
{
    uint64_t *chunk = region_room(&all->chunks, words * sizeof *chunk);
    chunk[words - 1] = LINK | words;
    all->chunks.len += words * sizeof *chunk;
    return (uint32_t)(chunk - word_at(all, 0));
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

static void add(struct spellings *all, struct str bytes, const uint64_t key[2],
                struct spelling *out)
{
    make_room(all, bytes.len);
    size_t number = all->len++;
    all->bytes_at[number] = (uint32_t)all->bytes.len;
    memcpy(all->bytes.at + all->bytes.len, bytes.at, bytes.len);
    all->bytes.len += bytes.len;
    all->chunk[number] = new_chunk(all, FIRST_CHUNK);
    *out = (struct spelling){
        .key = {key[0], key[1]}, .tail = all->chunk[number] << 6, .number = (uint32_t)number + 1};
}

/* The place of a spelling in the table; it is added where it is new. */
static inline uint32_t find(struct spellings *all, struct str bytes, const uint64_t key[2],
                            uint64_t hash)
{
    size_t slot = hash & all->mask;
    for (;; slot = (slot + 1) & all->mask) {
        struct spelling *spelling = &all->table[slot];
        if (spelling->key[0] == key[0] && spelling->key[1] == key[1] &&
            (bytes.len <= 16 || str_eq(spellings_bytes(all, spelling->number - 1), bytes)))
            return (uint32_t)slot;
        if (!spelling->number) {
            add(all, bytes, key, spelling);
            return (uint32_t)slot;
        }
    }
}

/* The size of the chunk behind one of SIZE words. */
static uint32_t larger(uint32_t size)
{
    size += (size + 1) / 2;
    return size < LARGEST_CHUNK ? size : LARGEST_CHUNK;
}

/* The word behind number WORD, in a new chunk where this one is full. */
static uint32_t next_word(struct spellings *all, uint32_t word)
{
    uint64_t link = *word_at(all, word + 1);
    if (!(link & LINK))
        return word + 1;
    uint32_t next = new_chunk(all, larger((uint32_t)link));
    *word_at(all, word + 1) = LINK | next;
    return next;
}

/* CODE goes on behind WORD, of which only a part had room. */
static void put_rest(struct spellings *all, struct spelling *spelling, uint64_t code, unsigned used,
                     unsigned bits)
{
    uint32_t word = next_word(all, spelling->tail >> 6);
    if (used)
        *word_at(all, word) = code >> (64 - used);
    spelling->tail = word << 6 | (used + bits - 64);
}

static inline void put(struct spellings *all, struct spelling *spelling, uint64_t code,
                       unsigned bits)
{
    uint32_t tail = spelling->tail;
    unsigned used = tail & 63;
    word_at(all, 0)[tail >> 6] |= code << used;
    if (used + bits < 64)
        spelling->tail = tail + bits;
    else
        put_rest(all, spelling, code, used, bits);
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

/* Each step asks for the memory that the next one needs. */
static void add_batch(struct spellings *all, struct str text, uint32_t base,
                      const struct span *words, size_t count)
{
    uint64_t keys[BATCH][2], hashes[BATCH];
    uint32_t slots[BATCH];
    if ((all->len + BATCH) * 4 > all->mask * 3)
        grow(all);
    struct spelling *table = all->table;
    size_t mask = all->mask;
    for (size_t i = 0; i < count; i++) {
        hashes[i] = make_key(text.at + words[i].start, words[i].end - words[i].start, keys[i]);
        __builtin_prefetch(&table[hashes[i] & mask], 1);
    }
    for (size_t i = 0; i < count; i++) {
        slots[i] = find(all, span_of(text, words[i]), keys[i], hashes[i]);
        __builtin_prefetch(word_at(all, table[slots[i]].tail >> 6), 1);
    }
    for (size_t i = 0; i < count; i++)
        put_place(all, &table[slots[i]], base + words[i].start);
}

size_t spellings_add(struct spellings *all, struct str text, uint32_t base)
{
    struct span words[BATCH];
    size_t total = 0, count;
    for (size_t at = 0; (count = words_spans(text, &at, words, BATCH)); total += count)
        add_batch(all, text, base, words, count);
    return total;
}

/* The words that hold places of a spelling, chunk by chunk. */
struct chunks_walk {
    uint32_t at, size; /* of the chunk */
    size_t left;       /* bytes that are still to come */
};

static size_t chunk_bytes(const struct chunks_walk *walk)
{
    size_t bytes = (size_t)(walk->size - 1) * 8;
    return bytes < walk->left ? bytes : walk->left;
}

static void next_chunk(const struct region *chunks, struct chunks_walk *walk)
{
    walk->left -= chunk_bytes(walk);
    walk->at = (uint32_t)(word_of(chunks)[walk->at + walk->size - 1] & ~LINK);
    walk->size = larger(walk->size);
}

size_t chunked_size(const struct region *chunks, struct chunked places)
{
    uint32_t end = places.tail >> 6, used = (places.tail & 63) + 7;
    struct chunks_walk walk = {places.first, FIRST_CHUNK, SIZE_MAX};
    size_t size = 0;
    for (; end < walk.at || end >= walk.at + walk.size; next_chunk(chunks, &walk))
        size += chunk_bytes(&walk);
    return size + (size_t)(end - walk.at) * 8 + used / 8;
}

void chunked_copy(const struct region *chunks, struct chunked places, char *out)
{
    struct chunks_walk walk = {places.first, FIRST_CHUNK, chunked_size(chunks, places)};
    for (size_t bytes; walk.left; next_chunk(chunks, &walk), out += bytes) {
        bytes = chunk_bytes(&walk);
        memcpy(out, word_of(chunks) + walk.at, bytes);
    }
}
