/* SPDX-License-Identifier: ISC */
/* A place of a word votes for a diagonal: the token at which the pattern would begin. Words that
 * were left out or put in shift it a little, so that neighbouring diagonals are counted together.
 * The rarest words vote first, till the votes are used up. */
#include "anchor_seeds.h"

#include "dossier/base/memory.h"
#include "dossier/text/words.h"

#include <stdlib.h>
#include <string.h>

#define VOTES 6000          /* of one pattern */
#define WORDS 160           /* of a pattern that may vote */
#define TRIED 5000          /* places of a word that are compared byte by byte */
#define SCANNED (64u << 20) /* bytes that are read where no word helps */

struct seed {
    const uint32_t *places; /* tokens in reach */
    size_t count;
    uint32_t nth;     /* its number among the words of the pattern */
    struct span span; /* in the pattern */
};

struct seeds {
    struct seed *at;
    size_t len, cap;
    uint32_t words; /* of the pattern, known or not */
};

struct reach reach_article(const struct library *library, uint32_t article)
{
    const struct index *index = library->corpus.index;
    return (struct reach){library, index_first(index, article), index_first(index, article + 1)};
}

struct reach reach_all(const struct library *library)
{
    uint32_t articles = (uint32_t)library->corpus.len;
    return (struct reach){library, 0, index_first(library->corpus.index, articles)};
}

/* The number of PLACES before token TOKEN. */
static size_t places_before(const uint32_t *places, size_t count, uint32_t token)
{
    size_t low = 0;
    while (low < count) {
        size_t middle = low + (count - low) / 2;
        if (places[middle] < token)
            low = middle + 1;
        else
            count = middle;
    }
    return low;
}

static int compare_seeds(const void *a, const void *b)
{
    const struct seed *x = a, *y = b;
    if (x->count != y->count)
        return x->count < y->count ? -1 : 1;
    return x->nth < y->nth ? -1 : 1;
}

/* The words of PATTERN that stand in REACH, the rarest first. */
static struct seeds list_seeds(const struct reach *reach, struct str pattern)
{
    const struct index *index = reach->library->corpus.index;
    struct seeds seeds = {0};
    struct buf key = {0};
    struct span span;
    for (size_t at = 0; words_next(pattern, &at, &span, &key); seeds.words++) {
        uint32_t word = index_word(index, buf_view(&key));
        if (word == WORD_NONE)
            continue;
        size_t count;
        const uint32_t *places = index_places(index, word, &count);
        size_t from = places_before(places, count, reach->first);
        count = places_before(places, count, reach->end) - from;
        if (count)
            *vec_add(NULL, &seeds) = (struct seed){places + from, count, seeds.words, span};
    }
    buf_free(&key);
    if (seeds.len)
        qsort(seeds.at, seeds.len, sizeof *seeds.at, compare_seeds);
    return seeds;
}

/* What is looked for byte by byte. */
struct exact {
    struct str part;
    bool bound_start, bound_end;
    size_t most;
};

static void try_place(const struct reach *reach, const struct exact *exact, uint32_t article,
                      size_t start, struct seed_places *out)
{
    struct str text = corpus_article(&reach->library->corpus, article)->text;
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

static void try_seed(const struct reach *reach, const struct exact *exact, const struct seed *seed,
                     size_t offset, struct seed_places *out)
{
    const struct index *index = reach->library->corpus.index;
    for (size_t i = 0; i < seed->count && !out->more; i++) {
        uint32_t token = seed->places[i], at = index_token_start(index, token);
        if (at >= offset)
            try_place(reach, exact, index_token_article(index, token), at - offset, out);
        if (i + 1 == TRIED && i + 1 < seed->count)
            out->more = true;
    }
}

/* Where no word helps: through the text of the article in reach. */
static void scan(const struct reach *reach, const struct exact *exact, struct seed_places *out)
{
    const struct index *index = reach->library->corpus.index;
    uint32_t article = index_token_article(index, reach->first);
    struct str text = str_sub(corpus_article(&reach->library->corpus, article)->text, 0, SCANNED);
    size_t tried = 0;
    for (ptrdiff_t at = 0; (at = str_find(text, exact->part, (size_t)at)) >= 0; at++) {
        try_place(reach, exact, article, (size_t)at, out);
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

void seeds_exact(const struct reach *reach, struct str whole, struct span part, size_t most,
                 struct seed_places *out)
{
    *out = (struct seed_places){0};
    /* Context is cut anywhere, in words too. */
    bool cut = part.start == 0 && part.end == whole.len;
    struct exact exact = {span_of(whole, part), !cut && words_bound(whole, part.start),
                          !cut && words_bound(whole, part.end), most};
    struct seeds seeds = list_seeds(reach, whole);
    const struct seed *inside = NULL;
    for (size_t i = 0; i < seeds.len && !inside; i++) {
        struct span span = seeds.at[i].span;
        if (span.start >= part.start + cut && span.end + cut <= part.end)
            inside = &seeds.at[i];
    }
    if (inside)
        try_seed(reach, &exact, inside, inside->span.start - part.start, out);
    else if (!cut && exact.part.len && reach->first < reach->end &&
             !begins_with_word(&exact, whole, part))
        scan(reach, &exact, out);
    vec_free(&seeds);
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
            *vec_add(NULL, &votes) = (struct vote){(int64_t)seed->places[p] - seed->nth, seed->nth};
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

static void add_window(const struct reach *reach, const struct votes *votes, size_t from,
                       uint32_t hits, int64_t slack, uint32_t words, struct seed_windows *out)
{
    int64_t low = votes->at[from].diagonal, high = low;
    for (size_t i = from; i < votes->len && votes->at[i].diagonal <= low + slack; i++)
        high = votes->at[i].diagonal;
    int64_t margin = 4 + words / 8, first = low - margin, end = high + words + margin;
    *vec_add(NULL, out) =
        (struct seed_window){(uint32_t)(first < reach->first ? reach->first : first),
                             (uint32_t)(end > reach->end ? reach->end : end), hits};
}

void seeds_near(const struct reach *reach, struct str pattern, size_t most,
                struct seed_windows *out)
{
    *out = (struct seed_windows){0};
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
        add_window(reach, &votes, at, hits[at], slack, seeds.words, out);
        int64_t middle = votes.at[at].diagonal;
        for (size_t i = 0; i < votes.len; i++)
            if (llabs(votes.at[i].diagonal - middle) <= slack)
                hits[i] = 0;
    }
    free(hits);
    vec_free(&votes);
    vec_free(&seeds);
}
