/* SPDX-License-Identifier: ISC */
/* What a corpus holds, and finding an article in it by its path. */
#include "dossier/model/corpus.h"

#include "columns.h"
#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "opened.h"
#include "orders.h"

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

struct arena *corpus_arena(struct corpus *corpus)
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
        arena_many(corpus_arena(corpus), struct corpus_part, corpus->part_count + 1);
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

size_t corpus_since(const struct corpus *corpus, day d)
{
    size_t low = 0, high = corpus->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        day its = corpus_day(corpus, corpus->by_date[middle]);
        if (its != DAY_NONE && its < d)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void corpus_drop(struct corpus *corpus, uint32_t number)
{
    if (corpus->gone_numbers < corpus->numbers) {
        uint64_t *gone = arena_many(corpus_arena(corpus), uint64_t, corpus->numbers / 64 + 1);
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
    orders_make(corpus);
    begin_to_be_asked(corpus);
}

bool corpus_continues(const struct corpus *corpus, const struct corpus *before)
{
    bool same = corpus->part_count >= before->part_count;
    for (size_t i = 0; same && i < before->part_count; i++)
        same = corpus->parts[i].segment == before->parts[i].segment &&
               corpus->parts[i].first == before->parts[i].first;
    return same;
}

void corpus_news(struct arena *arena, const struct corpus *before, const struct corpus *corpus,
                 struct article_numbers *gone, struct article_numbers *come)
{
    for (uint32_t i = 0; i < before->numbers && i < corpus->gone_numbers; i++) {
        if (i % 64 == 0 && !corpus->gone[i / 64])
            i += 63;
        else if (corpus_is_gone(corpus, i) && !corpus_is_gone(before, i))
            *vec_add(arena, gone) = i;
    }
    for (uint32_t i = before->numbers; i < corpus->numbers; i++) {
        if (!corpus_is_gone(corpus, i))
            *vec_add(arena, come) = i;
    }
}

/* Nothing has changed: what BEFORE's arrays lie in is shared. */
static void adopt(struct corpus *corpus, const struct corpus *before)
{
    struct orders *own = corpus->orders;
    corpus->len = before->len;
    corpus->by_path = before->by_path;
    corpus->by_date = before->by_date;
    corpus->rank = before->rank;
    corpus->parts = before->parts;
    corpus->gone = before->gone;
    corpus->gone_numbers = before->gone_numbers;
    corpus->orders = before->orders;
    if (corpus->orders)
        atomic_fetch_add(&corpus->orders->holders, 1);
    release(own);
}

static bool is_same(const struct corpus *corpus, const struct corpus *before)
{
    bool same = corpus->numbers == before->numbers;
    for (uint32_t i = 0; same && i < corpus->gone_numbers; i += 64) {
        uint64_t was = i < before->gone_numbers ? before->gone[i / 64] : 0;
        same = corpus->gone[i / 64] == was;
    }
    return same;
}

void corpus_finish_after(struct corpus *corpus, const struct corpus *before)
{
    bool continues = corpus_continues(corpus, before);
    if (continues && is_same(corpus, before))
        adopt(corpus, before);
    else if (!continues || !orders_continue(corpus, before))
        orders_make(corpus);
    begin_to_be_asked(corpus);
}

void corpus_reopen(struct corpus *corpus, struct flat *kept)
{
    corpus_arena(corpus);
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
