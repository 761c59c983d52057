/* SPDX-License-Identifier: ISC */
/* The orders of the articles. Where few have come or gone since the generation before, its orders
 * are copied, and only those few are looked for. */
#include "orders.h"

#include "dossier/base/memory.h"

#include <stdlib.h>
#include <string.h>

#define FEW 64 /* of so many articles one may have come or gone */

struct at_path {
    struct str path;
    uint32_t number;
};

/* Merges the two ordered runs A and B, one behind the other, into OUT. */
static void merge(const struct at_path *a, size_t a_len, size_t b_len, struct at_path *out)
{
    const struct at_path *b = a + a_len, *a_end = b, *b_end = b + b_len;
    while (a < a_end && b < b_end)
        *out++ = str_cmp(b->path, a->path) < 0 ? *b++ : *a++;
    while (a < a_end)
        *out++ = *a++;
    while (b < b_end)
        *out++ = *b++;
}

/* How many from AT on stand in order. */
static size_t run_of(const struct at_path *at, size_t count)
{
    size_t len = count > 0;
    while (len && len < count && str_cmp(at[len - 1].path, at[len].path) <= 0)
        len++;
    return len;
}

/* One pass through all: each two neighbouring runs become one. How many runs there are now. */
static size_t merge_runs(const struct at_path *at, size_t count, struct at_path *out)
{
    size_t runs = 0;
    for (size_t from = 0; from < count; runs++) {
        size_t a = run_of(at + from, count - from);
        size_t b = run_of(at + from + a, count - from - a);
        merge(at + from, a, b, out + from);
        from += a + b;
    }
    return runs;
}

/* Each segment stands in order of path, or nearly: a natural merge sort. */
static void order_by_path(struct corpus *corpus)
{
    struct at_path *at = memory_get((corpus->numbers + (size_t)1) * sizeof *at);
    struct at_path *out = memory_get((corpus->numbers + (size_t)1) * sizeof *out);
    corpus->len = 0;
    for (uint32_t i = 0; i < corpus->numbers; i++) {
        if (!corpus_is_gone(corpus, i))
            at[corpus->len++] = (struct at_path){corpus_path(corpus, i), i};
    }
    for (size_t runs = 2; runs > 1;) {
        runs = merge_runs(at, corpus->len, out);
        struct at_path *swap = at;
        at = out;
        out = swap;
    }
    uint32_t *by_path = arena_many(corpus_arena(corpus), uint32_t, corpus->len);
    for (size_t i = 0; i < corpus->len; i++)
        by_path[i] = at[i].number;
    corpus->by_path = by_path;
    free(at);
    free(out);
}

static int compare_numbers(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* A day and a place by path in one number; the undated behind all days. */
static void order_by_date(struct corpus *corpus)
{
    uint64_t *keys = memory_get((corpus->len + 1) * sizeof *keys);
    bool sorted = true;
    for (uint32_t i = 0; i < corpus->len; i++) {
        day its = corpus_day(corpus, corpus->by_path[i]);
        uint64_t high = its == DAY_NONE ? UINT32_MAX : (uint32_t)its + 0x80000000u;
        keys[i] = high << 32 | i;
        sorted = sorted && (i == 0 || keys[i - 1] <= keys[i]);
    }
    if (!sorted)
        qsort(keys, corpus->len, sizeof *keys, compare_numbers);
    uint32_t *by_date = arena_many(corpus_arena(corpus), uint32_t, corpus->len);
    for (uint32_t i = 0; i < corpus->len; i++)
        by_date[i] = corpus->by_path[(uint32_t)keys[i]];
    corpus->by_date = by_date;
    free(keys);
}

static void rank_all(struct corpus *corpus)
{
    uint32_t *rank = arena_many(corpus_arena(corpus), uint32_t, corpus->numbers);
    for (uint32_t i = 0; i < corpus->numbers; i++)
        rank[i] = (uint32_t)corpus->len;
    for (uint32_t i = 0; i < corpus->len; i++)
        rank[corpus->by_date[i]] = i;
    corpus->rank = rank;
}

void orders_make(struct corpus *corpus)
{
    order_by_path(corpus);
    order_by_date(corpus);
    rank_all(corpus);
}

/* ---- after another generation ---- */

typedef int comparison(const struct corpus *corpus, uint32_t a, uint32_t b);

static int compare_paths(const struct corpus *corpus, uint32_t a, uint32_t b)
{
    return str_cmp(corpus_path(corpus, a), corpus_path(corpus, b));
}

static int compare_days(const struct corpus *corpus, uint32_t a, uint32_t b)
{
    day x = corpus_day(corpus, a), y = corpus_day(corpus, b);
    if (x != y)
        return y == DAY_NONE || (x != DAY_NONE && x < y) ? -1 : 1;
    return compare_paths(corpus, a, b);
}

/* The first place in an order of COUNT articles that does not stand before ARTICLE. */
static size_t place_of(const struct corpus *corpus, const uint32_t *order, size_t count,
                       comparison *compare, uint32_t article)
{
    size_t low = 0;
    while (low < count) {
        size_t middle = low + (count - low) / 2;
        if (compare(corpus, order[middle], article) < 0)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

/* An article that comes before a place of the old order, or the one at that place that goes. */
struct change {
    size_t place;
    uint32_t article;
    bool goes;
};

struct changing {
    const struct corpus *corpus;
    comparison *compare;
};

static int compare_changes(const void *a, const void *b, void *context)
{
    const struct change *x = a, *y = b;
    const struct changing *c = context;
    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    if (x->goes != y->goes)
        return y->goes ? -1 : 1;
    return c->compare(c->corpus, x->article, y->article);
}

/* A copy of OLD, an order of COUNT articles, with the CHANGES made. */
static const uint32_t *change_order(struct corpus *corpus, const uint32_t *old, size_t count,
                                    comparison *compare, struct change *changes,
                                    size_t change_count)
{
    uint32_t *order = arena_many(corpus_arena(corpus), uint32_t, corpus->len);
    size_t at = 0, out = 0;
    for (size_t i = 0; i < change_count; i++)
        changes[i].place = place_of(corpus, old, count, compare, changes[i].article);
    qsort_r(changes, change_count, sizeof *changes, compare_changes,
            &(struct changing){corpus, compare});
    for (size_t i = 0; i < change_count; i++) {
        size_t run = changes[i].place - at;
        memcpy(order + out, old + at, run * sizeof *order);
        out += run;
        at += run + changes[i].goes;
        if (!changes[i].goes)
            order[out++] = changes[i].article;
    }
    memcpy(order + out, old + at, (count - at) * sizeof *order);
    return order;
}

bool orders_continue(struct corpus *corpus, const struct corpus *before)
{
    struct arena *arena = arena_new();
    struct article_numbers gone = {0}, come = {0};
    corpus_news(arena, before, corpus, &gone, &come);
    size_t count = gone.len + come.len;
    bool few = count * FEW <= before->len;
    if (few) {
        struct change *changes = arena_many(arena, struct change, count);
        for (size_t i = 0; i < count; i++)
            changes[i] = i < gone.len ? (struct change){.article = gone.at[i], .goes = true}
                                      : (struct change){.article = come.at[i - gone.len]};
        corpus->len = before->len - gone.len + come.len;
        corpus->by_path =
            change_order(corpus, before->by_path, before->len, compare_paths, changes, count);
        corpus->by_date =
            change_order(corpus, before->by_date, before->len, compare_days, changes, count);
        rank_all(corpus);
    }
    arena_free(arena);
    return few;
}
