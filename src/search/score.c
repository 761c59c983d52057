/* SPDX-License-Identifier: ISC */
/* BM25 as in S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond
 * (Foundations and Trends in Information Retrieval 3, 2009), with its usual k1 and b. A term that
 * is rare in the dossier weighs more, each further place in the same article less, and a long
 * article needs more of them. Where a term was not looked up, it is taken to stand in as many
 * articles as its rarest word has places, at most in all; an expression in half of them. */
#include "dossier/model/index.h"
#include "hunt.h"

#include <math.h>
#include <stdlib.h>

#define K1 1.2
#define B 0.75

static size_t count_articles(const struct places *places)
{
    size_t count = 0;
    for (size_t i = 0; i < places->len; i++)
        count += !i || places->at[i].article != places->at[i - 1].article;
    return count;
}

static double rarity(const struct leaf *leaf, double all)
{
    double with = leaf->looked_up ? (double)count_articles(&leaf->places) : (double)leaf->bound;
    if (leaf->regex)
        with = all / 2;
    with = with < all ? with : all;
    return log(1 + (all - with + 0.5) / (with + 0.5));
}

static double words_of(const struct search *search, uint32_t article)
{
    const struct corpus *corpus = &search->library->corpus;
    return (double)(index_first(corpus, article + 1) - index_first(corpus, article));
}

void score_begin(struct search *search)
{
    const struct corpus *corpus = &search->library->corpus;
    double all = (double)corpus->len;
    size_t tokens = index_total(corpus);
    search->length = tokens && corpus->len ? (double)tokens / all : 1;
    for (size_t i = 0; i < search->query->leaves; i++)
        search->leaves[i].rarity = rarity(&search->leaves[i], all);
}

double score_article(const struct search *search)
{
    double length = words_of(search, search->article) / search->length, score = 0;
    for (size_t i = 0; i < search->query->leaves; i++) {
        const struct leaf *leaf = &search->leaves[i];
        double here = leaf->in_the_score ? leaf->here : 0;
        score += leaf->rarity * here * (K1 + 1) / (here + K1 * (1 - B + B * length));
    }
    return score;
}

struct scored {
    double score;
    uint32_t number;
};

static int best_first(const void *a, const void *b)
{
    const struct scored *x = a, *y = b;
    if (x->score > y->score || x->score < y->score)
        return x->score > y->score ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

void search_order(const struct search_answer *answers, size_t count, uint32_t *order)
{
    struct arena *arena = arena_new();
    struct scored *scored = arena_many(arena, struct scored, count + 1);
    for (size_t i = 0; i < count; i++)
        scored[i] = (struct scored){answers[i].score, (uint32_t)i};
    qsort(scored, count, sizeof *scored, best_first);
    for (size_t i = 0; i < count; i++)
        order[i] = scored[i].number;
    arena_free(arena);
}
