/* SPDX-License-Identifier: ISC */
/* All places that could be it are gathered (where the quote stands word for word, and where many
 * words of quote and context stand), each is rated, and the best is taken only if it is good enough
 * and no other is nearly as good. */
#include "anchor_judge.h"

#include "anchor_align.h"
#include "anchor_seeds.h"
#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"
#include "dossier/text/words.h"

#include <stdlib.h>

#define WINDOWS 12               /* of similar words that are aligned */
#define STANDING 16              /* places of the quote that are rated */
#define MARGIN 12                /* percent that the best must be better than all others */
#define SHORT 64                 /* signs of a quote that may have been left out of its context */
#define LONGEST_WORD 200         /* bytes */
#define ENDS 200                 /* signs of a long quote by which each of its ends is found */
#define WORK ((uint64_t)3 << 30) /* steps for all notes of a dossier */

struct search {
    const struct remembered *remembered;
    struct reach reach;
    struct str text;
    const struct article_word *words; /* of the text */
    size_t word_count;
    uint64_t *work;
    size_t least; /* the cost of the cheapest way to make quote and context of the text */
    size_t gone;  /* … where the quote is left out */
    struct {
        struct candidate *at;
        size_t len, cap;
    } found;
};

static void add_candidate(struct search *search, struct span span)
{
    for (size_t i = 0; i < search->found.len; i++)
        if (search->found.at[i].span.start == span.start &&
            search->found.at[i].span.end == span.end)
            return;
    *search->work += 4096 + span.end - span.start;
    *vec_add(NULL, &search->found) = rate(search->remembered, search->text, span);
}

static void add_standing(struct search *search, struct verdict *out)
{
    const struct remembered *remembered = search->remembered;
    struct seed_places places;
    seeds_exact(&search->reach, buf_view(&remembered->bytes), remembered->quote, STANDING, &places);
    uint32_t length = remembered->quote.end - remembered->quote.start;
    for (size_t i = 0; i < places.len; i++)
        add_candidate(search, (struct span){places.at[i].start, places.at[i].start + length});
    out->standing = places.len + places.more;
    vec_free(&places);
}

/* Quote and context stand word for word, and only once: there is nothing better to look for. */
static bool stands_once(const struct search *search, const struct verdict *out)
{
    size_t count = 0;
    for (size_t i = 0; i < search->found.len; i++)
        count += rate_is_perfect(search->remembered, &search->found.at[i]);
    return count == 1 && out->standing <= STANDING;
}

/* A part of what is remembered, by signs. */
struct stretch {
    struct signs signs;
    struct str bytes;
    size_t first, end; /* what is looked for in it */
};

static struct stretch stretch_of(const struct remembered *remembered, size_t from, size_t to)
{
    const struct sign *at = remembered->signs.at;
    size_t first = remembered->first > from ? remembered->first - from : 0;
    size_t end = remembered->end < to ? remembered->end : to;
    return (struct stretch){{remembered->signs.at + from, to - from, 0},
                            str_sub(buf_view(&remembered->bytes), at[from].start, at[to - 1].end),
                            first,
                            end - from};
}

static struct span window_bytes(const struct search *search, const struct seed_window *window)
{
    bool to_end = window->end >= search->word_count;
    uint32_t start = window->first ? search->words[window->first].start : 0;
    uint32_t end = to_end ? (uint32_t)search->text.len : search->words[window->end].start;
    uint32_t length = (uint32_t)search->remembered->bytes.len;
    uint32_t most = 1024 + 4 * (length < 4 * RATE_LONG ? length : 4 * RATE_LONG);
    /* Words may be far apart, or there may be none. */
    return (struct span){start, end - start < most ? end : start + most};
}

/* Where STRETCH's part lies in WINDOW; false where it does not. */
static bool locate(const struct search *search, const struct stretch *stretch,
                   const struct seed_window *window, struct span *span, size_t *cost)
{
    struct signs there = {0};
    struct span found, bytes = window_bytes(search, window);
    signs_add(&there, search->text, bytes);
    *search->work += there.len * stretch->signs.len;
    bool ok = align_find(&stretch->signs, stretch->first, stretch->end, &there, &found, cost);
    if (ok)
        *span = (struct span){there.at[found.start].start, there.at[found.end - 1].end};
    vec_free(&there);
    return ok;
}

/* Moves the bounds of SPAN to those of words, where the quote had such. */
static struct span to_words(const struct search *search, struct span span)
{
    struct str whole = buf_view(&search->remembered->bytes), text = search->text;
    struct span quote = search->remembered->quote;
    if (words_bound(whole, quote.start))
        for (int i = 0; i < LONGEST_WORD && !words_bound(text, span.start); i++)
            span.start--;
    if (words_bound(whole, quote.end))
        for (int i = 0; i < LONGEST_WORD && !words_bound(text, span.end); i++)
            span.end++;
    span.start = (uint32_t)utf8_start(text, span.start);
    span.end = span.end < text.len ? (uint32_t)utf8_start(text, span.end) : span.end;
    return span;
}

/* What it costs to say that the quote was left out of its context in WINDOW. */
static size_t cost_without(struct search *search, const struct seed_window *window)
{
    const struct remembered *remembered = search->remembered;
    struct signs there = {0};
    signs_add(&there, search->text, window_bytes(search, window));
    *search->work += there.len * remembered->around.len;
    size_t cost = remembered_length(remembered) + align_cost(&remembered->around, &there);
    vec_free(&there);
    return cost;
}

static void add_near(struct search *search, struct verdict *out)
{
    struct stretch all = stretch_of(search->remembered, 0, search->remembered->signs.len);
    struct seed_windows windows;
    seeds_near(&search->reach, all.bytes, WINDOWS, &windows);
    for (size_t i = 0; i < windows.len; i++) {
        struct span span;
        size_t cost;
        if (locate(search, &all, &windows.at[i], &span, &cost))
            add_candidate(search, to_words(search, span));
        search->least = cost < search->least ? cost : search->least;
        if (remembered_length(search->remembered) > SHORT)
            continue;
        cost = cost_without(search, &windows.at[i]);
        search->gone = cost < search->gone ? cost : search->gone;
    }
    out->more = windows.more;
    vec_free(&windows);
}

/* Where one end of a long quote may lie. */
struct ends {
    struct span *at;
    size_t len, cap;
};

static struct ends locate_all(struct search *search, const struct stretch *stretch,
                              struct verdict *out)
{
    struct ends ends = {0};
    struct seed_windows windows;
    struct span span;
    size_t cost;
    seeds_near(&search->reach, stretch->bytes, WINDOWS, &windows);
    for (size_t i = 0; i < windows.len; i++)
        if (locate(search, stretch, &windows.at[i], &span, &cost))
            *vec_add(NULL, &ends) = span;
    out->more = out->more || windows.more;
    vec_free(&windows);
    return ends;
}

/* A long quote: its two ends, as far apart as it is long, or half or twice that. */
static void add_long(struct search *search, struct verdict *out)
{
    const struct remembered *remembered = search->remembered;
    struct stretch head = stretch_of(remembered, 0, remembered->first + ENDS);
    struct stretch tail = stretch_of(remembered, remembered->end - ENDS, remembered->signs.len);
    struct ends heads = locate_all(search, &head, out), tails = locate_all(search, &tail, out);
    int64_t length = remembered->quote.end - remembered->quote.start;
    for (size_t i = 0; i < heads.len; i++) {
        int64_t best = INT64_MAX;
        struct span span = {0};
        for (size_t j = 0; j < tails.len; j++) {
            int64_t there = (int64_t)tails.at[j].end - heads.at[i].start;
            if (there * 2 < length || there > length * 2 || llabs(there - length) >= best)
                continue;
            best = llabs(there - length);
            span = (struct span){heads.at[i].start, tails.at[j].end};
        }
        if (best < INT64_MAX)
            add_candidate(search, to_words(search, span));
    }
    vec_free(&heads);
    vec_free(&tails);
}

static int compare_candidates(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    if (x->same != y->same)
        return x->same ? -1 : 1;
    return (x->span.start > y->span.start) - (x->span.start < y->span.start);
}

/* Drops those that overlap a better one: they are the same place. */
static void drop_overlapping(struct search *search)
{
    size_t kept = 0;
    for (size_t i = 0; i < search->found.len; i++) {
        struct candidate candidate = search->found.at[i];
        bool meets = false;
        for (size_t j = 0; j < kept; j++)
            meets = meets || span_meets(search->found.at[j].span, candidate.span);
        if (!meets)
            search->found.at[kept++] = candidate;
    }
    search->found.len = kept;
}

static int compare_places(const void *a, const void *b)
{
    const struct span *x = a, *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

static void set_places(struct verdict *out, const struct search *search, size_t count)
{
    out->state = ANCHOR_AMBIGUOUS;
    for (size_t i = 0; i < count && out->place_count < JUDGE_PLACES; i++)
        out->places[out->place_count++] = search->found.at[i].span;
    qsort(out->places, out->place_count, sizeof *out->places, compare_places);
}

/* How many of the best are as good as the very best. */
static size_t count_rivals(const struct search *search)
{
    const struct candidate *at = search->found.at;
    bool perfect = rate_is_perfect(search->remembered, &at[0]);
    size_t count = 1;
    while (count < search->found.len && at[count].score >= at[0].score - MARGIN &&
           (!perfect || rate_is_perfect(search->remembered, &at[count])))
        count++;
    return count;
}

/* The first COUNT candidates are where the quote stands word for word: all that do. */
static size_t gather_same(struct search *search)
{
    size_t count = 0;
    for (size_t i = 0; i < search->found.len; i++)
        if (search->found.at[i].same) {
            struct candidate candidate = search->found.at[i];
            search->found.at[i] = search->found.at[count];
            search->found.at[count++] = candidate;
        }
    return count;
}

/* No other story of what became of the passage is cheaper: that the quote was left out, or that it
 * begins or ends elsewhere. */
static bool is_best_story(const struct search *search, const struct candidate *candidate)
{
    size_t length = remembered_length(search->remembered);
    return length > SHORT ||
           (candidate->cost < search->gone && candidate->cost <= search->least + length / 16);
}

static void decide(struct search *search, struct verdict *out)
{
    if (!search->found.len)
        return;
    qsort(search->found.at, search->found.len, sizeof *search->found.at, compare_candidates);
    drop_overlapping(search);
    const struct candidate *best = &search->found.at[0];
    out->best = *best;
    out->any = true;
    bool perfect = rate_is_perfect(search->remembered, best);
    bool looked = !out->more || (perfect && out->standing <= STANDING);
    bool enough =
        perfect || (rate_is_enough(search->remembered, best) && is_best_story(search, best));
    if (looked && enough) {
        size_t rivals = count_rivals(search);
        if (rivals > 1)
            set_places(out, search, rivals);
        else
            out->state = best->same ? ANCHOR_MOVED : ANCHOR_CHANGED;
    } else if (out->standing > 1 && out->standing <= JUDGE_PLACES) {
        set_places(out, search, gather_same(search));
    }
}

void judge(const struct library *library, uint32_t article, const struct note *note, uint64_t *work,
           struct verdict *out)
{
    *out = (struct verdict){.state = ANCHOR_ORPHAN};
    if (++*work > WORK) {
        out->more = true;
        return;
    }
    struct remembered remembered;
    remembered_make(&remembered, note);
    const struct article *its = corpus_article(&library->corpus, article);
    struct search search = {.remembered = &remembered,
                            .reach = {library, article},
                            .text = its->text,
                            .work = work,
                            .least = SIZE_MAX / 2,
                            .gone = SIZE_MAX};
    search.words = article_words(its, &search.word_count);
    if (remembered_length(&remembered) > 0) {
        add_standing(&search, out);
        bool once = stands_once(&search, out);
        if (!once && remembered_length(&remembered) > RATE_LONG)
            add_long(&search, out);
        else if (!once)
            add_near(&search, out);
        decide(&search, out);
    }
    vec_free(&search.found);
    remembered_free(&remembered);
}
