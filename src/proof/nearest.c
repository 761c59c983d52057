/* SPDX-License-Identifier: ISC */
/* The places of the quotation's rarest words vote for where it begins; where the votes are densest
 * its words are aligned with the article's, so that words may be changed, added or left out. */
#include "nearest.h"

#include "dossier/base/memory.h"
#include "dossier/model/index.h"
#include "dossier/text/words.h"

#include <stdlib.h>
#include <string.h>

#define MOST_WORDS 300    /* of a quotation that are aligned */
#define MOST_VOTES 1000   /* after which no further word is asked */
#define MOST_PLACES 50000 /* of a word that is asked */
#define MOST_TRIED 4
#define SLACK 40     /* words that may be left out and yet be voted for */
#define MARGIN 6     /* words looked at on both sides of the votes */
#define COST_WORD 20 /* of a word that is another, or not there */
#define COST_GAP 14  /* of words that are left out, and of each of them */
#define COST_GAP_WORD 1

struct vote {
    uint32_t article;
    struct str path; /* the article's: of equals the first by path is told */
    int64_t start;   /* the word of the article that would be the first */
    uint32_t position;
};

struct window {
    uint32_t article;
    int64_t low, high; /* of the votes */
    double score;
};

struct hunt {
    const struct sources *sources;
    const struct wanted_word *words;
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
        return str_cmp(x->path, y->path);
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return (x->position > y->position) - (x->position < y->position);
}

/* The words of the quotation that stand anywhere, the rarest first. */
static size_t list_rare(const struct hunt *hunt, struct rare *rare)
{
    size_t len = 0;
    for (uint32_t i = 0; i < hunt->count; i++) {
        if (hunt->words[i].key == WANTED_ANY)
            continue;
        size_t count = index_count(hunt->sources->corpus, hunt->words[i].folded);
        if (count)
            rare[len++] = (struct rare){i, count};
    }
    if (len)
        qsort(rare, len, sizeof *rare, by_places);
    return len;
}

static void vote_for(struct hunt *hunt, const struct rare *rare, struct arena *scratch)
{
    const struct corpus *corpus = hunt->sources->corpus;
    struct places places = {0};
    hunt->weight[rare->position] = 1.0 / (double)(8 + rare->places);
    index_places(corpus, hunt->words[rare->position].folded, scratch, &places);
    for (size_t i = 0; i < places.len && hunt->votes.len < 2 * MOST_VOTES; i++) {
        uint32_t article = places.at[i].article, start = places.at[i].span.start;
        if (hunt->sources->excluded[article])
            continue;
        size_t word = article_words_before(corpus_article(corpus, article), start);
        *vec_add(NULL, &hunt->votes) = (struct vote){
            article, corpus_path(corpus, article), (int64_t)word - rare->position, rare->position};
    }
}

static void vote(struct hunt *hunt)
{
    struct rare rare[MOST_WORDS];
    struct arena *scratch = arena_new();
    size_t len = list_rare(hunt, rare);
    for (size_t i = 0; i < len && hunt->votes.len < MOST_VOTES; i++) {
        if (rare[i].places > MOST_PLACES)
            break; /* it says nothing, and all that follow say less */
        vote_for(hunt, &rare[i], scratch);
        arena_clear(scratch);
    }
    arena_free(scratch);
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

/* Aligns all words of the quotation with some of the WORDS FROM to TO of an article. */
static struct way align(const struct hunt *hunt, const struct article_word *words, uint32_t from,
                        uint32_t to)
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
            bool same =
                words[from + j - 1].key == hunt->words[i].key || hunt->words[i].key == WANTED_ANY;
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

/* The words, of COUNT, that the votes of WINDOW speak of. */
static bool words_of(const struct hunt *hunt, const struct window *window, size_t count,
                     uint32_t *from, uint32_t *to)
{
    int64_t last = (int64_t)count;
    int64_t low = window->low - MARGIN, high = window->high + hunt->count + MARGIN;
    *from = (uint32_t)(low < 0 ? 0 : low);
    *to = (uint32_t)(high > last ? last : high);
    return *from < *to;
}

static struct span span_of_words(const struct article *article, struct way way)
{
    struct buf key = {0};
    struct span word;
    size_t count;
    const struct article_word *words = article_words(article, &count);
    size_t at = words[way.end - 1].start;
    words_next(article->text, &at, &word, &key);
    buf_free(&key);
    return (struct span){words[way.start].start, word.end};
}

/* Tries WINDOW; it becomes OUT where it is better than BEST, which is then its rank. */
static void try_window(const struct hunt *hunt, const struct window *window, uint32_t preferred,
                       int *best, struct nearest *out)
{
    uint32_t from, to;
    size_t count;
    if (window->score <= 0)
        return;
    const struct article *article = corpus_article(hunt->sources->corpus, window->article);
    const struct article_word *words = article_words(article, &count);
    if (!words_of(hunt, window, count, &from, &to))
        return;
    struct way way = align(hunt, words, from, to);
    int likeness = (int)(way.same * 100 / hunt->count);
    int rank = likeness * 4 + (window->article == preferred ? 40 : 0) - way.cost / COST_WORD;
    if (!way.same || way.end <= way.start || rank <= *best)
        return;
    *best = rank;
    *out = (struct nearest){window->article, span_of_words(article, way), likeness};
}

bool nearest_find(const struct sources *sources, const struct wanted_part *part, uint32_t preferred,
                  struct nearest *out)
{
    struct hunt hunt = {.sources = sources, .words = part->words};
    hunt.count = (uint32_t)(part->word_count < MOST_WORDS ? part->word_count : MOST_WORDS);
    int best = -1;
    vote(&hunt);
    find_windows(&hunt);
    for (size_t i = 0; i < MOST_TRIED; i++)
        try_window(&hunt, &hunt.best[i], preferred, &best, out);
    vec_free(&hunt.votes);
    return best >= 0;
}
