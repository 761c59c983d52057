/* SPDX-License-Identifier: ISC */
#include "dossier/state/sift.h"

#include "dossier/base/memory.h"

#include <stdlib.h>
#include <string.h>

static void add(struct sift *sift, uint32_t row)
{
    if (sift->len == sift->cap) {
        sift->cap = sift->cap ? sift->cap * 2 : 256;
        sift->at = memory_resize(sift->at, sift->cap * sizeof *sift->at);
    }
    sift->at[sift->len++] = row;
}

/* All rows pass, and none is held. */
static bool is_whole(const struct sift *sift)
{
    return !sift->wish.len && !sift->among;
}

void sift_forget(struct sift *sift)
{
    buf_clear(&sift->wish);
    sift->len = sift->all = sift->next = 0;
    sift->from_len = sift->from_next = 0;
    sift->among = 0;
}

void sift_free(struct sift *sift)
{
    buf_free(&sift->wish);
    free(sift->at);
    free(sift->from);
    *sift = (struct sift){0};
}

/* What passed so far is tried first, then what would have been tried next. */
static void narrow(struct sift *sift)
{
    size_t rest = sift->from_len - sift->from_next;
    uint32_t *from = memory_get((sift->len + rest + 1) * sizeof *from);
    if (sift->len)
        memcpy(from, sift->at, sift->len * sizeof *from);
    if (rest)
        memcpy(from + sift->len, sift->from + sift->from_next, rest * sizeof *from);
    free(sift->from);
    sift->from = from;
    sift->from_len = sift->len + rest;
    sift->from_next = 0;
    sift->len = 0;
}

/* The rows that there are, and the wish, are those of before; or the wish goes on from it. */
static bool goes_on(struct sift *sift, struct str wish, size_t all, uint32_t among, bool *same)
{
    struct str before = buf_view(&sift->wish);
    bool rows = all == sift->all && among == sift->among;
    *same = rows && str_eq(before, wish);
    return rows && before.len && str_starts(wish, before);
}

static void begin(struct sift *sift, struct str wish, size_t all, uint32_t among)
{
    buf_clear(&sift->wish);
    buf_str(&sift->wish, wish);
    sift->all = all;
    sift->among = among;
}

void sift_begin(struct sift *sift, struct str wish, size_t all)
{
    bool same, on = goes_on(sift, wish, all, 0, &same);
    if (same)
        return;
    if (on)
        narrow(sift);
    else
        sift_forget(sift);
    begin(sift, wish, all, 0);
    if (!wish.len)
        sift->len = all;
}

/* A bit for each row puts ROWS in order faster than sorting does; into OUT, which may be they. */
static size_t in_order(const uint32_t *rows, size_t count, size_t all, uint32_t *out)
{
    uint64_t *bits = memory_get((all / 64 + 1) * sizeof *bits);
    size_t len = 0;
    for (size_t i = 0; i < count; i++)
        bits[rows[i] / 64] |= (uint64_t)1 << rows[i] % 64;
    for (size_t i = 0; i <= all / 64; i++)
        for (uint64_t rest = bits[i]; rest; rest &= rest - 1)
            out[len++] = (uint32_t)(i * 64 + (size_t)__builtin_ctzll(rest));
    free(bits);
    return len;
}

void sift_begin_among(struct sift *sift, struct str wish, size_t all, uint32_t among,
                      const uint32_t *rows, size_t count)
{
    bool same, on = goes_on(sift, wish, all, among, &same);
    if (same)
        return;
    if (on) {
        narrow(sift);
    } else {
        sift_forget(sift);
        sift->from = memory_resize(sift->from, (count + 1) * sizeof *sift->from);
        sift->from_len = in_order(rows, count, all, sift->from);
    }
    begin(sift, wish, all, among);
    sift->next = all;
    for (; !wish.len && sift->from_next < sift->from_len; sift->from_next++)
        add(sift, sift->from[sift->from_next]);
}

void sift_grow(struct sift *sift, size_t all)
{
    sift->all = all;
    if (is_whole(sift))
        sift->len = all;
}

bool sift_is_done(const struct sift *sift)
{
    return is_whole(sift) || (sift->from_next == sift->from_len && sift->next == sift->all);
}

size_t sift_tried(const struct sift *sift)
{
    return sift_is_done(sift)                 ? sift->all
           : sift->from_next < sift->from_len ? sift->from[sift->from_next]
                                              : sift->next;
}

void sift_run(struct sift *sift, size_t most, sift_test *test, void *context)
{
    while (most-- && !sift_is_done(sift)) {
        bool again = sift->from_next < sift->from_len;
        uint32_t row = again ? sift->from[sift->from_next++] : (uint32_t)sift->next++;
        if (test(context, row))
            add(sift, row);
    }
}

size_t sift_at(const struct sift *sift, size_t index)
{
    return is_whole(sift) ? index : sift->at[index];
}

size_t sift_find(const struct sift *sift, size_t row)
{
    if (is_whole(sift))
        return row < sift->len ? row : sift->len;
    size_t low = 0, high = sift->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sift->at[middle] < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low < sift->len && sift->at[low] == row ? low : sift->len;
}

void sift_reorder(struct sift *sift, uint32_t (*to)(void *context, uint32_t row), void *context)
{
    if (is_whole(sift))
        return;
    for (size_t i = 0; i < sift->len; i++)
        sift->at[i] = to(context, sift->at[i]);
    sift->len = in_order(sift->at, sift->len, sift->all, sift->at);
}
