/* SPDX-License-Identifier: ISC */
/* The places of the quotation's rarest words vote for where it begins; where the votes are densest
 * its words are aligned with the article's, so that words may be changed, added or left out. */
#include "nearest.h"

#include "dossier/base/memory.h"
#include "dossier/text/words.h"

#include <stdlib.h>
#include <string.h>

#define MOST_WORDS 300  /* of a quotation that are aligned */
#define MOST_VOTES 1000 /* after which no further word is asked */
#define MOST_TRIED 4
#define SLACK 40     /* words that may be left out and yet be voted for */
#define MARGIN 6     /* words looked at on both sides of the votes */
#define COST_WORD 20 /* of a word that is another, or not there */
#define COST_GAP 14  /* of words that are left out, and of each of them */
#define COST_GAP_WORD 1

struct vote {
    uint32_t article;
    int64_t start; /* the token that would be the first */
    uint32_t position;
};

struct window {
    uint32_t article;
    int64_t low, high; /* of the votes */
    double score;
};

struct hunt {
    const struct sources *sources;
    const struct index *index;
    const uint32_t *words;
    uint32_t count;
    double weight[MOST_WORDS];
    struct {
        struct vote *at;
        size_t len, cap;
    } votes;
    struct window best[MOST_TRIED];
};

struct rare {
    uint32_t position;
    size_t places;
};

static int by_places(const void *a, const void *b)
{
    const struct rare *x = a, *y = b;
    if (x->places != y->places)
        return x->places < y->places ? -1 : 1;
    return (x->position > y->position) - (x->position < y->position);
}

static int by_start(const void *a, const void *b)
{
    const struct vote *x = a, *y = b;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return (x->position > y->position) - (x->position < y->position);
}

static void vote(struct hunt *hunt)
{
    struct rare rare[MOST_WORDS];
    size_t len = 0;
    for (uint32_t i = 0; i < hunt->count; i++) {
        if (hunt->words[i] == WORD_NONE || hunt->words[i] == WANTED_ANY)
            continue;
        rare[len].position = i;
        index_places(hunt->index, hunt->words[i], &rare[len++].places);
    }
    if (len)
        qsort(rare, len, sizeof *rare, by_places);
    for (size_t i = 0; i < len && hunt->votes.len < MOST_VOTES; i++) {
        size_t count;
        const uint32_t *places = index_places(hunt->index, hunt->words[rare[i].position], &count);
        hunt->weight[rare[i].position] = 1.0 / (double)(8 + count);
        for (size_t p = 0; p < count && hunt->votes.len < 2 * MOST_VOTES; p++) {
            uint32_t article = index_token_article(hunt->index, places[p]);
            if (!hunt->sources->excluded[article])
                *vec_add(NULL, &hunt->votes) =
                    (struct vote){article, (int64_t)places[p] - rare[i].position, rare[i].position};
        }
    }
    if (hunt->votes.len)
        qsort(hunt->votes.at, hunt->votes.len, sizeof *hunt->votes.at, by_start);
}

/* Keeps the WINDOW if it is among the best, and no better one overlaps it. */
static void keep(struct hunt *hunt, struct window window)
{
    size_t worst = 0;
    for (size_t i = 0; i < MOST_TRIED; i++) {
        struct window *best = &hunt->best[i];
        if (best->score > 0 && best->article == window.article && window.low <= best->high &&
            best->low <= window.high) {
            if (window.score > best->score)
                *best = window;
            return;
        }
        if (best->score < hunt->best[worst].score)
            worst = i;
    }
    if (window.score > hunt->best[worst].score)
        hunt->best[worst] = window;
}

/* Slides over the votes; each word of the quotation counts once in a window. */
static void find_windows(struct hunt *hunt)
{
    uint16_t seen[MOST_WORDS] = {0};
    int64_t width = (int64_t)hunt->count + SLACK;
    double score = 0;
    size_t first = 0;
    for (size_t i = 0; i < hunt->votes.len; i++) {
        const struct vote *vote = &hunt->votes.at[i];
        if (!seen[vote->position]++)
            score += hunt->weight[vote->position];
        while (hunt->votes.at[first].article != vote->article ||
               vote->start - hunt->votes.at[first].start > width) {
            uint32_t position = hunt->votes.at[first++].position;
            if (!--seen[position])
                score -= hunt->weight[position];
        }
        keep(hunt, (struct window){vote->article, hunt->votes.at[first].start, vote->start, score});
    }
}

/* A way through the alignment: what it costs, where it began, how many words were the same. */
struct way {
    int cost;
    uint32_t start, end, same;
};

static struct way better(struct way a, struct way b)
{
    return b.cost < a.cost ? b : a;
}

static struct way dearer(struct way way, int cost)
{
    way.cost += cost;
    return way;
}

/* Aligns all words of the quotation with some of the tokens FROM to TO. */
static struct way align(const struct hunt *hunt, uint32_t from, uint32_t to)
{
    uint32_t m = to - from;
    struct way *row = memory_get((m + 1) * sizeof *row), *gap = memory_get((m + 1) * sizeof *gap);
    const struct way none = {1 << 28, 0, 0, 0};
    for (uint32_t j = 0; j <= m; j++) {
        row[j] = (struct way){0, from + j, from + j, 0};
        gap[j] = none;
    }
    for (uint32_t i = 0; i < hunt->count; i++) {
        struct way diagonal = row[0];
        row[0] = dearer(row[0], COST_WORD);
        for (uint32_t j = 1; j <= m; j++) {
            bool same = index_token_word(hunt->index, from + j - 1) == hunt->words[i] ||
                        hunt->words[i] == WANTED_ANY;
            struct way on = dearer(diagonal, same ? 0 : COST_WORD);
            on.same += same;
            on.end = from + j;
            diagonal = row[j];
            /* a gap follows a word of the quotation and is followed by one */
            struct way over = gap[j - 1];
            over = dearer(over, same ? 0 : COST_WORD);
            over.same += same;
            over.end = from + j;
            row[j] = better(better(on, over), dearer(row[j], COST_WORD));
        }
        struct way open = none;
        for (uint32_t j = 0; j <= m; j++) {
            gap[j] = open;
            open = better(dearer(open, COST_GAP_WORD), dearer(row[j], COST_GAP + COST_GAP_WORD));
        }
    }
    struct way best = none;
    for (uint32_t j = 0; j <= m; j++)
        best = better(row[j], best); /* of equals the one that goes further */
    free(row);
    free(gap);
    return best;
}

/* The tokens that the votes of WINDOW speak of. */
static bool tokens_of(const struct hunt *hunt, const struct window *window, uint32_t *from,
                      uint32_t *to)
{
    int64_t first = index_first(hunt->index, window->article);
    int64_t last = index_first(hunt->index, window->article + 1);
    int64_t low = window->low - MARGIN, high = window->high + hunt->count + MARGIN;
    *from = (uint32_t)(low < first ? first : low);
    *to = (uint32_t)(high > last ? last : high);
    return *from < *to;
}

static struct span span_of_tokens(const struct hunt *hunt, uint32_t article, struct way way)
{
    struct str text = corpus_article(hunt->sources->corpus, article)->text;
    struct buf key = {0};
    struct span word;
    size_t at = index_token_start(hunt->index, way.end - 1);
    words_next(text, &at, &word, &key);
    buf_free(&key);
    return (struct span){index_token_start(hunt->index, way.start), word.end};
}

bool nearest_find(const struct sources *sources, const struct wanted_part *part, uint32_t preferred,
                  struct nearest *out)
{
    struct hunt hunt = {.sources = sources, .index = sources->corpus->index, .words = part->words};
    hunt.count = (uint32_t)(part->word_count < MOST_WORDS ? part->word_count : MOST_WORDS);
    int best = -1;
    vote(&hunt);
    find_windows(&hunt);
    for (size_t i = 0; i < MOST_TRIED; i++) {
        uint32_t article = hunt.best[i].article, from, to;
        if (hunt.best[i].score <= 0 || !tokens_of(&hunt, &hunt.best[i], &from, &to))
            continue;
        struct way way = align(&hunt, from, to);
        int rank = (int)(way.same * 100 / hunt.count) * 4 + (article == preferred ? 40 : 0) -
                   way.cost / COST_WORD;
        if (!way.same || way.end <= way.start || rank <= best)
            continue;
        best = rank;
        out->article = article;
        out->span = span_of_tokens(&hunt, article, way);
        out->likeness = (int)(way.same * 100 / hunt.count);
    }
    vec_free(&hunt.votes);
    return best >= 0;
}
