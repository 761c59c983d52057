/* SPDX-License-Identifier: ISC */
/* A query is read by recursive descent: OR binds loosest, then AND (which may be left out), then
 * NOT. */
#include "dossier/search/query.h"

#include "lex.h"
#include "tree.h"

#include "dossier/model/pattern.h"

/* Bounds for the stack: the tree is as deep as the query has words, brackets and NOTs at most. */
#define DEEPEST 64
#define MOST_WORDS 500

struct reader {
    struct arena *arena;
    const struct library *library;
    struct str text;
    size_t at;
    struct token token; /* the one that is looked at */
    size_t leaves;
    int depth;
    struct error *error;
};

static bool advance(struct reader *r)
{
    return lex_next(r->text, &r->at, &r->token, r->error);
}

static struct query_node *make(struct reader *r, enum query_kind kind, struct query_node *left,
                               struct query_node *right)
{
    struct query_node *node = arena_one(r->arena, struct query_node);
    node->kind = kind;
    node->left = left;
    node->right = right;
    return node;
}

static struct query_node *make_leaf(struct reader *r, enum query_kind kind)
{
    struct query_node *node = make(r, kind, NULL, NULL);
    node->leaf = r->leaves++;
    if (r->leaves <= MOST_WORDS)
        return node;
    lex_fail(r->text, r->token.start, r->error, "more than %d words in one query", MOST_WORDS);
    return NULL;
}

static struct query_node *read_words(struct reader *r)
{
    struct query_node *node = make_leaf(r, QUERY_PATTERN);
    if (!node)
        return NULL;
    node->pattern = pattern_make(r->arena, r->token.text, r->token.prefix);
    if (!node->pattern) {
        lex_fail(r->text, r->token.start, r->error, "no letter or digit to search for");
        return NULL;
    }
    return advance(r) ? node : NULL;
}

static struct query_node *read_actor(struct reader *r)
{
    struct error unknown;
    struct query_node *node = make_leaf(r, QUERY_ACTOR);
    if (!node)
        return NULL;
    node->actor = tags_find(&r->library->tags, r->token.text, &unknown);
    if (node->actor == ACTOR_NONE) {
        lex_fail(r->text, r->token.start, r->error, "%s", unknown.text);
        return NULL;
    }
    return advance(r) ? node : NULL;
}

static struct query_node *read_or(struct reader *r);

static struct query_node *read_brackets(struct reader *r)
{
    size_t opening = r->token.start;
    if (!advance(r))
        return NULL;
    struct query_node *inside = read_or(r);
    if (!inside)
        return NULL;
    if (r->token.kind != TOKEN_CLOSE) {
        lex_fail(r->text, opening, r->error, "this bracket is not closed");
        return NULL;
    }
    return advance(r) ? inside : NULL;
}

static struct query_node *read_not(struct reader *r);

static struct query_node *read_negation(struct reader *r)
{
    if (!advance(r))
        return NULL;
    struct query_node *inside = read_not(r);
    return inside ? make(r, QUERY_NOT, inside, NULL) : NULL;
}

static struct query_node *misplaced(struct reader *r)
{
    if (r->token.kind == TOKEN_END)
        lex_fail(r->text, r->token.start, r->error, "a word is missing here; " LEX_ALLOWED);
    else
        lex_fail(r->text, r->token.start, r->error, "a word is missing before this %s",
                 r->token.kind == TOKEN_AND  ? "AND"
                 : r->token.kind == TOKEN_OR ? "OR"
                                             : "bracket");
    return NULL;
}

static struct query_node *read_not(struct reader *r)
{
    if (r->depth >= DEEPEST) {
        lex_fail(r->text, r->token.start, r->error,
                 "more than %d brackets and NOTs inside each other", DEEPEST);
        return NULL;
    }
    struct query_node *node;
    r->depth++;
    switch (r->token.kind) {
    case TOKEN_NOT:
        node = read_negation(r);
        break;
    case TOKEN_OPEN:
        node = read_brackets(r);
        break;
    case TOKEN_WORDS:
        node = read_words(r);
        break;
    case TOKEN_ACTOR:
        node = read_actor(r);
        break;
    default:
        node = misplaced(r);
    }
    r->depth--;
    return node;
}

static struct query_node *read_and(struct reader *r)
{
    struct query_node *left = read_not(r);
    while (left && r->token.kind != TOKEN_OR && r->token.kind != TOKEN_CLOSE &&
           r->token.kind != TOKEN_END) {
        if (r->token.kind == TOKEN_AND && !advance(r))
            return NULL;
        struct query_node *right = read_not(r);
        left = right ? make(r, QUERY_AND, left, right) : NULL;
    }
    return left;
}

static struct query_node *read_or(struct reader *r)
{
    struct query_node *left = read_and(r);
    while (left && r->token.kind == TOKEN_OR) {
        if (!advance(r))
            return NULL;
        struct query_node *right = read_and(r);
        left = right ? make(r, QUERY_OR, left, right) : NULL;
    }
    return left;
}

/* Something in it gives places: a query of NOTs alone would answer with articles, and show nothing.
 */
static bool gives_places(const struct query_node *node)
{
    if (node->kind == QUERY_AND || node->kind == QUERY_OR)
        return gives_places(node->left) || gives_places(node->right);
    return node->kind != QUERY_NOT;
}

struct query *query_read(struct arena *arena, const struct library *library, struct str text,
                         struct error *error)
{
    struct reader r = {.arena = arena, .library = library, .text = text, .error = error};
    struct query_node *root = advance(&r) ? read_or(&r) : NULL;
    if (!root)
        return NULL;
    if (r.token.kind == TOKEN_CLOSE) {
        lex_fail(text, r.token.start, error, "this bracket was never opened");
        return NULL;
    }
    if (!gives_places(root)) {
        lex_fail(text, 0, error, "a word to be found is missing: NOT alone shows no place");
        return NULL;
    }
    struct query *query = arena_one(arena, struct query);
    query->root = root;
    query->leaves = r.leaves;
    return query;
}
