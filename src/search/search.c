/* SPDX-License-Identifier: ISC */
/* Each word, actor and note of the query is looked up once, in the whole corpus. Then the articles
 * are gone through in order, and the tree is asked for each: a leaf holds in an article if it has
 * places there. An expression is run only on texts that answer the rest. */
#include "dossier/search/search.h"

#include "near.h"
#include "tree.h"

#include "dossier/base/memory.h"
#include "dossier/text/fold.h"
#include "dossier/text/regex.h"

#include <stdlib.h>
#include <time.h>

/* Of the processor, for the matches of one expression in one text: each has its own bound, but
 * looking ahead from a million of them has none. */
#define MOST_SECONDS 2

/* The places of one leaf, by article and start; those of the article in hand begin at NEXT. */
struct found {
    struct places places;
    size_t next;
    struct regex *regex; /* of an expression, which has no places before it is run */
};

struct searcher {
    const struct library *library;
    const struct notebook *notebook; /* or NULL */
    struct arena *arena;
    struct found *found; /* for each leaf */
    uint32_t article;    /* the one in hand */
    struct places *out;
    const struct query_node *stopped; /* an expression that tried too much */
    uint32_t stopped_at;              /* in this article */
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

/* What stands for an article as a whole: its headline, else its first paragraph. */
static struct place place_of(const struct library *library, uint32_t number)
{
    const struct article *article = corpus_article(&library->corpus, number);
    struct span span = {0};
    for (size_t i = 0; i < article_paragraph_count(article) && !span.end; i++) {
        if (article_paragraphs(article)[i].kind != PARAGRAPH_BOILERPLATE)
            span = article_paragraphs(article)[i].span;
    }
    return (struct place){number, span};
}

static bool has_key(const struct note *note, struct str key, struct buf *folded)
{
    buf_clear(folded);
    fold_key(note->text, folded);
    for (size_t i = 0; i < note->tag_count; i++) {
        buf_char(folded, '\n');
        fold_key(note->tags[i], folded);
    }
    return str_find(buf_view(folded), key, 0) >= 0;
}

static void find_notes(struct searcher *s, struct str key, struct places *out)
{
    struct buf folded = {0};
    for (size_t i = 0; s->notebook && i < s->notebook->len; i++) {
        const struct note *note = &s->notebook->at[i];
        if (note->number == ARTICLE_NONE || !has_key(note, key, &folded))
            continue;
        *vec_add(s->arena, out) = note_is_placed(note) ? (struct place){note->number, note->span}
                                                       : place_of(s->library, note->number);
    }
    if (out->len)
        qsort(out->at, out->len, sizeof *out->at, by_place);
    buf_free(&folded);
}

static void look_up(struct searcher *s, const struct query_node *node)
{
    if (node->left)
        look_up(s, node->left);
    if (node->right)
        look_up(s, node->right);
    struct found *found = &s->found[node->leaf];
    size_t at;
    if (node->kind == QUERY_PATTERN)
        pattern_find(node->pattern, &s->library->corpus, s->arena, &found->places);
    else if (node->kind == QUERY_ACTOR)
        find_actor(s, node->actor, &found->places);
    else if (node->kind == QUERY_NOTE)
        find_notes(s, node->key, &found->places);
    else if (node->kind == QUERY_REGEX)
        found->regex = regex_make(node->text, &at, NULL);
}

static bool gather_regex(struct searcher *s, const struct query_node *node)
{
    const struct regex *regex = s->found[node->leaf].regex;
    struct str text = corpus_article(&s->library->corpus, s->article)->text;
    size_t before = s->out->len, at = 0;
    struct span span;
    enum regex_result result = REGEX_NONE;
    clock_t begun = clock();
    while (regex && (result = regex_next(regex, text, at, &span)) == REGEX_FOUND) {
        *vec_add(s->arena, s->out) = (struct place){s->article, span};
        at = span.end;
        if (clock() - begun > MOST_SECONDS * CLOCKS_PER_SEC) {
            result = REGEX_STOPPED;
            break;
        }
    }
    if (result == REGEX_STOPPED) {
        s->stopped = node;
        s->stopped_at = s->article;
    }
    return s->out->len > before;
}

static bool gather_leaf(struct searcher *s, const struct query_node *node)
{
    if (node->kind > QUERY_NOTE)
        return fields_hold(node, corpus_article(&s->library->corpus, s->article));
    if (node->kind == QUERY_REGEX)
        return gather_regex(s, node);
    const struct found *found = &s->found[node->leaf];
    size_t i = found->next;
    for (; i < found->places.len && found->places.at[i].article == s->article; i++)
        *vec_add(s->arena, s->out) = found->places.at[i];
    return i > found->next;
}

static bool runs_regex(const struct query_node *node)
{
    return node->kind == QUERY_REGEX || (node->left && runs_regex(node->left)) ||
           (node->right && runs_regex(node->right));
}

static bool gather(struct searcher *s, const struct query_node *node);

/* What is dear to ask is asked last. */
static bool gather_both(struct searcher *s, const struct query_node *node)
{
    bool turned = runs_regex(node->left) && !runs_regex(node->right);
    return gather(s, turned ? node->right : node->left) &&
           gather(s, turned ? node->left : node->right);
}

static bool gather_near(struct searcher *s, const struct query_node *node)
{
    size_t first = s->out->len;
    if (!gather(s, node->left))
        return false;
    size_t middle = s->out->len;
    if (!gather(s, node->right))
        return false;
    near_keep(&s->library->corpus, s->article, s->out, first, middle, node->distance);
    return s->out->len > first;
}

/* Whether the article in hand answers NODE; if so, its places are added: of an OR those of the
 * sides that hold, of a NOT none. */
static bool gather(struct searcher *s, const struct query_node *node)
{
    size_t before = s->out->len;
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

static bool tell_stopped(const struct searcher *s, struct error *error)
{
    if (!s->stopped)
        return true;
    struct str path = corpus_article(&s->library->corpus, s->stopped_at)->path;
    return error_set(error,
                     "the expression /%.*s/ tries too much in %.*s, so it was stopped there; a "
                     "simpler one, with fewer nested repeats, is allowed",
                     STR_ARG(str_sub(s->stopped->text, 0, 80)), STR_ARG(path));
}

static void search_article(struct searcher *s, const struct query *query)
{
    size_t first = s->out->len;
    for (size_t leaf = 0; leaf < query->leaves; leaf++)
        seek(s, leaf);
    if (gather(s, query->root) && query->whole)
        *vec_add(s->arena, s->out) = place_of(s->library, s->article);
    tidy(s->out, first);
}

bool search_run(const struct query *query, const struct library *library,
                const struct notebook *notebook, struct arena *arena, struct places *out,
                struct error *error)
{
    struct searcher s = {.library = library, .notebook = notebook, .arena = arena, .out = out};
    s.found = arena_many(arena, struct found, query->leaves + 1);
    look_up(&s, query->root);
    for (size_t i = 0; i < library->corpus.len && !s.stopped; i++) {
        s.article = library->corpus.by_date[i];
        search_article(&s, query);
    }
    for (size_t leaf = 0; leaf < query->leaves; leaf++)
        regex_free(s.found[leaf].regex);
    return tell_stopped(&s, error);
}
