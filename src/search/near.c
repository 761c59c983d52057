/* SPDX-License-Identifier: ISC */
#include "near.h"

#include "dossier/base/memory.h"

#include <stdlib.h>

/* A place by its words: the first and the last of them, by number in the article. */
struct stretch {
    uint32_t first, last;
};

/* The places of one side: where they begin and where they end, each sorted. */
struct side {
    uint32_t *firsts, *lasts;
    size_t count;
};

/* The last word of ARTICLE that begins at or before byte AT; its first, where none does. */
static uint32_t word_at(const struct article *article, uint32_t at)
{
    size_t before = article_words_before(article, at + 1);
    return before ? (uint32_t)before - 1 : 0;
}

static struct stretch *stretches(const struct article *article, const struct places *places,
                                 size_t first)
{
    size_t count = places->len - first;
    struct stretch *at = memory_get((count + 1) * sizeof *at);
    for (size_t i = 0; i < count; i++) {
        struct span span = places->at[first + i].span;
        at[i].first = word_at(article, span.start);
        at[i].last = word_at(article, span.end ? span.end - 1 : 0);
    }
    return at;
}

static int by_number(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static struct side make_side(const struct stretch *at, size_t count)
{
    struct side side = {.count = count};
    side.firsts = memory_get((count + 1) * sizeof *side.firsts);
    side.lasts = memory_get((count + 1) * sizeof *side.lasts);
    for (size_t i = 0; i < count; i++) {
        side.firsts[i] = at[i].first;
        side.lasts[i] = at[i].last;
    }
    qsort(side.firsts, count, sizeof *side.firsts, by_number);
    qsort(side.lasts, count, sizeof *side.lasts, by_number);
    return side;
}

static void free_side(struct side *side)
{
    free(side->firsts);
    free(side->lasts);
}

/* How many of the sorted numbers are less than LIMIT. */
static size_t count_below(const uint32_t *numbers, size_t count, uint32_t limit)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (numbers[middle] < limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* One of the other side begins behind AT, or ends before it, DISTANCE words away at most: the
 * nearest of each does. */
static bool is_near(const struct stretch *at, const struct side *other, uint32_t distance)
{
    size_t next = count_below(other->firsts, other->count, at->last + 1);
    size_t before = count_below(other->lasts, other->count, at->first);
    return (next < other->count && other->firsts[next] - at->last <= distance) ||
           (before > 0 && at->first - other->lasts[before - 1] <= distance);
}

void near_keep(const struct corpus *corpus, uint32_t article, struct places *out, size_t first,
               size_t middle, uint32_t distance)
{
    size_t count = out->len - first, left = middle - first, kept = first;
    struct stretch *at = stretches(corpus_article(corpus, article), out, first);
    struct side sides[] = {make_side(at, left), make_side(at + left, count - left)};
    for (size_t i = 0; i < count; i++) {
        if (is_near(&at[i], &sides[i < left], distance))
            out->at[kept++] = out->at[first + i];
    }
    out->len = kept;
    free_side(&sides[0]);
    free_side(&sides[1]);
    free(at);
}
