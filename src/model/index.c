/* SPDX-License-Identifier: ISC */
#include "dossier/model/index.h"

#include "dossier/base/memory.h"
#include "dossier/text/fold.h"

#include <stdlib.h>

/* Calls DO_THIS for each spelling of KEY, with CONTEXT. */
static void each_spelling(const struct corpus *corpus, struct str key,
                          void (*do_this)(const struct corpus_part *part, uint32_t spelling,
                                          void *context),
                          void *context)
{
    for (size_t p = 0; p < corpus->part_count; p++) {
        const struct corpus_part *part = &corpus->parts[p];
        uint32_t word = segment_word(part->segment, key), first, count = 0;
        if (word != SEGMENT_NONE)
            count = segment_spellings(part->segment, word, &first);
        for (uint32_t i = 0; i < count; i++)
            do_this(part, first + i, context);
    }
}

static void count(const struct corpus_part *part, uint32_t spelling, void *context)
{
    *(size_t *)context += segment_spelling_count(part->segment, spelling);
}

size_t index_count(const struct corpus *corpus, struct str key)
{
    size_t sum = 0;
    each_spelling(corpus, key, count, &sum);
    return sum;
}

static void count_capitals(const struct corpus_part *part, uint32_t spelling, void *context)
{
    struct letter letter;
    size_t at = 0;
    if (fold_next(segment_spelling(part->segment, spelling), &at, &letter) && letter.capital)
        count(part, spelling, context);
}

size_t index_capitals(const struct corpus *corpus, struct str key)
{
    size_t sum = 0;
    each_spelling(corpus, key, count_capitals, &sum);
    return sum;
}

size_t index_total(const struct corpus *corpus)
{
    size_t sum = 0;
    for (size_t p = 0; p < corpus->part_count; p++)
        sum +=
            segment_words_before(corpus->parts[p].segment, segment_count(corpus->parts[p].segment));
    return sum;
}

uint32_t index_first(const struct corpus *corpus, uint32_t article)
{
    uint32_t before = 0;
    size_t p = 0;
    for (; p + 1 < corpus->part_count && corpus->parts[p + 1].first <= article; p++)
        before +=
            segment_words_before(corpus->parts[p].segment, segment_count(corpus->parts[p].segment));
    if (p == corpus->part_count)
        return 0;
    return before +
           segment_words_before(corpus->parts[p].segment, article - corpus->parts[p].first);
}

uint32_t index_article(const struct corpus *corpus, uint32_t token)
{
    uint32_t low = 0, high = corpus->numbers;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (index_first(corpus, middle) <= token)
            low = middle;
        else
            high = middle;
    }
    return low;
}

const struct article_word *index_token(const struct corpus *corpus, uint32_t token)
{
    uint32_t article = index_article(corpus, token);
    size_t count;
    return article_words(corpus_article(corpus, article), &count) +
           (token - index_first(corpus, article));
}

uint32_t index_token_at(const struct corpus *corpus, uint32_t article, uint32_t at)
{
    return index_first(corpus, article) +
           (uint32_t)article_words_before(corpus_article(corpus, article), at);
}

/* Places that are being gathered. */
struct gathering {
    const struct corpus *corpus;
    struct arena *arena;
    struct places *out;
};

static void add_places(const struct corpus_part *part, uint32_t spelling, void *context)
{
    struct gathering *g = context;
    const struct segment *segment = part->segment;
    uint32_t times = segment_spelling_count(segment, spelling), article = 0;
    uint32_t len = (uint32_t)segment_spelling(segment, spelling).len;
    uint32_t *places = memory_get((times + (size_t)1) * sizeof *places);
    segment_places(segment, spelling, places);
    for (uint32_t i = 0; i < times; i++) {
        article = segment_article_at(segment, article, places[i]);
        uint32_t start = places[i] - segment_text_start(segment, article);
        if (corpus_is_gone(g->corpus, part->first + article))
            continue;
        *vec_add(g->arena, g->out) = (struct place){part->first + article, {start, start + len}};
    }
    free(places);
}

static int by_place(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    return (x->span.start > y->span.start) - (x->span.start < y->span.start);
}

void index_places(const struct corpus *corpus, struct str key, struct arena *arena,
                  struct places *out)
{
    struct gathering g = {corpus, arena, out};
    size_t from = out->len;
    each_spelling(corpus, key, add_places, &g);
    if (out->len > from)
        qsort(out->at + from, out->len - from, sizeof *out->at, by_place);
}

/* Spellings that are being gathered. */
struct spelled {
    size_t p; /* their part of the corpus */
    uint32_t spelling;
};

struct spelled_list {
    struct spelled *at;
    size_t len, cap;
};

/* Adds those of part P in which PART has a match, and their places to COUNT, till these are more
 * than MOST. False where the search for them was stopped: there may be more. */
static bool find_spellings(const struct corpus *corpus, size_t p, const struct regex *part,
                           size_t most, size_t *count, struct arena *arena,
                           struct spelled_list *out)
{
    const struct segment *segment = corpus->parts[p].segment;
    struct str all = segment_all_spellings(segment);
    struct span match;
    enum regex_result result = REGEX_NONE;
    for (size_t at = 0; at < all.len && *count <= most;) {
        result = regex_next(part, all, at, &match);
        if (result != REGEX_FOUND)
            break;
        uint32_t spelling = segment_spelling_at(segment, match.start);
        struct str its = segment_spelling(segment, spelling);
        size_t end = (size_t)(its.at - all.at) + its.len;
        at = end > match.start ? end : match.end; /* a damaged file must not lead back */
        if (match.end > end)
            continue; /* it only seems to be there, in the end of one and the next */
        *vec_add(arena, out) = (struct spelled){p, spelling};
        *count += segment_spelling_count(segment, spelling);
    }
    return result != REGEX_STOPPED;
}

bool index_places_of_part(const struct corpus *corpus, const struct regex *part, size_t most,
                          struct arena *arena, struct places *out)
{
    struct spelled_list found = {0};
    struct gathering g = {corpus, arena, out};
    size_t count = 0;
    for (size_t p = 0; p < corpus->part_count && count <= most; p++) {
        if (!find_spellings(corpus, p, part, most, &count, arena, &found))
            return false;
    }
    for (size_t i = 0; i < found.len && count <= most; i++)
        add_places(&corpus->parts[found.at[i].p], found.at[i].spelling, &g);
    return count <= most;
}

void index_order(const struct corpus *corpus)
{
    for (size_t i = 0; i < corpus->part_count; i++)
        segment_order(corpus->parts[i].segment);
}
