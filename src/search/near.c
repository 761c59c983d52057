/* SPDX-License-Identifier: ISC */
#include "near.h"

#include "dossier/base/memory.h"

#include <stdlib.h>

/* A place by its words: the first and the last, numbered through the corpus. */
struct stretch {
    uint32_t first, last;
    bool near;
};

/* The last word of the article that begins at or before byte AT. */
static uint32_t word_at(const struct index *index, uint32_t article, uint32_t at)
{
    uint32_t low = index_first(index, article), high = index_first(index, article + 1);
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (index_token_start(index, middle) <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static struct stretch *stretches(const struct corpus *corpus, uint32_t article,
                                 const struct places *places, size_t first)
{
    size_t count = places->len - first;
    struct stretch *at = memory_get((count + 1) * sizeof *at);
    for (size_t i = 0; i < count; i++) {
        struct span span = places->at[first + i].span;
        at[i].first = word_at(corpus->index, article, span.start);
        at[i].last = word_at(corpus->index, article, span.end ? span.end - 1 : 0);
    }
    return at;
}

static int by_first(const void *a, const void *b)
{
    const struct stretch *const *x = a, *const *y = b;
    return ((*x)->first > (*y)->first) - ((*x)->first < (*y)->first);
}

/* Marks those that have one of the other side behind them, DISTANCE words at most, and these. */
static void mark(struct stretch **sorted, size_t count, const struct stretch *middle,
                 uint32_t distance)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; j < count && sorted[j]->first <= sorted[i]->last + distance; j++) {
            bool other = (sorted[i] < middle) != (sorted[j] < middle);
            if (!other || sorted[j]->first <= sorted[i]->last)
                continue;
            sorted[i]->near = sorted[j]->near = true;
        }
    }
}

void near_keep(const struct corpus *corpus, uint32_t article, struct places *out, size_t first,
               size_t middle, uint32_t distance)
{
    size_t count = out->len - first, kept = first;
    struct stretch *at = stretches(corpus, article, out, first);
    struct stretch **sorted = memory_get((count + 1) * sizeof(struct stretch *));
    for (size_t i = 0; i < count; i++)
        sorted[i] = &at[i];
    if (count)
        qsort(sorted, count, sizeof(struct stretch *), by_first);
    mark(sorted, count, at + (middle - first), distance);
    for (size_t i = 0; i < count; i++) {
        if (at[i].near)
            out->at[kept++] = out->at[first + i];
    }
    out->len = kept;
    free(sorted);
    free(at);
}
