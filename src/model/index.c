/* SPDX-License-Identifier: ISC */
/* Built in two passes: the texts are read once, each word interned and recorded as a token; then
 * the tokens are sorted by word, by counting. */
#include "dossier/model/index.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/text/words.h"

#include <stdlib.h>
#include <string.h>

struct index {
    struct str *keys;      /* by word */
    uint32_t *places_from; /* for each word, and one more: its first place */
    uint32_t *places;      /* tokens, by word */
    uint32_t *token_word, *token_start;
    uint32_t *first; /* for each article, and one more: its first token */
    uint32_t *slots; /* hash table of words, WORD_NONE where empty */
    size_t slot_mask;
    uint32_t word_count, token_count, article_count;
};

struct numbers {
    uint32_t *at;
    size_t len, cap;
};

/* What grows while the texts are read. */
struct builder {
    struct arena *arena;
    struct {
        struct str *at;
        size_t len, cap;
    } keys;
    struct numbers words, starts;
    uint32_t *slots;
    size_t mask;
};

static size_t slot_of(const uint32_t *slots, size_t mask, const struct str *keys, struct str key)
{
    size_t slot = str_hash(key) & mask;
    while (slots[slot] != WORD_NONE && !str_eq(keys[slots[slot]], key))
        slot = (slot + 1) & mask;
    return slot;
}

static uint32_t *empty_slots(size_t count)
{
    uint32_t *slots = memory_get(count * sizeof *slots);
    memset(slots, 0xFF, count * sizeof *slots);
    return slots;
}

static void rehash(struct builder *builder)
{
    size_t count = (builder->mask + 1) * 2;
    free(builder->slots);
    builder->slots = empty_slots(count);
    builder->mask = count - 1;
    for (uint32_t word = 0; word < builder->keys.len; word++) {
        size_t slot =
            slot_of(builder->slots, builder->mask, builder->keys.at, builder->keys.at[word]);
        builder->slots[slot] = word;
    }
}

static uint32_t intern(struct builder *builder, struct str key)
{
    size_t slot = slot_of(builder->slots, builder->mask, builder->keys.at, key);
    if (builder->slots[slot] != WORD_NONE)
        return builder->slots[slot];
    uint32_t word = (uint32_t)builder->keys.len;
    *vec_add(NULL, &builder->keys) = arena_str(builder->arena, key);
    builder->slots[slot] = word;
    if (builder->keys.len * 2 > builder->mask)
        rehash(builder);
    return word;
}

static void read_text(struct builder *builder, struct str text, struct buf *key)
{
    struct span word;
    size_t at = 0;
    while (words_next(text, &at, &word, key)) {
        *vec_add(NULL, &builder->words) = intern(builder, buf_view(key));
        *vec_add(NULL, &builder->starts) = word.start;
    }
}

static void *move_to_arena(struct arena *arena, void *heap, size_t bytes)
{
    void *at = arena_get(arena, bytes);
    if (bytes)
        memcpy(at, heap, bytes);
    free(heap);
    return at;
}

static void sort_places(struct arena *arena, struct index *index)
{
    uint32_t *from = arena_many(arena, uint32_t, (size_t)index->word_count + 1);
    for (uint32_t token = 0; token < index->token_count; token++)
        from[index->token_word[token]]++;
    uint32_t sum = 0;
    for (uint32_t word = 0; word < index->word_count; word++) {
        uint32_t count = from[word];
        from[word] = sum;
        sum += count;
    }
    from[index->word_count] = sum;
    index->places_from = from;
    index->places = arena_many(arena, uint32_t, index->token_count);
    uint32_t *next = memory_get(((size_t)index->word_count + 1) * sizeof *next);
    memcpy(next, from, ((size_t)index->word_count + 1) * sizeof *next);
    for (uint32_t token = 0; token < index->token_count; token++)
        index->places[next[index->token_word[token]]++] = token;
    free(next);
}

struct index *index_build(struct arena *arena, const struct article *articles, size_t count)
{
    struct index *index = arena_one(arena, struct index);
    struct builder builder = {.arena = arena, .slots = empty_slots(1024), .mask = 1023};
    struct buf key = {0};
    index->first = arena_many(arena, uint32_t, count + 1);
    for (size_t i = 0; i < count; i++) {
        index->first[i] = (uint32_t)builder.words.len;
        read_text(&builder, articles[i].text, &key);
    }
    buf_free(&key);
    index->article_count = (uint32_t)count;
    index->token_count = (uint32_t)builder.words.len;
    index->word_count = (uint32_t)builder.keys.len;
    index->first[count] = index->token_count;
    index->keys = move_to_arena(arena, builder.keys.at, builder.keys.len * sizeof(struct str));
    index->token_word =
        move_to_arena(arena, builder.words.at, builder.words.len * sizeof(uint32_t));
    index->token_start =
        move_to_arena(arena, builder.starts.at, builder.starts.len * sizeof(uint32_t));
    index->slot_mask = builder.mask;
    index->slots = move_to_arena(arena, builder.slots, (builder.mask + 1) * sizeof(uint32_t));
    sort_places(arena, index);
    return index;
}

uint32_t index_word(const struct index *index, struct str key)
{
    return index->slots[slot_of(index->slots, index->slot_mask, index->keys, key)];
}

uint32_t index_words(const struct index *index)
{
    return index->word_count;
}

struct str index_key(const struct index *index, uint32_t word)
{
    return index->keys[word];
}

const uint32_t *index_places(const struct index *index, uint32_t word, size_t *count)
{
    *count = index->places_from[word + 1] - index->places_from[word];
    return index->places + index->places_from[word];
}

uint32_t index_token_word(const struct index *index, uint32_t token)
{
    return index->token_word[token];
}

uint32_t index_token_start(const struct index *index, uint32_t token)
{
    return index->token_start[token];
}

uint32_t index_token_article(const struct index *index, uint32_t token)
{
    uint32_t low = 0, high = index->article_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (index->first[middle] <= token)
            low = middle;
        else
            high = middle;
    }
    return low;
}

uint32_t index_first(const struct index *index, uint32_t article)
{
    return index->first[article];
}
