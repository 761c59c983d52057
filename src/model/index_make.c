/* SPDX-License-Identifier: ISC */
/* Spellings to words: those that fold to one key are one word. A spelling is folded here, once,
 * however often it stands in the texts. */
#include "index_make.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/text/words.h"

#include <stdlib.h>
#include <string.h>

uint64_t section_key_hash(struct str key)
{
    uint64_t hash = str_hash(key);
    return hash ^ hash >> 32;
}

void section_key(struct str spelling, struct buf *out)
{
    struct span word;
    size_t at = 0;
    words_next(spelling, &at, &word, out);
}

/* The words while they are gathered. */
struct words {
    const struct spellings *spellings;
    uint32_t *of;    /* for each spelling its word */
    uint32_t *slots; /* a hash table: word + 1 */
    size_t mask;
    struct buf keys; /* one behind the other */
    struct {
        uint32_t *at; /* where each word's key begins */
        size_t len, cap;
    } key_at;
};

static struct str key_of(const struct words *words, uint32_t word)
{
    if (word >= words->key_at.len)
        return (struct str){0};
    size_t start = words->key_at.at[word];
    size_t end = word + 1 < words->key_at.len ? words->key_at.at[word + 1] : words->keys.len;
    return str_sub(buf_view(&words->keys), start, end);
}

static uint32_t find_word(struct words *words, struct str key)
{
    size_t slot = section_key_hash(key) & words->mask;
    for (; words->slots[slot]; slot = (slot + 1) & words->mask) {
        if (str_eq(key_of(words, words->slots[slot] - 1), key))
            return words->slots[slot] - 1;
    }
    uint32_t word = (uint32_t)words->key_at.len;
    *vec_add(NULL, &words->key_at) = (uint32_t)words->keys.len;
    buf_str(&words->keys, key);
    words->slots[slot] = word + 1;
    return word;
}

static void find_words(struct words *words, const struct spellings *spellings)
{
    struct buf key = {0};
    *words = (struct words){.spellings = spellings, .mask = 1023};
    while (words->mask < spellings->len * 3 / 2)
        words->mask = words->mask * 2 + 1;
    words->slots = memory_get((words->mask + 1) * sizeof *words->slots);
    words->of = memory_get((spellings->len + 1) * sizeof *words->of);
    for (size_t i = 0; i < spellings->len; i++) {
        section_key(spellings_bytes(spellings, i), &key);
        words->of[i] = find_word(words, buf_view(&key));
    }
    buf_free(&key);
}

/* The first spelling of each word, and one more, where spellings stand by word. */
static uint32_t *first_spellings(const struct words *words)
{
    size_t count = words->key_at.len;
    uint32_t *first = memory_get((count + 1) * sizeof *first);
    for (size_t i = 0; i < words->spellings->len; i++)
        first[words->of[i] + 1]++;
    for (size_t word = 0; word < count; word++)
        first[word + 1] += first[word];
    return first;
}

/* The spellings by word. */
static uint32_t *order_spellings(const struct words *words, const uint32_t *first)
{
    size_t count = words->key_at.len;
    uint32_t *order = memory_get((words->spellings->len + 1) * sizeof *order);
    uint32_t *next = memory_get((count + 1) * sizeof *next);
    memcpy(next, first, count * sizeof *next);
    for (uint32_t i = 0; i < words->spellings->len; i++)
        order[next[words->of[i]]++] = i;
    free(next);
    return order;
}

static void set(struct segment *segment, enum section section, void *at, size_t size)
{
    segment->at[section] = at;
    segment->size[section] = size;
}

/* Bytes and entries of all spellings, in ORDER, and where their places are. */
static void copy_spellings(struct spellings *all, const uint32_t *order, struct segment *segment,
                           struct made *made)
{
    struct entry *entries = memory_get((all->len + 1) * sizeof *entries);
    char *bytes = memory_get(all->bytes.len + 1);
    size_t bytes_at = 0;
    made->places = memory_get((all->len + 1) * sizeof *made->places);
    for (size_t i = 0; i < all->len; i++) {
        struct str its = spellings_bytes(all, order[i]);
        entries[i] =
            (struct entry){.bytes_at = (uint32_t)bytes_at, .count = all->at[order[i]].count};
        made->places[i] = spellings_settle(all, order[i]);
        memcpy(bytes + bytes_at, its.at, its.len);
        bytes_at += its.len;
    }
    entries[all->len] = (struct entry){.bytes_at = (uint32_t)bytes_at};
    set(segment, SECTION_BYTES, bytes, bytes_at);
    set(segment, SECTION_SPELLINGS, entries, (all->len + 1) * sizeof *entries);
}

void section_flatten(const struct segment *segment, struct str *entries, struct str *places)
{
    const struct made *made = segment->made;
    size_t count = segment->size[SECTION_SPELLINGS] / sizeof(struct entry) - 1, size = 0;
    struct entry *out = memory_get((count + 1) * sizeof *out);
    memcpy(out, segment->at[SECTION_SPELLINGS], (count + 1) * sizeof *out);
    for (size_t i = 0; i < count; i++) {
        out[i].places_at = (uint32_t)size;
        size += chunked_size(&made->chunks, made->places[i]);
    }
    out[count].places_at = (uint32_t)size;
    char *bytes = memory_get(size + GAPS_PADDING);
    for (size_t i = 0; i < count; i++)
        chunked_copy(&made->chunks, made->places[i], bytes + out[i].places_at);
    *entries = (struct str){(const char *)out, (count + 1) * sizeof *out};
    *places = (struct str){bytes, size + GAPS_PADDING};
}

void index_make(struct spellings *spellings, struct segment *segment, struct made *made)
{
    struct words words;
    find_words(&words, spellings);
    uint32_t *first = first_spellings(&words);
    uint32_t *order = order_spellings(&words, first);
    copy_spellings(spellings, order, segment, made);
    set(segment, SECTION_WORDS, first, (words.key_at.len + 1) * sizeof *first);
    set(segment, SECTION_SLOTS, words.slots, (words.mask + 1) * sizeof *words.slots);
    free(order);
    free(words.of);
    free(words.key_at.at);
    buf_free(&words.keys);
}
