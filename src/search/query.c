/* SPDX-License-Identifier: ISC */
/* A query is read by recursive descent: OR binds loosest, then AND (which may be left out), then
 * NEAR, then NOT. */
#include "dossier/search/query.h"

#include "lex.h"
#include "tree.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/model/pattern.h"
#include "dossier/text/fold.h"
#include "dossier/text/regex.h"

/* Bounds for the stack: the tree is as deep as the query has words, brackets and NOTs at most. */
#define DEEPEST 64
#define MOST_WORDS 500

struct reader {
    struct arena *arena;
    const struct library *library;
    const struct saved_searches *saved;
    struct str text;
    const struct reader *outer; /* in whose text a saved search stands that is read now */
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

static struct query_node *make_near(struct reader *r, uint32_t distance, struct query_node *left,
                                    struct query_node *right)
{
    struct query_node *node = make(r, QUERY_NEAR, left, right);
    node->distance = distance;
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

static bool take_words(struct reader *r, struct query_node *node)
{
    node->pattern = pattern_make(r->arena, r->token.text, r->token.prefix);
    node->prefix = r->token.prefix;
    return node->pattern ||
           lex_fail(r->text, r->token.start, r->error, "no letter or digit to search for");
}

static bool take_actor(struct reader *r, struct query_node *node)
{
    struct error unknown;
    node->actor = tags_find(&r->library->tags, r->token.text, &unknown);
    return node->actor != ACTOR_NONE ||
           lex_fail(r->text, r->token.start, r->error, "%s", unknown.text);
}

/* The expression is compiled to see that it is one; a search compiles it for itself. */
static bool take_regex(struct reader *r, struct query_node *node)
{
    struct error wrong;
    size_t at;
    struct regex *regex = regex_make(node->text, &at, &wrong);
    regex_free(regex);
    return regex || lex_fail(r->text, r->token.inside + at, r->error, "%s", wrong.text);
}

static bool take_key(struct reader *r, struct query_node *node)
{
    struct buf key = {0};
    fold_key(str_trim(node->text), &key);
    node->key = arena_str(r->arena, buf_view(&key));
    buf_free(&key);
    return node->key.len ||
           lex_fail(r->text, r->token.start, r->error, "no letter or digit to search for");
}

/* A day, or the first day of a month or year. */
static bool take_date(struct reader *r, struct query_node *node)
{
    static const char *const rests[] = {"", "-01", "-01-01"};
    for (size_t i = 0; i < COUNT(rests); i++) {
        struct str whole =
            arena_printf(r->arena, "%.*s%s", STR_ARG(str_sub(node->text, 0, 20)), rests[i]);
        if (day_parse(whole, &node->date))
            return true;
    }
    return lex_fail(r->text, r->token.inside, r->error,
                    "“%.*s” is no date; allowed are 2025-11-01, 2025-11 and 2025",
                    STR_ARG(str_sub(node->text, 0, 40)));
}

static bool (*const takes[])(struct reader *r, struct query_node *node) = {
    [QUERY_PATTERN] = take_words, [QUERY_ACTOR] = take_actor, [QUERY_REGEX] = take_regex,
    [QUERY_NOTE] = take_key,      [QUERY_TITLE] = take_key,   [QUERY_SOURCE] = take_key,
    [QUERY_SAID] = take_actor,    [QUERY_TAG] = take_key,     [QUERY_BEFORE] = take_date,
    [QUERY_AFTER] = take_date,
};

static struct query_node *read_leaf(struct reader *r)
{
    struct query_node *node = make_leaf(r, r->token.leaf);
    if (!node)
        return NULL;
    node->text = arena_str(r->arena, r->token.text);
    return takes[node->kind](r, node) && advance(r) ? node : NULL;
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

static const struct saved_search *find_saved(struct reader *r)
{
    const struct saved_search *found = saved_find(r->saved, r->token.text);
    struct buf names = {0};
    for (size_t i = 0; !found && r->saved && i < r->saved->len; i++)
        buf_printf(&names, ", @%.*s", STR_ARG(r->saved->at[i].name));
    if (!found)
        lex_fail(r->text, r->token.start, r->error, "there is no saved search “%.*s”%s%.*s",
                 STR_ARG(str_sub(r->token.text, 0, 60)), names.len ? "; there are " : "",
                 STR_ARG(names.len ? str_sub(buf_view(&names), 2, 200) : STR("")));
    buf_free(&names);
    for (const struct reader *outer = r; found && outer; outer = outer->outer)
        if (outer->text.at == found->query.at) {
            lex_fail(r->text, r->token.start, r->error, "@%.*s asks for itself",
                     STR_ARG(found->name));
            found = NULL;
        }
    return found;
}

/* A saved search is read as if it stood there in brackets. */
static struct query_node *read_saved(struct reader *r)
{
    const struct saved_search *saved = find_saved(r);
    struct error wrong;
    if (!saved)
        return NULL;
    struct reader inner = *r;
    inner.text = saved->query;
    inner.outer = r;
    inner.at = 0;
    inner.error = &wrong;
    struct query_node *inside = advance(&inner) ? read_or(&inner) : NULL;
    if (inside && inner.token.kind != TOKEN_END) {
        inside = NULL;
        lex_fail(inner.text, inner.token.start, &wrong, "this bracket was never opened");
    }
    r->leaves = inner.leaves;
    if (!inside) {
        lex_fail(r->text, r->token.start, r->error, "@%.*s can’t be read: %s", STR_ARG(saved->name),
                 wrong.text);
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
                 r->token.kind == TOKEN_AND    ? "AND"
                 : r->token.kind == TOKEN_OR   ? "OR"
                 : r->token.kind == TOKEN_NEAR ? "NEAR"
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
    case TOKEN_SAVED:
        node = read_saved(r);
        break;
    case TOKEN_LEAF:
        node = read_leaf(r);
        break;
    default:
        node = misplaced(r);
    }
    r->depth--;
    return node;
}

/* NEAR is between places: words, actors, expressions, or one of several. */
static bool has_places(const struct query_node *node)
{
    if (node->kind == QUERY_OR || node->kind == QUERY_NEAR)
        return has_places(node->left) && has_places(node->right);
    return node->kind == QUERY_PATTERN || node->kind == QUERY_ACTOR || node->kind == QUERY_REGEX;
}

static struct query_node *read_near(struct reader *r)
{
    struct query_node *left = read_not(r);
    while (left && r->token.kind == TOKEN_NEAR) {
        struct token near = r->token;
        struct query_node *right = advance(r) ? read_not(r) : NULL;
        if (!right)
            return NULL;
        if (!has_places(left) || !has_places(right)) {
            lex_fail(r->text, near.start, r->error,
                     "NEAR stands between words, phrases, actors and expressions, or brackets with "
                     "OR between such");
            return NULL;
        }
        left = make_near(r, near.distance, left, right);
    }
    return left;
}

static struct query_node *read_and(struct reader *r)
{
    struct query_node *left = read_near(r);
    while (left && r->token.kind != TOKEN_OR && r->token.kind != TOKEN_CLOSE &&
           r->token.kind != TOKEN_END) {
        if (r->token.kind == TOKEN_AND && !advance(r))
            return NULL;
        struct query_node *right = read_near(r);
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

/* A leaf of one of the kinds FROM to TO stands in it outside a NOT. */
static bool asks_for(const struct query_node *node, enum query_kind from, enum query_kind to)
{
    if (node->kind == QUERY_NOT)
        return false;
    if (node->left)
        return asks_for(node->left, from, to) || asks_for(node->right, from, to);
    return node->kind >= from && node->kind <= to;
}

struct query *query_read(struct arena *arena, const struct library *library,
                         const struct saved_searches *saved, struct str text, struct error *error)
{
    struct reader r = {
        .arena = arena, .library = library, .saved = saved, .text = text, .error = error};
    struct query_node *root = advance(&r) ? read_or(&r) : NULL;
    if (!root)
        return NULL;
    if (r.token.kind == TOKEN_CLOSE) {
        lex_fail(text, r.token.start, error, "this bracket was never opened");
        return NULL;
    }
    if (!asks_for(root, QUERY_PATTERN, QUERY_AFTER)) {
        lex_fail(text, 0, error, "a word to be found is missing: NOT alone shows no place");
        return NULL;
    }
    struct query *query = arena_one(arena, struct query);
    query->whole = !asks_for(root, QUERY_PATTERN, QUERY_SAID);
    query->root = root;
    query->leaves = r.leaves;
    return query;
}
