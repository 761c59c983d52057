/* SPDX-License-Identifier: ISC */
/* Comparing a million headlines letter by letter would fold each of them twenty times over. Their
 * first letters, folded once and packed into two numbers, decide nearly always. Sources are few:
 * they are numbered first, and only the different ones are compared. */
#include "orders_names.h"

#include "dossier/base/memory.h"
#include "dossier/text/fold.h"
#include "dossier/text/utf8.h"

#include <stdlib.h>

#define PACKED 16 /* folded bytes that are compared as numbers */

/* ---- titles ---- */

struct titled {
    uint64_t first, second; /* the folded title's first bytes */
    uint32_t article;
};

/* Folds no more of TITLE than is needed. */
static void pack(struct str title, struct buf *folded, struct titled *out)
{
    struct letter letter;
    uint64_t packed[2] = {0, 0};
    buf_clear(folded);
    for (size_t at = 0; folded->len < PACKED && fold_next(title, &at, &letter);)
        for (size_t i = 0; i < letter.count; i++)
            utf8_put(folded, letter.folded[i]);
    for (size_t i = 0; i < folded->len && i < PACKED; i++)
        packed[i / 8] |= (uint64_t)(unsigned char)folded->at[i] << (56 - 8 * (i % 8));
    out->first = packed[0];
    out->second = packed[1];
}

static int compare_ranks(const struct corpus *corpus, uint32_t a, uint32_t b)
{
    uint32_t x = corpus->rank[a], y = corpus->rank[b];
    return (x > y) - (x < y);
}

static int compare_packed(const struct titled *x, const struct titled *y)
{
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    return (x->second > y->second) - (x->second < y->second);
}

static int compare_titled(const void *a, const void *b, void *corpus)
{
    const struct titled *x = a, *y = b;
    int order = compare_packed(x, y);
    return order ? order : compare_ranks(corpus, x->article, y->article);
}

/* ---- titles that begin alike ---- */

struct whole {
    struct str folded;
    uint32_t article;
};

static int compare_whole(const void *a, const void *b, void *corpus)
{
    const struct whole *x = a, *y = b;
    int order = str_cmp(x->folded, y->folded);
    return order ? order : compare_ranks(corpus, x->article, y->article);
}

/* COUNT titles whose first letters are the same are folded whole, once each. */
static void sort_whole(struct arena *arena, const struct corpus *corpus, struct titled *titled,
                       size_t count)
{
    struct whole *whole = arena_many(arena, struct whole, count);
    struct buf folded = {0};
    for (size_t i = 0; i < count; i++) {
        buf_clear(&folded);
        fold_key(corpus_title(corpus, titled[i].article), &folded);
        whole[i] = (struct whole){arena_str(arena, buf_view(&folded)), titled[i].article};
    }
    buf_free(&folded);
    qsort_r(whole, count, sizeof *whole, compare_whole, (void *)(uintptr_t)corpus);
    for (size_t i = 0; i < count; i++)
        titled[i].article = whole[i].article;
    arena_clear(arena);
}

static void sort_alike(const struct corpus *corpus, struct titled *titled, size_t count)
{
    struct arena *arena = arena_new();
    for (size_t first = 0, end; first < count; first = end) {
        end = first + 1;
        while (end < count && compare_packed(&titled[first], &titled[end]) == 0)
            end++;
        if (end - first > 1 && (titled[first].second & 0xff)) /* there is more than was packed */
            sort_whole(arena, corpus, titled + first, end - first);
    }
    arena_free(arena);
}

uint32_t *orders_by_title(const struct corpus *corpus)
{
    struct titled *titled = memory_get((corpus->len + 1) * sizeof *titled);
    uint32_t *at = memory_get((corpus->len + 1) * sizeof *at);
    struct buf folded = {0};
    for (size_t i = 0; i < corpus->len; i++) {
        titled[i].article = corpus->by_path[i];
        pack(corpus_title(corpus, titled[i].article), &folded, &titled[i]);
    }
    buf_free(&folded);
    qsort_r(titled, corpus->len, sizeof *titled, compare_titled, (void *)(uintptr_t)corpus);
    sort_alike(corpus, titled, corpus->len);
    for (size_t i = 0; i < corpus->len; i++)
        at[i] = titled[i].article;
    free(titled);
    return at;
}

/* ---- sources ---- */

struct source {
    struct str name; /* as it stands */
    struct str folded;
    uint32_t number; /* in the order they were met */
};

/* The different sources, found by their names. */
struct sources {
    struct arena *arena; /* owns all below */
    struct source *at;
    size_t len, cap;
    uint32_t *slots; /* 1 + where each stands */
    size_t slot_count;
};

static size_t slot_of(const struct sources *sources, struct str name)
{
    size_t mask = sources->slot_count - 1, slot = str_hash(name) & mask;
    while (sources->slots[slot] && !str_eq(sources->at[sources->slots[slot] - 1].name, name))
        slot = (slot + 1) & mask;
    return slot;
}

static void grow(struct sources *sources)
{
    if (sources->len * 2 < sources->slot_count)
        return;
    sources->slot_count = sources->slot_count ? sources->slot_count * 2 : 256;
    sources->slots = arena_many(sources->arena, uint32_t, sources->slot_count);
    for (size_t i = 0; i < sources->len; i++)
        sources->slots[slot_of(sources, sources->at[i].name)] = (uint32_t)i + 1;
}

static uint32_t number_of(struct sources *sources, struct str name)
{
    grow(sources);
    size_t slot = slot_of(sources, name);
    if (!sources->slots[slot]) {
        struct buf folded = {0};
        fold_key(name, &folded);
        struct source *source = vec_add(sources->arena, sources);
        struct str key = arena_str(sources->arena, buf_view(&folded));
        *source = (struct source){name, key, (uint32_t)sources->len - 1};
        buf_free(&folded);
        sources->slots[slot] = (uint32_t)sources->len;
    }
    return sources->slots[slot] - 1;
}

static int compare_sources(const void *a, const void *b)
{
    return str_cmp(((const struct source *)a)->folded, ((const struct source *)b)->folded);
}

/* The rank of each source, by number: sources that only differ in case or marks share theirs. */
static uint32_t *rank(struct sources *sources)
{
    uint32_t *ranks = arena_many(sources->arena, uint32_t, sources->len + 1), next = 0;
    if (sources->len)
        qsort(sources->at, sources->len, sizeof *sources->at, compare_sources);
    for (size_t i = 0; i < sources->len; i++) {
        const struct source *source = &sources->at[i];
        next += i && compare_sources(source - 1, source) != 0;
        ranks[source->number] = source->name.len ? next : UINT32_MAX;
    }
    return ranks;
}

uint32_t *orders_rank_sources(const struct corpus *corpus)
{
    struct sources sources = {.arena = arena_new()};
    uint32_t *of = memory_get((corpus->numbers + (size_t)1) * sizeof *of);
    for (size_t i = 0; i < corpus->len; i++)
        of[corpus->by_path[i]] = number_of(&sources, corpus_source(corpus, corpus->by_path[i]));
    uint32_t *ranks = rank(&sources);
    for (size_t i = 0; i < corpus->len; i++)
        of[corpus->by_path[i]] = ranks[of[corpus->by_path[i]]];
    arena_free(sources.arena);
    return of;
}
