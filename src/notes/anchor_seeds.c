/* SPDX-License-Identifier: ISC */
/* A place of a word votes for a diagonal: the word of the article at which the pattern would begin.
 * Words that were left out or put in shift it a little, so that neighbouring diagonals are counted
 * together. The rarest words vote first, till the votes are used up. */
#include "anchor_seeds.h"

#include "dossier/base/memory.h"
#include "dossier/model/index.h"
#include "dossier/text/words.h"

#include <stdlib.h>

#define VOTES 6000          /* of one pattern */
#define WORDS 160           /* of a pattern that may vote */
#define TRIED 5000          /* places of a word that are compared byte by byte */
#define SCANNED (64u << 20) /* bytes that are read where no word helps */

struct seed {
    struct str key;
    uint32_t nth;       /* its number among the words of the pattern */
    struct span span;   /* in the pattern */
    size_t count;       /* places in reach */
    const uint32_t *at; /* which words of the one article they are; not told of all articles */
};

struct seeds {
    struct arena *arena; /* of what the seeds hold */
    struct seed *at;
    size_t len, cap;
    uint32_t words; /* of the pattern, known or not */
};

static int compare_seeds(const void *a, const void *b)
{
    const struct seed *x = a, *y = b;
    if (x->count != y->count)
        return x->count < y->count ? -1 : 1;
    return x->nth < y->nth ? -1 : 1;
}

/* Where one of the pattern's words stands in an article. */
struct slot {
    bool used;
    uint64_t key;
    uint32_t *at;
    size_t len, cap;
};

/* That of KEY, or the free one where it would be. */
static struct slot *slot_of(struct slot *slots, size_t mask, uint64_t key)
{
    size_t i = key & mask;
    while (slots[i].used && slots[i].key != key)
        i = (i + 1) & mask;
    return &slots[i];
}

/* One walk through the words of the article finds the places of all seeds. */
static void find_in_article(const struct article *article, struct seeds *seeds)
{
    size_t count, room = 16;
    while (room < 2 * seeds->len)
        room *= 2;
    struct slot *slots = arena_many(seeds->arena, struct slot, room);
    for (size_t i = 0; i < seeds->len; i++) {
        uint64_t key = word_key(seeds->at[i].key);
        struct slot *slot = slot_of(slots, room - 1, key);
        slot->used = true;
        slot->key = key;
    }
    const struct article_word *words = article_words(article, &count);
    for (size_t i = 0; i < count; i++) {
        struct slot *slot = slot_of(slots, room - 1, words[i].key);
        if (slot->used)
            *vec_add(seeds->arena, slot) = (uint32_t)i;
    }
    for (size_t i = 0; i < seeds->len; i++) {
        const struct slot *slot = slot_of(slots, room - 1, word_key(seeds->at[i].key));
        seeds->at[i].at = slot->at;
        seeds->at[i].count = slot->len;
    }
}

/* How often they stand: where, is asked only of those that are used, for it is dear. */
static void count_in_all(const struct corpus *corpus, struct seeds *seeds)
{
    for (size_t i = 0; i < seeds->len; i++)
        seeds->at[i].count = index_count(corpus, seeds->at[i].key);
}

/* The words of PATTERN that stand in REACH, the rarest first; seeds_free ends them. */
static struct seeds list_seeds(const struct reach *reach, struct str pattern)
{
    const struct corpus *corpus = &reach->library->corpus;
    struct seeds seeds = {.arena = arena_new()};
    struct buf key = {0};
    struct span span;
    for (size_t at = 0; words_next(pattern, &at, &span, &key); seeds.words++)
        *vec_add(seeds.arena, &seeds) = (struct seed){
            .key = arena_str(seeds.arena, buf_view(&key)), .nth = seeds.words, .span = span};
    buf_free(&key);
    if (reach->article == ARTICLE_NONE)
        count_in_all(corpus, &seeds);
    else
        find_in_article(corpus_article(corpus, reach->article), &seeds);
    size_t kept = 0;
    for (size_t i = 0; i < seeds.len; i++) {
        if (seeds.at[i].count)
            seeds.at[kept++] = seeds.at[i];
    }
    seeds.len = kept;
    if (kept)
        qsort(seeds.at, kept, sizeof *seeds.at, compare_seeds);
    return seeds;
}

static void seeds_free(struct seeds *seeds)
{
    arena_free(seeds->arena);
}

/* What is looked for byte by byte. */
struct exact {
    struct str part;
    bool bound_start, bound_end;
    size_t most;
};

static void try_place(struct str text, const struct exact *exact, uint32_t article, size_t start,
                      struct seed_places *out)
{
    size_t end = start + exact->part.len;
    if (!str_eq(str_sub(text, start, end), exact->part) || end > text.len ||
        (exact->bound_start && !words_bound(text, start)) ||
        (exact->bound_end && !words_bound(text, end)))
        return;
    if (out->len < exact->most)
        *vec_add(NULL, out) = (struct seed_place){article, (uint32_t)start};
    else
        out->more = true;
}

/* SEED stands OFFSET bytes behind the beginning of what is looked for. */
static void try_in_article(const struct article *article, const struct exact *exact,
                           const struct seed *seed, uint32_t number, size_t offset,
                           struct seed_places *out)
{
    size_t count;
    const struct article_word *words = article_words(article, &count);
    for (size_t i = 0; i < seed->count && i < TRIED && !out->more; i++) {
        uint32_t at = words[seed->at[i]].start;
        if (at >= offset)
            try_place(article->text, exact, number, at - offset, out);
    }
    out->more = out->more || seed->count > TRIED;
}

/* A word that stands too often to be tried is not asked where it stands. */
static void try_in_all(const struct corpus *corpus, const struct exact *exact,
                       const struct seeds *seeds, const struct seed *seed, size_t offset,
                       struct seed_places *out)
{
    struct places places = {0};
    out->more = seed->count > TRIED;
    if (!out->more)
        index_places(corpus, seed->key, seeds->arena, &places);
    for (size_t i = 0; i < places.len && !out->more; i++) {
        uint32_t article = places.at[i].article, at = places.at[i].span.start;
        const struct corpus_part *part = corpus_part(corpus, article);
        if (at >= offset)
            try_place(segment_text(part->segment, article - part->first), exact, article,
                      at - offset, out);
    }
}

/* Where no word helps: through the text of the article. */
static void scan(const struct article *article, const struct exact *exact, uint32_t number,
                 struct seed_places *out)
{
    struct str text = str_sub(article->text, 0, SCANNED);
    size_t tried = 0;
    for (ptrdiff_t at = 0; (at = str_find(text, exact->part, (size_t)at)) >= 0; at++) {
        try_place(article->text, exact, number, (size_t)at, out);
        if (out->more || (out->more = ++tried == TRIED))
            return;
    }
}

/* The first word of PART is a whole one, so that the index would know it. */
static bool begins_with_word(const struct exact *exact, struct str whole, struct span part)
{
    struct buf key = {0};
    struct span span;
    size_t at = part.start;
    bool any = words_next(str_sub(whole, 0, part.end), &at, &span, &key);
    buf_free(&key);
    return any && (span.start > part.start || exact->bound_start) &&
           (span.end < part.end || exact->bound_end);
}

/* The rarest of the seeds that PART, which may be CUT inside a word at both ends, holds whole. */
static const struct seed *seed_inside(const struct seeds *seeds, struct span part, bool cut)
{
    for (size_t i = 0; i < seeds->len; i++) {
        struct span span = seeds->at[i].span;
        if (span.start >= part.start + cut && span.end + cut <= part.end)
            return &seeds->at[i];
    }
    return NULL;
}

void seeds_exact(const struct reach *reach, struct str whole, struct span part, size_t most,
                 struct seed_places *out)
{
    *out = (struct seed_places){0};
    /* Context is cut anywhere, in words too. */
    bool cut = part.start == 0 && part.end == whole.len;
    struct exact exact = {span_of(whole, part), !cut && words_bound(whole, part.start),
                          !cut && words_bound(whole, part.end), most};
    const struct corpus *corpus = &reach->library->corpus;
    bool all = reach->article == ARTICLE_NONE;
    const struct article *article = all ? NULL : corpus_article(corpus, reach->article);
    struct seeds seeds = list_seeds(reach, whole);
    const struct seed *seed = seed_inside(&seeds, part, cut);
    size_t offset = seed ? seed->span.start - part.start : 0;
    if (seed && all)
        try_in_all(corpus, &exact, &seeds, seed, offset, out);
    else if (seed)
        try_in_article(article, &exact, seed, reach->article, offset, out);
    else if (!all && !cut && exact.part.len && !begins_with_word(&exact, whole, part))
        scan(article, &exact, reach->article, out);
    seeds_free(&seeds);
}

struct vote {
    int64_t diagonal;
    uint32_t nth;
};

struct votes {
    struct vote *at;
    size_t len, cap;
};

static int compare_votes(const void *a, const void *b)
{
    const struct vote *x = a, *y = b;
    return (x->diagonal > y->diagonal) - (x->diagonal < y->diagonal);
}

/* MORE: even rare words are too common to vote. */
static struct votes gather_votes(const struct seeds *seeds, bool *more)
{
    struct votes votes = {0};
    for (size_t i = 0; i < seeds->len && i < WORDS; i++) {
        const struct seed *seed = &seeds->at[i];
        if (votes.len + seed->count > VOTES) {
            *more = *more || i < 3;
            break;
        }
        for (size_t p = 0; p < seed->count; p++)
            *vec_add(NULL, &votes) = (struct vote){(int64_t)seed->at[p] - seed->nth, seed->nth};
    }
    if (votes.len)
        qsort(votes.at, votes.len, sizeof *votes.at, compare_votes);
    return votes;
}

/* For each vote, how many different words vote within SLACK diagonals from it on. */
static uint32_t *count_hits(const struct votes *votes, uint32_t words, int64_t slack)
{
    uint32_t *hits = memory_get((votes->len + 1) * sizeof *hits);
    uint32_t *times = memory_get((words + (size_t)1) * sizeof *times), different = 0;
    size_t right = 0;
    for (size_t left = 0; left < votes->len; left++) {
        for (; right < votes->len && votes->at[right].diagonal <= votes->at[left].diagonal + slack;
             right++)
            different += times[votes->at[right].nth]++ == 0;
        hits[left] = different;
        different -= --times[votes->at[left].nth] == 0;
    }
    free(times);
    return hits;
}

/* COUNT: the words of the article. */
static void add_window(size_t count, const struct votes *votes, size_t from, uint32_t hits,
                       int64_t slack, uint32_t words, struct seed_windows *out)
{
    int64_t low = votes->at[from].diagonal, high = low;
    for (size_t i = from; i < votes->len && votes->at[i].diagonal <= low + slack; i++)
        high = votes->at[i].diagonal;
    int64_t margin = 4 + words / 8, first = low - margin, end = high + words + margin;
    *vec_add(NULL, out) =
        (struct seed_window){(uint32_t)(first < 0 ? 0 : first),
                             (uint32_t)(end > (int64_t)count ? (int64_t)count : end), hits};
}

void seeds_near(const struct reach *reach, struct str pattern, size_t most,
                struct seed_windows *out)
{
    *out = (struct seed_windows){0};
    size_t count;
    article_words(corpus_article(&reach->library->corpus, reach->article), &count);
    struct seeds seeds = list_seeds(reach, pattern);
    struct votes votes = gather_votes(&seeds, &out->more);
    int64_t slack = 4 + seeds.words / 3;
    uint32_t *hits = count_hits(&votes, seeds.words, slack), best = 0;
    for (;;) {
        size_t at = 0;
        for (size_t i = 1; i < votes.len; i++)
            at = hits[i] > hits[at] ? i : at;
        if (!votes.len || hits[at] == 0 || hits[at] * 3 < best)
            break;
        best = best ? best : hits[at];
        if (out->len == most) {
            out->more = out->more || hits[at] * 4 >= best * 3;
            break;
        }
        add_window(count, &votes, at, hits[at], slack, seeds.words, out);
        int64_t middle = votes.at[at].diagonal;
        for (size_t i = 0; i < votes.len; i++)
            if (llabs(votes.at[i].diagonal - middle) <= slack)
                hits[i] = 0;
    }
    free(hits);
    vec_free(&votes);
    seeds_free(&seeds);
}
