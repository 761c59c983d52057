/* SPDX-License-Identifier: ISC */
/* The orders of the articles, and finding them by their path. */
#include "dossier/model/corpus.h"

#include "columns.h"
#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "opened.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define LISTED 12 /* candidates that an error names at most */

/* What the arrays of a corpus lie in, for all generations that share them. */
struct orders {
    atomic_uint holders;
    struct arena *arena;
    struct flat *kept;
};

static struct arena *arena_of(struct corpus *corpus)
{
    if (!corpus->orders) {
        corpus->orders = memory_get(sizeof *corpus->orders);
        corpus->orders->arena = arena_new();
        atomic_store(&corpus->orders->holders, 1);
    }
    return corpus->orders->arena;
}

static void release(struct orders *orders)
{
    if (!orders || atomic_fetch_sub(&orders->holders, 1) > 1)
        return;
    if (orders->kept)
        flat_close(orders->kept);
    free(orders->kept);
    arena_free(orders->arena);
    free(orders);
}

void corpus_take(struct corpus *corpus, struct segment *segment)
{
    struct corpus_part *parts =
        arena_many(arena_of(corpus), struct corpus_part, corpus->part_count + 1);
    if (corpus->part_count)
        memcpy(parts, corpus->parts, corpus->part_count * sizeof *parts);
    parts[corpus->part_count++] = (struct corpus_part){segment, corpus->numbers};
    corpus->parts = parts;
    corpus->numbers += segment_count(segment);
}

const struct corpus_part *corpus_part(const struct corpus *corpus, uint32_t number)
{
    size_t i = corpus->part_count - 1;
    while (i > 0 && corpus->parts[i].first > number)
        i--;
    return &corpus->parts[i];
}

struct str corpus_path(const struct corpus *corpus, uint32_t number)
{
    const struct corpus_part *part = corpus_part(corpus, number);
    return segment_path(part->segment, number - part->first);
}

day corpus_day(const struct corpus *corpus, uint32_t number)
{
    const struct corpus_part *part = corpus_part(corpus, number);
    return segment_day(part->segment, number - part->first);
}

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
    uint32_t *by_path = arena_many(arena_of(corpus), uint32_t, corpus->len);
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
    uint32_t *by_date = arena_many(arena_of(corpus), uint32_t, corpus->len);
    uint32_t *rank = arena_many(arena_of(corpus), uint32_t, corpus->numbers);
    for (uint32_t i = 0; i < corpus->numbers; i++)
        rank[i] = (uint32_t)corpus->len;
    for (uint32_t i = 0; i < corpus->len; i++) {
        by_date[i] = corpus->by_path[(uint32_t)keys[i]];
        rank[by_date[i]] = i;
    }
    corpus->by_date = by_date;
    corpus->rank = rank;
    free(keys);
}

void corpus_drop(struct corpus *corpus, uint32_t number)
{
    if (corpus->gone_numbers < corpus->numbers) {
        uint64_t *gone = arena_many(arena_of(corpus), uint64_t, corpus->numbers / 64 + 1);
        if (corpus->gone)
            memcpy(gone, corpus->gone, (corpus->gone_numbers / 64 + 1) * sizeof *gone);
        corpus->gone = gone;
        corpus->gone_numbers = corpus->numbers;
    }
    corpus->gone[number / 64] |= (uint64_t)1 << number % 64;
}

static void begin_to_be_asked(struct corpus *corpus)
{
    corpus->opened = opened_new();
    corpus->columns = columns_new();
}

void corpus_finish(struct corpus *corpus)
{
    order_by_path(corpus);
    order_by_date(corpus);
    begin_to_be_asked(corpus);
}

void corpus_reopen(struct corpus *corpus, struct flat *kept)
{
    arena_of(corpus);
    corpus->orders->kept = kept;
    begin_to_be_asked(corpus);
}

const struct flat *corpus_kept(const struct corpus *corpus)
{
    return corpus->orders ? corpus->orders->kept : NULL;
}

struct corpus corpus_share(const struct corpus *corpus)
{
    struct corpus shared = *corpus;
    for (size_t i = 0; i < shared.part_count; i++)
        segment_hold(shared.parts[i].segment);
    if (shared.orders)
        atomic_fetch_add(&shared.orders->holders, 1);
    begin_to_be_asked(&shared);
    return shared;
}

void corpus_close(struct corpus *corpus)
{
    for (size_t i = 0; i < corpus->part_count; i++)
        segment_release(corpus->parts[i].segment);
    opened_free(corpus->opened);
    columns_free(corpus->columns);
    release(corpus->orders);
    *corpus = (struct corpus){0};
}

static struct str nth_path(const struct corpus *corpus, size_t i)
{
    return corpus_path(corpus, corpus->by_path[i]);
}

size_t corpus_from(const struct corpus *corpus, struct str name)
{
    size_t low = 0, high = corpus->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(nth_path(corpus, middle), name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* How many from FIRST on begin so. */
static size_t count_starting(const struct corpus *corpus, size_t first, struct str name)
{
    size_t n = 0;
    while (first + n < corpus->len && str_starts(nth_path(corpus, first + n), name))
        n++;
    return n;
}

static uint32_t fail(const struct corpus *corpus, struct str name, size_t first, size_t count,
                     const char *what, struct error *error)
{
    struct buf list = {0};
    for (size_t i = 0; i < count && i < LISTED; i++)
        buf_printf(&list, "%s%.*s", i ? ", " : "",
                   STR_ARG(corpus_article(corpus, corpus->by_path[first + i])->label));
    if (count > LISTED)
        buf_printf(&list, " and %zu more", count - LISTED);
    error_set(error, "%s \"%.*s\"; there %s %zu: %.*s", what, STR_ARG(str_sub(name, 0, 200)),
              count == 1 ? "is" : "are", count, STR_ARG(buf_view(&list)));
    buf_free(&list);
    return ARTICLE_NONE;
}

uint32_t corpus_find(const struct corpus *corpus, struct str name, struct error *error)
{
    if (str_starts(name, STR("./")))
        name = str_sub(name, 2, name.len);
    size_t first = corpus_from(corpus, name);
    size_t count = name.len ? count_starting(corpus, first, name) : 0;
    if (count == 1 || (count && nth_path(corpus, first).len == name.len))
        return corpus->by_path[first];
    if (count)
        return fail(corpus, name, first, count, "more than one article begins with", error);
    if (corpus->len)
        return fail(corpus, name, 0, corpus->len, "no article begins with", error);
    error_set(error, "no article begins with \"%.*s\"; there are no articles here",
              STR_ARG(str_sub(name, 0, 200)));
    return ARTICLE_NONE;
}

uint32_t corpus_at_path(const struct corpus *corpus, struct str path)
{
    size_t i = corpus_from(corpus, path);
    return i < corpus->len && str_eq(nth_path(corpus, i), path) ? corpus->by_path[i] : ARTICLE_NONE;
}
