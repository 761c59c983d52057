/* SPDX-License-Identifier: ISC */
/* Which articles can answer is told by the rarest of what a query cannot do without: of two terms
 * that must both hold, the one with fewer places; of an expression, the letters that it can't do
 * without. So a search costs what its hits cost. All articles are gone through only for NOT, fields
 * and expressions of no such letters with nothing beside them, and for words that are nearly
 * everywhere; dates narrow the way even then. */
#include "dossier/base/memory.h"
#include "dossier/model/index.h"
#include "dossier/text/fold.h"
#include "hunt.h"

#include <math.h>
#include <stdlib.h>

/* So many places are looked up in the index while one text is read. */
#define PLACES_A_TEXT 32

/* Of reading, the first places come after as many articles as lie between them; of looking up,
 * after all places. The two meet where the places are as the root of the articles. */
#define AT_ONCE_LEAST 20000
#define AT_ONCE_ROOT 100

size_t search_at_once(const struct corpus *corpus)
{
    size_t most = (size_t)(AT_ONCE_ROOT * sqrt((double)corpus->len));
    return most > AT_ONCE_LEAST ? most : AT_ONCE_LEAST;
}

static void find_actor(struct search *s, uint32_t actor, struct places *out)
{
    const struct library *library = s->library;
    struct mention_list stops = {0};
    library_stops(library, actor, &COUNTING_ALL, s->arena, &stops);
    for (size_t i = 0; i < stops.len; i++) {
        const struct mention *mention = &library->cast.at[stops.at[i]];
        *vec_add(s->arena, out) = (struct place){mention->article, mention->span};
    }
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

static void find_notes(struct search *s, const struct notebook *notebook, struct str key,
                       struct places *out)
{
    struct buf folded = {0};
    for (size_t i = 0; notebook && i < notebook->len; i++) {
        const struct note *note = &notebook->at[i];
        if (note->number == ARTICLE_NONE || !has_key(note, key, &folded))
            continue;
        *vec_add(s->arena, out) = note_is_placed(note) ? (struct place){note->number, note->span}
                                                       : hunt_place_of(s->library, note->number);
    }
    buf_free(&folded);
}

/* What is known of an expression: the places of the words that hold what each match must, where
 * these are not so many that it is as well tried everywhere. */
static void read_regex(struct search *s, const struct query_node *node, size_t most)
{
    struct leaf *leaf = &s->leaves[node->leaf];
    const struct corpus *corpus = &s->library->corpus;
    struct str literal = literal_of(node->text);
    size_t at, worth = search_at_once(corpus);
    leaf->regex = regex_make(node->text, &at, NULL);
    struct regex *part = literal.len ? regex_make(literal, &at, NULL) : NULL;
    leaf->told = part && index_places_of_part(corpus, part, most < worth ? most : worth, s->arena,
                                              &leaf->places);
    if (leaf->told)
        leaf->bound = leaf->places.len;
    regex_free(part);
}

static void sort(struct places *places)
{
    if (places->len)
        qsort(places->at, places->len, sizeof *places->at, hunt_by_place);
}

/* What is known of each leaf before the corpus is asked for its places. Actors and notes have been
 * found already: they only are picked out. Of somebody's words, the articles that name them are. */
static void look_ahead(struct search *s, const struct notebook *notebook,
                       const struct query_node *node, size_t most)
{
    if (node->left)
        look_ahead(s, notebook, node->left, most);
    if (node->right)
        look_ahead(s, notebook, node->right, most);
    if (node->left)
        return;
    struct leaf *leaf = &s->leaves[node->leaf];
    leaf->bound = SIZE_MAX;
    leaf->in_the_score = node->kind <= QUERY_REGEX;
    if (node->kind == QUERY_PATTERN) {
        leaf->bound = pattern_bound(node->pattern, &s->library->corpus);
    } else if (node->kind == QUERY_REGEX) {
        read_regex(s, node, most);
    } else if (node->kind >= QUERY_ACTOR && node->kind <= QUERY_SAID) {
        if (node->kind == QUERY_NOTE)
            find_notes(s, notebook, node->key, &leaf->places);
        else /* who says something is named in the article */
            find_actor(s, node->actor, &leaf->places);
        sort(&leaf->places);
        leaf->looked_up = true;
        leaf->bound = leaf->places.len;
    }
}

/* So many places must be looked up to know every article that can answer; SIZE_MAX: nothing tells.
 */
static size_t bound(const struct search *s, const struct query_node *node)
{
    if (node->kind == QUERY_NOT)
        return SIZE_MAX;
    if (!node->left)
        return s->leaves[node->leaf].bound;
    size_t left = bound(s, node->left), right = bound(s, node->right);
    if (node->kind == QUERY_OR)
        return left > SIZE_MAX - right ? SIZE_MAX : left + right;
    return left < right ? left : right;
}

static void look_up(struct search *s, const struct query_node *node)
{
    struct leaf *leaf = &s->leaves[node->leaf];
    if (!leaf->looked_up)
        pattern_find(node->pattern, &s->library->corpus, s->arena, &leaf->places);
    leaf->looked_up = true;
}

/* A set of ranks, a bit each: of many in no order it makes a list sooner than sorting does. */
struct ranks {
    uint64_t *words;
    size_t count; /* of words */
};

/* Looks up what tells the articles, and takes them in. */
static void drive(struct search *s, const struct query_node *node, struct ranks *out)
{
    if (node->kind == QUERY_OR) {
        drive(s, node->left, out);
        drive(s, node->right, out);
    } else if (node->left) {
        bool left = bound(s, node->left) <= bound(s, node->right);
        drive(s, left ? node->left : node->right, out);
    } else {
        if (!s->leaves[node->leaf].told)
            look_up(s, node);
        const struct places *places = &s->leaves[node->leaf].places;
        for (size_t i = 0; i < places->len; i++) {
            uint32_t rank = s->library->corpus.rank[places->at[i].article];
            out->words[rank / 64] |= (uint64_t)1 << rank % 64;
        }
    }
}

static day day_of_rank(const struct corpus *corpus, size_t rank)
{
    return corpus_day(corpus, corpus->by_date[rank]);
}

/* The first rank whose article is dated DATE or later, or not at all. */
static size_t first_from(const struct corpus *corpus, day date)
{
    size_t low = 0, high = corpus->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        day its = day_of_rank(corpus, middle);
        if (its != DAY_NONE && its < date)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct stretch {
    size_t from, to; /* ranks */
};

/* Between which dates an article must lie to answer NODE. */
static struct stretch dates(const struct corpus *corpus, const struct query_node *node)
{
    struct stretch all = {0, corpus->len}, left, right;
    if (node->kind == QUERY_BEFORE)
        all.to = first_from(corpus, node->date);
    else if (node->kind == QUERY_AFTER)
        all.from = first_from(corpus, node->date);
    if (!node->right)
        return all;
    left = dates(corpus, node->left);
    right = dates(corpus, node->right);
    bool either = node->kind == QUERY_OR;
    all.from = (left.from < right.from) == either ? left.from : right.from;
    all.to = (left.to > right.to) == either ? left.to : right.to;
    return all;
}

/* The way: the ranks between those DATES, in order. */
static void list(struct search *s, const struct ranks *ranks, struct stretch dates)
{
    struct {
        uint32_t *at;
        size_t len, cap;
    } way = {0};
    *vec_add(s->arena, &way) = 0; /* so that a list of none is one */
    way.len = 0;
    for (size_t i = 0; i < ranks->count; i++)
        for (uint64_t bits = ranks->words[i]; bits; bits &= bits - 1) {
            uint32_t rank = (uint32_t)(i * 64) + (uint32_t)__builtin_ctzll(bits);
            if (rank >= dates.from && rank < dates.to)
                *vec_add(s->arena, &way) = rank;
        }
    s->ranks = way.at;
    s->at = 0;
    s->end = way.len;
}

/* The other leaves too, where that is less work than reading the texts. */
static void look_up_cheap(struct search *s, const struct query_node *node, size_t most)
{
    if (node->left)
        look_up_cheap(s, node->left, most);
    if (node->right)
        look_up_cheap(s, node->right, most);
    if (node->kind == QUERY_PATTERN && s->leaves[node->leaf].bound <= most)
        look_up(s, node);
}

void plan_make(struct search *search, const struct notebook *notebook, size_t most)
{
    const struct query_node *root = search->query->root;
    look_ahead(search, notebook, root, most);
    struct stretch way = dates(&search->library->corpus, root);
    size_t places = bound(search, root);
    search->at = way.from;
    search->end = way.to > way.from ? way.to : way.from;
    if (places != SIZE_MAX && places <= most) {
        struct ranks ranks = {.count = search->library->corpus.len / 64 + 1};
        ranks.words = arena_many(search->arena, uint64_t, ranks.count);
        drive(search, root, &ranks);
        list(search, &ranks, way);
    }
    size_t texts = search->end - search->at;
    size_t worth = texts > most / PLACES_A_TEXT ? most : texts * PLACES_A_TEXT;
    look_up_cheap(search, root, worth);
}
