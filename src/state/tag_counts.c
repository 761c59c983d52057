/* SPDX-License-Identifier: ISC */
#include "tag_counts.h"

#include "dossier/base/memory.h"
#include "say.h"

#define LEAST_SLOTS 64

static size_t slot_of(const struct tag_counts *counts, struct str tag)
{
    size_t i = str_hash(tag) & (counts->slot_count - 1);
    while (counts->slots[i] && !str_eq(counts->at[counts->slots[i] - 1].tag, tag))
        i = (i + 1) & (counts->slot_count - 1);
    return i;
}

static void grow(struct arena *arena, struct tag_counts *counts)
{
    if (counts->len * 2 < counts->slot_count)
        return;
    counts->slot_count = counts->slot_count ? counts->slot_count * 2 : LEAST_SLOTS;
    counts->slots = arena_many(arena, uint32_t, counts->slot_count);
    for (size_t i = 0; i < counts->len; i++)
        counts->slots[slot_of(counts, counts->at[i].tag)] = (uint32_t)i + 1;
}

static struct tag_count *count_of(struct arena *arena, const struct state *state,
                                  struct tag_counts *counts, struct str tag)
{
    tag = tags_now(&state->library->tags, tag);
    grow(arena, counts);
    size_t slot = slot_of(counts, tag);
    if (!counts->slots[slot]) {
        vec_add(arena, counts)->tag = tag;
        counts->slots[slot] = (uint32_t)counts->len;
    }
    return &counts->at[counts->slots[slot] - 1];
}

void tag_counts_make(struct arena *arena, const struct state *state, struct tag_counts *out)
{
    const struct corpus *corpus = &state->library->corpus;
    const struct notebook *notebook = state->notebook;
    *out = (struct tag_counts){0};
    grow(arena, out);
    size_t tagged, of_one;
    const uint32_t *numbers = corpus_tagged(corpus, &tagged);
    for (size_t i = 0; i < tagged; i++) {
        const struct str *tags = corpus_tags(corpus, numbers[i], &of_one);
        for (size_t j = 0; j < of_one; j++)
            count_of(arena, state, out, tags[j])->articles++;
    }
    for (size_t i = 0; notebook && i < notebook->len; i++)
        for (size_t j = 0; j < notebook->at[i].tag_count; j++) {
            struct tag_count *count = count_of(arena, state, out, notebook->at[i].tags[j]);
            count->notes++;
            if (notebook->at[i].modified > count->last)
                count->last = notebook->at[i].modified;
        }
}

struct tag_count *tag_counts_find(const struct tag_counts *counts, struct str tag)
{
    uint32_t at = counts->slots[slot_of(counts, tag)];
    return at ? &counts->at[at - 1] : NULL;
}

struct str tag_counts_words(struct arena *arena, const struct state *state,
                            const struct tag_count *count)
{
    const struct tag_entry *entry = tags_entry_of(&state->library->tags, count->tag);
    struct str notes = say_count(arena, count->notes, "note", "notes");
    struct str articles = say_count(arena, count->articles, "article", "articles");
    bool described = entry && entry->description.len;
    return arena_printf(arena, "%.*s, %.*s%s%.*s", STR_ARG(notes), STR_ARG(articles),
                        described ? "   " : "", STR_ARG(described ? entry->description : STR("")));
}

size_t tag_counts_weight(const struct tag_count *count)
{
    size_t often = count->notes + count->articles;
    return (count->last > 0 ? (size_t)count->last : 0) * 1024 + (often < 1023 ? often : 1023);
}
