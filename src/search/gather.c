/* SPDX-License-Identifier: ISC */
/* The tree is asked for one article: a leaf holds if it has places there. What is cheap to know is
 * asked first, so that the text is read only where all else holds. */
#include "dossier/base/memory.h"
#include "hunt.h"
#include "near.h"

#include <stdlib.h>
#include <time.h>

/* Of the processor, for the matches of one expression in one text: each has its own bound, but
 * looking ahead from a million of them has none. */
#define MOST_SECONDS 2
#define SAID_COST 8 /* bytes that could be read while one is looked at for who says it */

int hunt_by_place(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    return (x->span.end < y->span.end) - (x->span.end > y->span.end);
}

struct place hunt_place_of(const struct library *library, uint32_t number)
{
    const struct article *article = corpus_article(&library->corpus, number);
    const struct paragraph *paragraphs = article_paragraphs(article);
    struct span span = {0};
    for (size_t i = 0; i < article_paragraph_count(article) && !span.end; i++)
        if (paragraphs[i].kind != PARAGRAPH_BOILERPLATE)
            span = paragraphs[i].span;
    return (struct place){number, span};
}

static struct str read_text(struct search *s)
{
    const struct corpus_part *part = corpus_part(&s->library->corpus, s->article);
    struct str text = segment_text(part->segment, s->article - part->first);
    s->read += text.len;
    return text;
}

static void gather_regex(struct search *s, const struct query_node *node)
{
    const struct regex *regex = s->leaves[node->leaf].regex;
    const bool *nowhere = s->leaves[node->leaf].nowhere;
    if (nowhere && nowhere[s->library->corpus.rank[s->article]])
        return;
    struct str text = read_text(s);
    size_t at = 0;
    struct span span;
    enum regex_result result = REGEX_NONE;
    clock_t begun = clock();
    while (regex && (result = regex_next(regex, text, at, &span)) == REGEX_FOUND) {
        *vec_add(s->arena, &s->found.places) = (struct place){s->article, span};
        at = span.end;
        if (clock() - begun > MOST_SECONDS * CLOCKS_PER_SEC) {
            result = REGEX_STOPPED;
            break;
        }
    }
    if (result == REGEX_STOPPED)
        s->stopped = node;
}

/* The leaf's first place in the article in hand or a later one. The way goes by date, the places by
 * article, so there is nothing to be gained from where it was before. */
static void seek(struct leaf *leaf, uint32_t article)
{
    size_t low = 0, high = leaf->places.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (leaf->places.at[middle].article < article)
            low = middle + 1;
        else
            high = middle;
    }
    leaf->next = low;
}

static void gather_places(struct search *s, struct leaf *leaf)
{
    seek(leaf, s->article);
    for (size_t i = leaf->next; i < leaf->places.len && leaf->places.at[i].article == s->article;
         i++)
        *vec_add(s->arena, &s->found.places) = leaf->places.at[i];
}

/* What the actor says in the article in hand, if it names him at all. */
static void gather_said(struct search *s, const struct query_node *node)
{
    struct leaf *leaf = &s->leaves[node->leaf];
    seek(leaf, s->article);
    if (leaf->next >= leaf->places.len || leaf->places.at[leaf->next].article != s->article)
        return;
    if (!s->lexicons.len) {
        struct problems problems = {.arena = s->arena}; /* the verb quotes tells them */
        lexicons_open(s->arena, &s->lexicons, &problems);
    }
    struct arena *arena = arena_new();
    struct quotations found = {0};
    quotes_find(arena, &(struct quotes_source){s->library, s->article, &s->lexicons}, &found);
    for (size_t i = 0; i < found.len; i++) {
        if (found.at[i].speaker == node->actor)
            *vec_add(s->arena, &s->found.places) = (struct place){s->article, found.at[i].span};
    }
    arena_free(arena);
    s->read += SAID_COST * read_text(s).len;
}

static bool gather_leaf(struct search *s, const struct query_node *node)
{
    struct leaf *leaf = &s->leaves[node->leaf];
    size_t before = s->found.places.len;
    if (node->kind > QUERY_SAID)
        return fields_hold(node, &s->library->corpus, s->article);
    if (node->kind == QUERY_SAID)
        gather_said(s, node);
    else if (leaf->looked_up)
        gather_places(s, leaf);
    else if (node->kind == QUERY_REGEX)
        gather_regex(s, node);
    else
        pattern_read(node->pattern, read_text(s), s->article, s->arena, &s->found.places);
    leaf->here = (uint32_t)(s->found.places.len - before);
    return leaf->here > 0;
}

/* How dear it is to ask: 0 what was looked up, 1 a field, 2 words to be read for, 3 an expression
 * or somebody's words; of a tree its dearest leaf. */
static int dearness(const struct search *s, const struct query_node *node)
{
    if (node->left) {
        int left = dearness(s, node->left), right = node->right ? dearness(s, node->right) : 0;
        return left > right ? left : right;
    }
    if (node->kind == QUERY_REGEX || node->kind == QUERY_SAID)
        return 3;
    return node->kind > QUERY_SAID ? 1 : s->leaves[node->leaf].looked_up ? 0 : 2;
}

static bool gather(struct search *s, const struct query_node *node);

static bool gather_both(struct search *s, const struct query_node *node)
{
    bool turned = dearness(s, node->left) > dearness(s, node->right);
    return gather(s, turned ? node->right : node->left) &&
           gather(s, turned ? node->left : node->right);
}

static bool gather_near(struct search *s, const struct query_node *node)
{
    struct places *out = &s->found.places;
    bool turned = dearness(s, node->left) > dearness(s, node->right);
    size_t first = out->len;
    if (!gather(s, turned ? node->right : node->left))
        return false;
    size_t middle = out->len;
    if (!gather(s, turned ? node->left : node->right))
        return false;
    near_keep(&s->library->corpus, s->article, out, first, middle, node->distance);
    return out->len > first;
}

/* What does not hold adds nothing to the score. */
static void forget(struct search *s, const struct query_node *node)
{
    if (!node->left)
        s->leaves[node->leaf].here = 0;
    if (node->left)
        forget(s, node->left);
    if (node->right)
        forget(s, node->right);
}

/* Whether the article in hand answers NODE; if so, its places are added: of an OR those of the
 * sides that hold, of a NOT none. */
static bool gather(struct search *s, const struct query_node *node)
{
    size_t before = s->found.places.len;
    bool left, holds;
    switch (node->kind) {
    case QUERY_AND:
        holds = gather_both(s, node);
        break;
    case QUERY_NEAR:
        holds = gather_near(s, node);
        break;
    case QUERY_OR:
        left = gather(s, node->left);
        holds = gather(s, node->right) || left;
        break;
    case QUERY_NOT:
        holds = !gather(s, node->left);
        s->found.places.len = before;
        forget(s, node->left);
        break;
    default:
        holds = gather_leaf(s, node);
    }
    if (!holds) {
        s->found.places.len = before;
        forget(s, node);
    }
    return holds;
}

/* Sorts the places from FIRST on, and leaves out those that two words of the query have in common.
 */
static void tidy(struct places *out, size_t first)
{
    size_t kept = first;
    if (out->len > first)
        qsort(out->at + first, out->len - first, sizeof *out->at, hunt_by_place);
    for (size_t i = first; i < out->len; i++)
        if (i == first || hunt_by_place(&out->at[kept - 1], &out->at[i]) != 0)
            out->at[kept++] = out->at[i];
    out->len = kept;
}

bool gather_article(struct search *search)
{
    struct places *out = &search->found.places;
    size_t first = out->len;
    forget(search, search->query->root);
    bool holds = gather(search, search->query->root);
    if (holds && search->query->whole) {
        read_text(search); /* for its paragraphs */
        *vec_add(search->arena, out) = hunt_place_of(search->library, search->article);
    }
    tidy(out, first);
    return holds && out->len > first;
}
