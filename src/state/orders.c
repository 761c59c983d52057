/* SPDX-License-Identifier: ISC */
/* An order is a permutation of the article numbers and its inverse. Numbers are sorted by keys of
 * 32 bits, in passes, each stable: so that what is ordered by source stays by date within, and a
 * grouping is one pass more over an order that is there already. */
#include "orders.h"

#include "dossier/base/memory.h"
#include "listing_make.h"
#include "orders_names.h"

#include <stdlib.h>
#include <string.h>

#define DIGIT 11 /* bits sorted by in one pass */
#define BUCKETS (1u << DIGIT)

/* One pass: FROM into TO by the bits of KEYS from SHIFT on. False where they are all the same. */
static bool pass(const uint32_t *from, uint32_t *to, size_t count, const uint32_t *keys,
                 unsigned shift)
{
    size_t starts[BUCKETS + 1] = {0};
    for (size_t i = 0; i < count; i++)
        starts[(keys[from[i]] >> shift & (BUCKETS - 1)) + 1]++;
    for (size_t i = 0; i < BUCKETS; i++) {
        if (starts[i + 1] == count)
            return false;
        starts[i + 1] += starts[i];
    }
    for (size_t i = 0; i < count; i++)
        to[starts[keys[from[i]] >> shift & (BUCKETS - 1)]++] = from[i];
    return true;
}

/* The numbers in the order of BASE, by KEYS of each number first; on the heap. */
static uint32_t *sorted(const struct order *base, size_t count, const uint32_t *keys)
{
    uint32_t *at = memory_get((count + 1) * sizeof *at);
    uint32_t *other = memory_get((count + 1) * sizeof *other);
    for (size_t i = 0; i < count; i++)
        at[i] = base->at[i];
    for (unsigned shift = 0; shift < 32; shift += DIGIT)
        if (count && pass(at, other, count, keys, shift)) {
            uint32_t *swap = at;
            at = other;
            other = swap;
        }
    free(other);
    return at;
}

/* Numbers of articles that are gone have no place. */
static struct order order_with(const uint32_t *at, const struct corpus *corpus)
{
    uint32_t *rank = memory_get((corpus->numbers + (size_t)1) * sizeof *rank);
    if (corpus->numbers > corpus->len)
        memset(rank, 0xff, corpus->numbers * sizeof *rank);
    for (size_t i = 0; i < corpus->len; i++)
        rank[at[i]] = (uint32_t)i;
    return (struct order){at, rank};
}

/* ---- keys ---- */

const uint32_t *orders_sources(struct state *state)
{
    if (!state->orders.sources)
        state->orders.sources = orders_rank_sources(&state->library->corpus);
    return state->orders.sources;
}

static uint32_t *copy_of(const uint32_t *keys, size_t count)
{
    uint32_t *copy = memory_get((count + 1) * sizeof *copy);
    if (count)
        memcpy(copy, keys, count * sizeof *copy);
    return copy;
}

static uint32_t *key_source(struct state *state)
{
    return copy_of(orders_sources(state), state->library->corpus.numbers);
}

static uint32_t *key_month(struct state *state)
{
    const struct corpus *corpus = &state->library->corpus;
    uint32_t *keys = memory_get((corpus->numbers + (size_t)1) * sizeof *keys);
    for (size_t i = 0; i < corpus->len; i++)
        keys[corpus->by_path[i]] = listing_month(corpus_day(corpus, corpus->by_path[i]));
    return keys;
}

/* Most mentions first. */
static uint32_t *key_mentions(struct state *state)
{
    uint32_t count = state->library->corpus.numbers;
    const struct thread *thread = &state->thread;
    uint32_t *keys = memory_get((count + (size_t)1) * sizeof *keys);
    memset(keys, 0xff, count * sizeof *keys);
    for (size_t i = 0; i < thread->len; i++)
        keys[thread->at[i].article]--;
    for (uint32_t i = 0; i < count && !thread->wish.kind; i++)
        keys[i] -= (uint32_t)cast_in_article(&state->library->cast, i, &state->counting);
    return keys;
}

static uint32_t *key_unread(struct state *state)
{
    uint32_t *keys = memory_get((state->library->corpus.numbers + (size_t)1) * sizeof *keys);
    for (size_t i = 0; i < state->kept.len; i++)
        keys[state->kept.at[i].article] = state->kept.at[i].read;
    return keys;
}

/* ---- the orders ---- */

/* Within each order, by date; but titles are sorted by themselves, and paths are already. */
static uint32_t *(*const keyed[ORDER_COUNT])(struct state *state) = {
    [ORDER_SOURCE] = key_source, [ORDER_MENTIONS] = key_mentions, [ORDER_UNREAD] = key_unread};

static struct order make(struct state *state, enum list_order by)
{
    const struct corpus *corpus = &state->library->corpus;
    struct order date = {corpus->by_date, corpus->rank};
    if (by == ORDER_TITLE)
        return order_with(orders_by_title(corpus), corpus);
    if (by == ORDER_PATH)
        return order_with(copy_of(corpus->by_path, corpus->len), corpus);
    uint32_t *keys = keyed[by](state);
    struct order order = order_with(sorted(&date, corpus->len, keys), corpus);
    free(keys);
    return order;
}

static void retire(struct orders *orders, struct order *order)
{
    *vec_add(NULL, &orders->old) = *order;
    *order = (struct order){NULL, NULL};
}

static struct order plain(struct state *state, enum list_order by)
{
    const struct corpus *corpus = &state->library->corpus;
    struct order *order = &state->orders.by[by];
    if (by == ORDER_DATE)
        return (struct order){corpus->by_date, corpus->rank};
    if (!order->at)
        *order = make(state, by);
    return *order;
}

struct order order_of(struct state *state, enum list_order by, enum grouping grouping)
{
    struct orders *orders = &state->orders;
    struct order base = plain(state, by);
    if (grouping == GROUPING_NONE || (grouping == GROUPING_MONTH && by == ORDER_DATE) ||
        (grouping == GROUPING_SOURCE && by == ORDER_SOURCE))
        return base;
    if (orders->grouped.at && orders->grouped_by == by && orders->grouping == grouping)
        return orders->grouped;
    retire(orders, &orders->grouped);
    uint32_t *keys = grouping == GROUPING_MONTH ? key_month(state) : key_source(state);
    const struct corpus *corpus = &state->library->corpus;
    orders->grouped = order_with(sorted(&base, corpus->len, keys), corpus);
    orders->grouped_by = by;
    orders->grouping = grouping;
    free(keys);
    return orders->grouped;
}

void orders_changed(struct orders *orders)
{
    retire(orders, &orders->by[ORDER_MENTIONS]);
    retire(orders, &orders->by[ORDER_UNREAD]);
    if (orders->grouped_by == ORDER_MENTIONS || orders->grouped_by == ORDER_UNREAD)
        retire(orders, &orders->grouped);
}

static void free_order(struct order *order)
{
    free((void *)(uintptr_t)order->at);
    free((void *)(uintptr_t)order->rank);
}

void orders_drop(struct orders *orders)
{
    for (size_t i = 0; i < orders->old.len; i++)
        free_order(&orders->old.at[i]);
    orders->old.len = 0;
}

void orders_forget(struct orders *orders)
{
    for (size_t i = 0; i < ORDER_COUNT; i++)
        free_order(&orders->by[i]);
    free_order(&orders->grouped);
    orders_drop(orders);
    vec_free(&orders->old);
    free(orders->sources);
    *orders = (struct orders){.sources = NULL};
}
