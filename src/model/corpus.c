/* SPDX-License-Identifier: ISC */
/* The articles stand by path, so that a path is found by halving and so that only neighbours can
 * share the beginning of one. */
#include "dossier/model/corpus.h"

#include "dossier/base/buf.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"

#include <stdlib.h>

#define LISTED 12 /* candidates that an error names at most */

static int compare_paths(const void *a, const void *b)
{
    return str_cmp(((const struct article *)a)->path, ((const struct article *)b)->path);
}

static size_t shared_start(struct str a, struct str b)
{
    size_t n = 0;
    while (n < a.len && n < b.len && a.at[n] == b.at[n])
        n++;
    return n;
}

static struct str label_of(const struct corpus *corpus, size_t i)
{
    struct str path = corpus->at[i].path;
    size_t before = i ? shared_start(path, corpus->at[i - 1].path) : 0;
    size_t after = i + 1 < corpus->len ? shared_start(path, corpus->at[i + 1].path) : 0;
    size_t end = (before > after ? before : after) + 1;
    if (end >= path.len || path.at[0] == '(') /* what has no file has a name of its own */
        return path;
    size_t at = utf8_start(path, end - 1);
    utf8_next(path, &at);
    for (end = at; at < path.len && char_is_word(utf8_next(path, &at));)
        end = at;
    return str_sub(path, 0, end);
}

struct dated {
    day day;
    uint32_t article;
};

static int compare_days(const void *a, const void *b)
{
    const struct dated *x = a, *y = b;
    if (x->day != y->day) {
        if (x->day == DAY_NONE || y->day == DAY_NONE)
            return x->day == DAY_NONE ? 1 : -1;
        return x->day < y->day ? -1 : 1;
    }
    return x->article < y->article ? -1 : 1;
}

static void order_by_date(struct arena *arena, struct corpus *corpus)
{
    struct arena *scratch = arena_new();
    struct dated *dated = arena_many(scratch, struct dated, corpus->len);
    for (uint32_t i = 0; i < corpus->len; i++)
        dated[i] = (struct dated){article_day(&corpus->at[i]), i};
    qsort(dated, corpus->len, sizeof *dated, compare_days);
    corpus->by_date = arena_many(arena, uint32_t, corpus->len);
    corpus->rank = arena_many(arena, uint32_t, corpus->len);
    for (uint32_t i = 0; i < corpus->len; i++) {
        corpus->by_date[i] = dated[i].article;
        corpus->rank[dated[i].article] = i;
    }
    arena_free(scratch);
}

/* The first token of ARTICLE that begins at byte AT or later. */
static uint32_t first_token(const struct index *index, uint32_t article, uint32_t at)
{
    uint32_t low = index_first(index, article), high = index_first(index, article + 1);
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (index_token_start(index, middle) < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The index has read every word; they are not read again to be counted. */
static void count_words(struct corpus *corpus)
{
    for (uint32_t i = 0; i < corpus->len; i++) {
        struct article *article = &corpus->at[i];
        article->words = 0;
        for (size_t j = 0; j < article->body.len; j++) {
            struct span span = article->body.at[j];
            article->words +=
                first_token(corpus->index, i, span.end) - first_token(corpus->index, i, span.start);
        }
    }
}

const struct article *corpus_article(const struct corpus *corpus, uint32_t number)
{
    return &corpus->at[number];
}

void corpus_finish(struct arena *arena, struct corpus *corpus)
{
    if (corpus->len)
        qsort(corpus->at, corpus->len, sizeof *corpus->at, compare_paths);
    for (size_t i = 0; i < corpus->len; i++)
        corpus->at[i].label = label_of(corpus, i);
    order_by_date(arena, corpus);
    corpus->index = index_build(arena, corpus->at, corpus->len);
    count_words(corpus);
}

/* The first article whose path is not before NAME. */
static size_t first_from(const struct corpus *corpus, struct str name)
{
    size_t low = 0, high = corpus->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(corpus->at[middle].path, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static size_t count_starting(const struct corpus *corpus, size_t first, struct str name)
{
    size_t n = 0;
    while (first + n < corpus->len && str_starts(corpus->at[first + n].path, name))
        n++;
    return n;
}

static uint32_t fail(const struct corpus *corpus, struct str name, size_t first, size_t count,
                     const char *what, struct error *error)
{
    struct buf list = {0};
    for (size_t i = 0; i < count && i < LISTED; i++)
        buf_printf(&list, "%s%.*s", i ? ", " : "", STR_ARG(corpus->at[first + i].label));
    if (count > LISTED)
        buf_printf(&list, " and %zu more", count - LISTED);
    error_set(error, "%s \"%.*s\"; there %s %zu: %.*s", what, STR_ARG(str_sub(name, 0, 200)),
              count == 1 ? "is" : "are", count, STR_ARG(buf_view(&list)));
    buf_free(&list);
    return ARTICLE_NONE;
}

uint32_t corpus_find(const struct corpus *corpus, struct str name, struct error *error)
{
    if (str_starts(name, STR("./")))
        name = str_sub(name, 2, name.len);
    size_t first = first_from(corpus, name);
    size_t count = name.len ? count_starting(corpus, first, name) : 0;
    if (count == 1 || (count && corpus->at[first].path.len == name.len))
        return (uint32_t)first;
    if (count)
        return fail(corpus, name, first, count, "more than one article begins with", error);
    if (corpus->len)
        return fail(corpus, name, 0, corpus->len, "no article begins with", error);
    error_set(error, "no article begins with \"%.*s\"; there are no articles here",
              STR_ARG(str_sub(name, 0, 200)));
    return ARTICLE_NONE;
}

uint32_t corpus_at_path(const struct corpus *corpus, struct str path)
{
    size_t i = first_from(corpus, path);
    return i < corpus->len && str_eq(corpus->at[i].path, path) ? (uint32_t)i : ARTICLE_NONE;
}
