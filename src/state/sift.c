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

void sift_forget(struct sift *sift)
{
    buf_clear(&sift->wish);
    sift->whole = false;
    sift->len = sift->all = sift->next = 0;
    sift->from_len = sift->from_next = 0;
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

static void set_wish(struct sift *sift, struct str wish, size_t all)
{
    buf_clear(&sift->wish);
    buf_str(&sift->wish, wish);
    sift->all = all;
}

void sift_begin(struct sift *sift, struct str wish, size_t all)
{
    struct str before = buf_view(&sift->wish);
    bool goes_on = all >= sift->all && str_starts(wish, before) && !sift->whole && sift->all;
    if (!wish.len || !goes_on)
        sift_forget(sift);
    else if (!str_eq(before, wish))
        narrow(sift);
    set_wish(sift, wish, all);
    sift->whole = !wish.len;
    if (sift->whole)
        sift->len = sift->next = all;
}

void sift_among(struct sift *sift, struct str wish, const uint32_t *among, size_t count, size_t all)
{
    sift_forget(sift);
    free(sift->from);
    sift->from = memory_get((count + 1) * sizeof *sift->from);
    if (count)
        memcpy(sift->from, among, count * sizeof *sift->from);
    sift->from_len = count;
    sift->next = all;
    set_wish(sift, wish, all);
}

bool sift_is_done(const struct sift *sift)
{
    return sift->from_next == sift->from_len && sift->next == sift->all;
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
    return sift->whole ? index : sift->at[index];
}

size_t sift_find(const struct sift *sift, size_t row)
{
    if (sift->whole)
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

/* A bit for each row puts them in order faster than sorting does. */
void sift_reorder(struct sift *sift, uint32_t (*to)(void *context, uint32_t row), void *context)
{
    if (sift->whole)
        return;
    uint64_t *bits = memory_get((sift->all / 64 + 1) * sizeof *bits);
    for (size_t i = 0; i < sift->len; i++) {
        uint32_t row = to(context, sift->at[i]);
        bits[row / 64] |= (uint64_t)1 << row % 64;
    }
    sift->len = 0;
    for (size_t i = 0; i <= sift->all / 64; i++)
        for (uint64_t rest = bits[i]; rest; rest &= rest - 1)
            sift->at[sift->len++] = (uint32_t)(i * 64 + (size_t)__builtin_ctzll(rest));
    free(bits);
}
