/* SPDX-License-Identifier: ISC */
/* The list counts its rows by groups: a group knows its first article and its heading's row, and
 * what lies between two of them follows. So a row is found by halving, and a group costs the same
 * whether it holds three articles or half a million. */
#include "dossier/state/listing.h"

#include "dossier/base/day.h"
#include "dossier/base/memory.h"
#include "listing_make.h"

/* ---- articles ---- */

/* The list's first place is the order's last where it is reversed, and the other way round. */
static size_t turned(const struct listing *listing, size_t place)
{
    return listing->reversed ? listing->corpus->len - 1 - place : place;
}

uint32_t listing_place_article(const struct listing *listing, size_t place)
{
    place = turned(listing, place);
    return listing->order.at[place];
}

uint32_t listing_article_place(const struct listing *listing, uint32_t article)
{
    return (uint32_t)turned(listing, listing->order.rank[article]);
}

size_t listing_count(const struct listing *listing)
{
    return listing->sift.len;
}

uint32_t listing_nth(const struct listing *listing, size_t index)
{
    return listing_place_article(listing, sift_at(&listing->sift, index));
}

size_t listing_index(const struct listing *listing, uint32_t article)
{
    const struct corpus *corpus = listing->corpus;
    if (!corpus || article >= corpus->numbers || listing->order.rank[article] >= corpus->len)
        return listing->sift.len;
    return sift_find(&listing->sift, listing_article_place(listing, article));
}

/* ---- groups ---- */

static uint32_t key_of(const struct listing *listing, size_t index)
{
    uint32_t article = listing_nth(listing, index);
    if (listing->grouping == GROUPING_SOURCE)
        return listing->sources[article];
    return listing_month(corpus_day(listing->corpus, article));
}

uint32_t listing_month(day d)
{
    int year, month, date;
    if (d == DAY_NONE)
        return UINT32_MAX;
    day_split(d, &year, &month, &date);
    return (uint32_t)(year * 12 + month - 1);
}

/* The first article behind FIRST that has another key: in strides that double, then by halving, so
 * that small groups and large ones are both soon passed over. */
static size_t group_end(const struct listing *listing, size_t first, uint32_t key)
{
    size_t low = first + 1, stride = 1, count = listing_count(listing);
    while (low + stride <= count && key_of(listing, low + stride - 1) == key) {
        low += stride;
        stride *= 2;
    }
    size_t high = low + stride - 1 < count ? low + stride - 1 : count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (key_of(listing, middle) == key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_folded(const struct listing *listing, uint32_t key)
{
    size_t i = 0;
    while (i < listing->folds.len && listing->folds.at[i] != key)
        i++;
    return (i < listing->folds.len) != listing->folds.unfolded;
}

static size_t rows_of(const struct listing *listing, const struct list_group *group)
{
    return 1 + (group->folded ? 0 : listing_group_size(listing, group));
}

void listing_group_more(struct listing *listing)
{
    size_t count = listing_count(listing), first = 0, row = 0;
    if (listing->grouping == GROUPING_NONE)
        return;
    if (listing->groups.len) { /* the last may have grown */
        listing->groups.len--;
        first = listing->groups.at[listing->groups.len].first;
        row = listing->groups.at[listing->groups.len].row;
    }
    while (first < count) {
        uint32_t key = key_of(listing, first);
        struct list_group *group = vec_add(NULL, &listing->groups);
        *group = (struct list_group){key, (uint32_t)first, (uint32_t)row, is_folded(listing, key)};
        first = group_end(listing, first, key);
        row += group->folded ? 1 : 1 + first - group->first;
    }
}

void listing_group_anew(struct listing *listing)
{
    listing->groups.len = 0;
    listing_group_more(listing);
}

void listing_fold(struct listing *listing, uint32_t key)
{
    size_t i = 0;
    while (i < listing->folds.len && listing->folds.at[i] != key)
        i++;
    if (i < listing->folds.len)
        listing->folds.at[i] = listing->folds.at[--listing->folds.len];
    else
        *vec_add(NULL, &listing->folds) = key;
    listing_group_anew(listing);
}

void listing_fold_all(struct listing *listing, bool folded)
{
    listing->folds.len = 0;
    listing->folds.unfolded = folded;
    listing_group_anew(listing);
}

void listing_forget(struct listing *listing)
{
    if (listing->grouping == GROUPING_SOURCE)
        listing->folds.len = 0;
    listing->groups.len = 0;
    listing->corpus = NULL;
    sift_forget(&listing->sift);
}

void listing_free(struct listing *listing)
{
    sift_free(&listing->sift);
    vec_free(&listing->groups);
    vec_free(&listing->folds);
}

/* ---- rows ---- */

size_t listing_rows(const struct listing *listing)
{
    if (!listing->groups.len)
        return listing_count(listing);
    const struct list_group *last = &listing->groups.at[listing->groups.len - 1];
    return last->row + rows_of(listing, last);
}

const struct list_group *listing_group(const struct listing *listing, size_t row)
{
    size_t low = 0, high = listing->groups.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (listing->groups.at[middle].row <= row)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &listing->groups.at[low - 1] : NULL;
}

bool listing_is_heading(const struct listing *listing, size_t row)
{
    const struct list_group *group = listing_group(listing, row);
    return group && group->row == row;
}

uint32_t listing_article(const struct listing *listing, size_t row)
{
    const struct list_group *group = listing_group(listing, row);
    if (row >= listing_rows(listing) || (group && group->row == row))
        return ARTICLE_NONE;
    return listing_nth(listing, group ? group->first + (row - group->row - 1) : row);
}

size_t listing_row(const struct listing *listing, size_t index)
{
    size_t low = 0, high = listing->groups.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (listing->groups.at[middle].first <= index)
            low = middle + 1;
        else
            high = middle;
    }
    if (!low)
        return index;
    const struct list_group *group = &listing->groups.at[low - 1];
    return group->folded ? group->row : group->row + 1 + (index - group->first);
}

size_t listing_group_size(const struct listing *listing, const struct list_group *group)
{
    size_t next = (size_t)(group - listing->groups.at) + 1;
    size_t end =
        next < listing->groups.len ? listing->groups.at[next].first : listing_count(listing);
    return end - group->first;
}

struct str listing_group_name(struct arena *arena, const struct listing *listing,
                              const struct list_group *group)
{
    if (listing->grouping == GROUPING_SOURCE) {
        struct str source = corpus_source(listing->corpus, listing_nth(listing, group->first));
        return source.len ? source : STR("source unknown");
    }
    if (group->key == UINT32_MAX)
        return STR("undated");
    return arena_printf(arena, "%s %u", day_month((int)(group->key % 12) + 1), group->key / 12);
}
