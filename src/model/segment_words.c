/* SPDX-License-Identifier: ISC */
/* Looking words up in a segment. */
#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "gaps.h"
#include "sections.h"

#include <stdlib.h>
#include <string.h>

static uint32_t count_of(const struct segment *segment, enum section section, size_t size)
{
    uint64_t count = segment->size[section] / size;
    return count ? (uint32_t)(count - 1) : 0; /* one more stands behind the last */
}

static const struct entry *entry_of(const struct segment *segment, uint32_t spelling)
{
    return (const struct entry *)segment->at[SECTION_SPELLINGS] + spelling;
}

static struct str bytes_of(const struct segment *segment)
{
    return (struct str){segment->at[SECTION_BYTES], segment->size[SECTION_BYTES]};
}

struct str segment_all_spellings(const struct segment *segment)
{
    bool any = count_of(segment, SECTION_SPELLINGS, sizeof(struct entry)) > 0;
    return any ? bytes_of(segment) : STR("");
}

struct str segment_spelling(const struct segment *segment, uint32_t spelling)
{
    const struct entry *entry = entry_of(segment, spelling);
    return str_sub(bytes_of(segment), entry->bytes_at, entry[1].bytes_at);
}

uint32_t segment_spelling_at(const struct segment *segment, uint32_t at)
{
    uint32_t low = 0, high = count_of(segment, SECTION_SPELLINGS, sizeof(struct entry));
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (entry_of(segment, middle)->bytes_at <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

uint32_t segment_spelling_count(const struct segment *segment, uint32_t spelling)
{
    /* a place takes a bit at least: more of them can't be there */
    const struct entry *entry = entry_of(segment, spelling);
    if (segment->made)
        return entry->count;
    uint64_t most = ((uint64_t)entry[1].places_at - entry->places_at) * 8;
    return entry->count <= most ? entry->count : 0;
}

uint32_t segment_spellings(const struct segment *segment, uint32_t word, uint32_t *first)
{
    const uint32_t *words = segment->at[SECTION_WORDS];
    uint32_t end = words[word + 1],
             all = count_of(segment, SECTION_SPELLINGS, sizeof(struct entry));
    *first = words[word];
    return end <= all && *first < end ? end - *first : 0;
}

/* The key of WORD is KEY; FOLDED is room for it. */
static bool is_key(const struct segment *segment, uint32_t word, struct str key, struct buf *folded)
{
    uint32_t first;
    if (!segment_spellings(segment, word, &first))
        return false;
    struct str spelling = segment_spelling(segment, first);
    if (str_eq(spelling, key))
        return true;
    section_key(spelling, folded);
    return str_eq(buf_view(folded), key);
}

uint32_t segment_word(const struct segment *segment, struct str key)
{
    const uint32_t *slots = segment->at[SECTION_SLOTS];
    uint64_t count = segment->size[SECTION_SLOTS] / sizeof *slots;
    uint32_t words = count_of(segment, SECTION_WORDS, sizeof *slots), found = SEGMENT_NONE;
    struct buf folded = {0};
    if (!count || !words)
        return SEGMENT_NONE;
    uint64_t slot = section_key_hash(key) & (count - 1);
    for (uint64_t tried = 0; tried < count && slots[slot] && found == SEGMENT_NONE; tried++) {
        if (slots[slot] <= words && is_key(segment, slots[slot] - 1, key, &folded))
            found = slots[slot] - 1;
        slot = (slot + 1) & (count - 1);
    }
    buf_free(&folded);
    return found;
}

/* COUNT places from AT on, whose codes take SIZE bytes, into OUT, none above LAST. */
static void walk(const unsigned char *at, size_t size, uint32_t count, uint32_t last, uint32_t *out)
{
    struct gaps_walk walk = gaps_begin(at);
    for (uint32_t i = 0; i < count; i++) {
        out[i] = walk.place < last ? walk.place : last;
        if (i + 1 < count && walk.bit < size * 8)
            gaps_next(&walk);
    }
}

static void walk_chunks(const struct segment *segment, uint32_t spelling, uint32_t count,
                        uint32_t last, uint32_t *out)
{
    const struct made *made = segment->made;
    char few[512], *bytes = few;
    size_t size = chunked_size(&made->chunks, made->places[spelling]);
    if (size + GAPS_PADDING > sizeof few)
        bytes = memory_resize(NULL, size + GAPS_PADDING);
    chunked_copy(&made->chunks, made->places[spelling], bytes);
    memset(bytes + size, 0, GAPS_PADDING);
    walk((const unsigned char *)bytes, size, count, last, out);
    if (bytes != few)
        free(bytes);
}

void segment_places(const struct segment *segment, uint32_t spelling, uint32_t *out)
{
    const unsigned char *places = segment->at[SECTION_PLACES];
    uint64_t size = segment->size[SECTION_PLACES], texts = segment->size[SECTION_TEXTS];
    uint32_t count = segment_spelling_count(segment, spelling);
    uint32_t at = entry_of(segment, spelling)->places_at, last = texts ? (uint32_t)texts - 1 : 0;
    if (segment->made)
        walk_chunks(segment, spelling, count, last, out);
    else if (count && size >= GAPS_PADDING && at <= size - GAPS_PADDING)
        walk(places + at, (size_t)(size - GAPS_PADDING - at), count, last, out);
}

struct keyed {
    struct str key;
    uint32_t word;
};

static int by_key(const void *a, const void *b)
{
    return str_cmp(((const struct keyed *)a)->key, ((const struct keyed *)b)->key);
}

static uint32_t *sort_words(const struct segment *segment, uint32_t count)
{
    struct keyed *keyed = memory_get((count + 1) * sizeof *keyed);
    struct arena *arena = arena_new();
    struct buf key = {0};
    for (uint32_t word = 0; word < count; word++) {
        uint32_t first;
        buf_clear(&key);
        if (segment_spellings(segment, word, &first))
            section_key(segment_spelling(segment, first), &key);
        keyed[word] = (struct keyed){arena_str(arena, buf_view(&key)), word};
    }
    qsort(keyed, count, sizeof *keyed, by_key);
    uint32_t *order = memory_get((count + 1) * sizeof *order);
    for (uint32_t i = 0; i < count; i++)
        order[i] = keyed[i].word;
    buf_free(&key);
    arena_free(arena);
    free(keyed);
    return order;
}

const uint32_t *section_order(const struct segment *segment)
{
    struct segment *owner = (struct segment *)segment;
    uint32_t count = count_of(segment, SECTION_WORDS, sizeof(uint32_t));
    uint32_t *order = atomic_load(&owner->order), *none = NULL;
    if (segment->size[SECTION_ORDER] == count * sizeof *order && count)
        return segment->at[SECTION_ORDER];
    if (order)
        return order;
    order = sort_words(segment, count);
    if (atomic_compare_exchange_strong(&owner->order, &none, order))
        return order;
    free(order);
    return none;
}

void segment_order(const struct segment *segment)
{
    section_order(segment);
}

/* The word at place NTH by key; the order may come from a file that somebody has damaged. */
static uint32_t word_in(const uint32_t *order, uint32_t nth, uint32_t count)
{
    return order[nth] < count ? order[nth] : 0;
}

/* How many of COUNT words, in order, have a key before KEY, or, where they begin so, not behind
 * it. */
static uint32_t words_before(const struct segment *segment, const uint32_t *order, uint32_t count,
                             struct str key, bool with_prefix)
{
    struct buf folded = {0};
    uint32_t low = 0, high = count, first;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        buf_clear(&folded);
        if (segment_spellings(segment, word_in(order, middle, count), &first))
            section_key(segment_spelling(segment, first), &folded);
        struct str found = buf_view(&folded);
        if (str_cmp(found, key) < 0 || (with_prefix && str_starts(found, key)))
            low = middle + 1;
        else
            high = middle;
    }
    buf_free(&folded);
    return low;
}

size_t segment_prefix(const struct segment *segment, struct str prefix, uint32_t *out)
{
    uint32_t count = count_of(segment, SECTION_WORDS, sizeof(uint32_t));
    const uint32_t *order = section_order(segment);
    uint32_t first = words_before(segment, order, count, prefix, false);
    uint32_t end = words_before(segment, order, count, prefix, true);
    for (uint32_t i = first; out && i < end; i++)
        *out++ = word_in(order, i, count);
    return end > first ? end - first : 0;
}
