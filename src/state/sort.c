/* SPDX-License-Identifier: ISC */
#include "dossier/base/memory.h"
#include "dossier/text/fold.h"
#include "fill.h"

#include <stdlib.h>

/* What an article is ordered by: a number, then words, then its date. */
struct sort_key {
    uint32_t article;
    size_t number;
    struct str words;
    uint32_t rank;
};

struct sorting {
    const struct state *state;
    struct arena *arena;
    size_t *on_thread; /* places of the thread in each article */
};

static struct str folded(struct arena *arena, struct str s)
{
    struct buf out = {0};
    fold_key(s, &out);
    struct str copy = arena_str(arena, buf_view(&out));
    buf_free(&out);
    return copy;
}

static void by_title(const struct sorting *sorting, const struct article *article,
                     struct sort_key *by)
{
    by->words = folded(sorting->arena, article_headline(article, 200, NULL));
}

static void by_source(const struct sorting *sorting, const struct article *article,
                      struct sort_key *by)
{
    by->words = folded(sorting->arena, article->facts.source);
    by->number = by->words.len == 0;
}

/* On the thread; where there is none, of all actors. */
static void by_mentions(const struct sorting *sorting, const struct article *article,
                        struct sort_key *by)
{
    const struct state *state = sorting->state;
    (void)article;
    size_t count = state->thread.wish.kind
                       ? sorting->on_thread[by->article]
                       : cast_in_article(&state->library->cast, by->article, &state->counting);
    by->number = SIZE_MAX - count;
}

static void by_unread(const struct sorting *sorting, const struct article *article,
                      struct sort_key *by)
{
    (void)article;
    by->number = sorting->state->memory[by->article].read;
}

typedef void order_by(const struct sorting *sorting, const struct article *article,
                      struct sort_key *by);

static const struct {
    const char *name; /* as the option's */
    order_by *by;     /* NULL: the date alone */
} orders[] = {{"date", NULL},
              {"title", by_title},
              {"source", by_source},
              {"mentions", by_mentions},
              {"unread", by_unread}};

static order_by *order_in_force(const struct state *state)
{
    for (size_t i = 0; i < COUNT(orders); i++)
        if (str_is(state->options.order, orders[i].name))
            return orders[i].by;
    return NULL;
}

static int compare(const void *a, const void *b)
{
    const struct sort_key *x = a, *y = b;
    if (x->number != y->number)
        return x->number < y->number ? -1 : 1;
    int order = str_cmp(x->words, y->words);
    return order ? order : (x->rank > y->rank) - (x->rank < y->rank);
}

static void count_thread(struct sorting *sorting)
{
    const struct thread *thread = &sorting->state->thread;
    sorting->on_thread =
        arena_many(sorting->arena, size_t, sorting->state->library->corpus.len + 1);
    for (size_t i = 0; i < thread->len; i++)
        sorting->on_thread[thread->at[i].article]++;
}

static void reverse(uint32_t *numbers, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        uint32_t other = numbers[count - 1 - i];
        numbers[count - 1 - i] = numbers[i];
        numbers[i] = other;
    }
}

void fill_sort(const struct state *state, uint32_t *numbers, size_t count)
{
    const struct corpus *corpus = &state->library->corpus;
    struct sorting sorting = {state, arena_new(), NULL};
    struct sort_key *keys = arena_many(sorting.arena, struct sort_key, count + 1);
    order_by *order = order_in_force(state);
    count_thread(&sorting);
    for (size_t i = 0; i < count; i++) {
        keys[i] = (struct sort_key){.article = numbers[i], .rank = corpus->rank[numbers[i]]};
        if (order)
            order(&sorting, corpus_article(corpus, numbers[i]), &keys[i]);
    }
    qsort(keys, count, sizeof *keys, compare);
    for (size_t i = 0; i < count; i++)
        numbers[i] = keys[i].article;
    arena_free(sorting.arena);
    if (state->reversed)
        reverse(numbers, count);
}
