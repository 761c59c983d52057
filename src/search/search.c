/* SPDX-License-Identifier: ISC */
/* Each word and actor of the query is looked up once, in the whole corpus. Then the articles are
 * gone through in order, and the tree is asked for each: a leaf holds in an article if it has
 * places there. */
#include "dossier/search/search.h"

#include "tree.h"

#include "dossier/base/memory.h"

#include <stdlib.h>

/* The places of one leaf, by article and start; those of the article in hand begin at NEXT. */
struct found {
    struct places places;
    size_t next;
};

struct searcher {
    const struct library *library;
    struct arena *arena;
    struct found *found; /* for each leaf */
    uint32_t article;    /* the one in hand */
    struct places *out;
};

static int by_place(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    return (x->span.end < y->span.end) - (x->span.end > y->span.end);
}

static void find_actor(struct searcher *s, uint32_t actor, struct places *out)
{
    const struct library *library = s->library;
    struct mention_list stops = {0};
    cast_stops(&library->cast, &library->corpus, actor, &COUNTING_ALL, s->arena, &stops);
    for (size_t i = 0; i < stops.len; i++) {
        const struct mention *mention = &library->cast.at[stops.at[i]];
        *vec_add(s->arena, out) = (struct place){mention->article, mention->span};
    }
    if (out->len)
        qsort(out->at, out->len, sizeof *out->at, by_place);
}

static void look_up(struct searcher *s, const struct query_node *node)
{
    if (node->left)
        look_up(s, node->left);
    if (node->right)
        look_up(s, node->right);
    if (node->kind == QUERY_PATTERN)
        pattern_find(node->pattern, &s->library->corpus, s->arena, &s->found[node->leaf].places);
    else if (node->kind == QUERY_ACTOR)
        find_actor(s, node->actor, &s->found[node->leaf].places);
}

static bool gather_leaf(struct searcher *s, const struct query_node *node)
{
    const struct found *found = &s->found[node->leaf];
    size_t i = found->next;
    for (; i < found->places.len && found->places.at[i].article == s->article; i++)
        *vec_add(s->arena, s->out) = found->places.at[i];
    return i > found->next;
}

/* Whether the article in hand answers NODE; if so, its places are added: of an OR those of the
 * sides that hold, of a NOT none. */
static bool gather(struct searcher *s, const struct query_node *node)
{
    size_t before = s->out->len;
    bool left, holds;
    switch (node->kind) {
    case QUERY_AND:
        holds = gather(s, node->left) && gather(s, node->right);
        break;
    case QUERY_OR:
        left = gather(s, node->left);
        holds = gather(s, node->right) || left;
        break;
    case QUERY_NOT:
        holds = !gather(s, node->left);
        s->out->len = before;
        break;
    default:
        holds = gather_leaf(s, node);
    }
    if (!holds)
        s->out->len = before;
    return holds;
}

/* Sorts the places from FIRST on, and leaves out those that two words of the query have in common.
 */
static void tidy(struct places *out, size_t first)
{
    size_t kept = first;
    if (out->len > first)
        qsort(out->at + first, out->len - first, sizeof *out->at, by_place);
    for (size_t i = first; i < out->len; i++) {
        if (i == first || by_place(&out->at[kept - 1], &out->at[i]) != 0)
            out->at[kept++] = out->at[i];
    }
    out->len = kept;
}

/* The leaf's first place in the article in hand or a later one. */
static void seek(struct searcher *s, size_t leaf)
{
    struct found *found = &s->found[leaf];
    size_t low = 0, high = found->places.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (found->places.at[middle].article < s->article)
            low = middle + 1;
        else
            high = middle;
    }
    found->next = low;
}

void search_run(const struct query *query, const struct library *library, struct arena *arena,
                struct places *out)
{
    struct searcher s = {.library = library, .arena = arena, .out = out};
    s.found = arena_many(arena, struct found, query->leaves);
    look_up(&s, query->root);
    for (size_t i = 0; i < library->corpus.len; i++) {
        s.article = library->corpus.by_date[i];
        for (size_t leaf = 0; leaf < query->leaves; leaf++)
            seek(&s, leaf);
        size_t first = out->len;
        gather(&s, query->root);
        tidy(out, first);
    }
}
