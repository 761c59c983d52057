/* SPDX-License-Identifier: ISC */
/* An article is found again by its path. Only what is gone and what is new is looked into: a text
 * that is there under another path was renamed. */
#include "moving.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/text/utf8.h"

#include <stdlib.h>

#define LOOKED_INTO                                                                      \
    2000         /* articles that are opened to find those that were renamed, or changed \
                  */
#define WORDS 24 /* bytes by which a place in what was rewritten is found again */

/* An article by what it is looked up by. */
struct keyed {
    uint64_t sign;
    uint32_t article; /* ARTICLE_NONE once it is found */
};

static struct str text_of(const struct corpus *corpus, uint32_t number)
{
    return corpus_article(corpus, number)->text;
}

/* Few are told apart by their texts' lengths; of many, only those that kept their name are looked
 * for, as when a folder was renamed. */
static uint64_t sign_of(const struct corpus *corpus, uint32_t number, bool few)
{
    if (few)
        return corpus_text_len(corpus, number);
    return str_hash(path_base(corpus_path(corpus, number)));
}

static int compare_signs(const void *a, const void *b)
{
    const struct keyed *x = a, *y = b;
    if (x->sign != y->sign)
        return x->sign < y->sign ? -1 : 1;
    return x->article < y->article ? -1 : x->article > y->article;
}

/* The first of COUNT with this SIGN or a later one. */
static size_t first_with(const struct keyed *at, size_t count, uint64_t sign)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (at[middle].sign < sign)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The new article among COUNT of ADDED that has the text of the old one; ARTICLE_NONE. */
static uint32_t find_text(const struct moving *moving, struct keyed *added, size_t count, bool few,
                          uint32_t old)
{
    uint64_t sign = sign_of(moving->old, old, few);
    size_t len = corpus_text_len(moving->old, old);
    for (size_t i = first_with(added, count, sign); i < count && added[i].sign == sign; i++) {
        uint32_t found = added[i].article;
        if (found == ARTICLE_NONE || !len || corpus_text_len(moving->new, found) != len ||
            !str_eq(text_of(moving->old, old), text_of(moving->new, found)))
            continue;
        added[i].article = ARTICLE_NONE;
        return found;
    }
    return ARTICLE_NONE;
}

static int compare_renamed(const void *a, const void *b)
{
    uint32_t x = ((const struct renamed *)a)->from, y = ((const struct renamed *)b)->from;
    return x < y ? -1 : x > y;
}

static void pair_texts(struct moving *moving, const struct difference *difference)
{
    const struct article_numbers *gone = &difference->gone, *added = &difference->added;
    bool few = gone->len <= LOOKED_INTO && added->len <= LOOKED_INTO;
    if (!gone->len || !added->len)
        return;
    struct keyed *keyed = memory_get(added->len * sizeof *keyed);
    moving->renamed = memory_get(gone->len * sizeof *moving->renamed);
    for (size_t i = 0; i < added->len; i++)
        keyed[i] = (struct keyed){sign_of(moving->new, added->at[i], few), added->at[i]};
    qsort(keyed, added->len, sizeof *keyed, compare_signs);
    for (size_t i = 0; i < gone->len; i++) {
        uint32_t found = find_text(moving, keyed, added->len, few, gone->at[i]);
        if (found != ARTICLE_NONE)
            moving->renamed[moving->arrivals.renamed++] = (struct renamed){gone->at[i], found};
    }
    qsort(moving->renamed, moving->arrivals.renamed, sizeof *moving->renamed, compare_renamed);
    free(keyed);
}

static size_t count_changed(struct moving *moving, const struct str *changed, size_t count)
{
    size_t sure = 0;
    if (count > LOOKED_INTO)
        return count;
    for (size_t i = 0; i < count; i++) {
        uint32_t old = corpus_at_path(moving->old, changed[i]);
        sure += moving_to(moving, old) != ARTICLE_NONE && moving_changed(moving, old);
    }
    return sure;
}

void moving_begin(struct moving *moving, const struct library *old, const struct event *event)
{
    struct arena *arena = arena_new();
    struct difference found;
    const struct difference *difference = event->difference;
    *moving = (struct moving){.old = &old->corpus, .new = &event->library->corpus};
    if (!difference) {
        difference_find(arena, moving->old, moving->new, &found);
        difference = &found;
    }
    pair_texts(moving, difference);
    moving->arrivals.added = difference->added.len - moving->arrivals.renamed;
    moving->arrivals.gone = difference->gone.len - moving->arrivals.renamed;
    moving->arrivals.changed = count_changed(moving, event->changed, event->changed_count);
    arena_free(arena);
}

void moving_end(struct moving *moving)
{
    free(moving->renamed);
}

uint32_t moving_to(const struct moving *moving, uint32_t article)
{
    if (article == ARTICLE_NONE)
        return ARTICLE_NONE;
    uint32_t to = corpus_at_path(moving->new, corpus_path(moving->old, article));
    if (to != ARTICLE_NONE || !moving->renamed)
        return to;
    const struct renamed *renamed =
        bsearch(&(struct renamed){article, 0}, moving->renamed, moving->arrivals.renamed,
                sizeof *moving->renamed, compare_renamed);
    return renamed ? renamed->to : ARTICLE_NONE;
}

/* What the two texts have in common at their ends, counted once. */
static void compare_texts(struct moving *moving, uint32_t article)
{
    if (moving->last.known && moving->last.article == article)
        return;
    moving->last.to = moving_to(moving, article);
    struct str a = text_of(moving->old, article), b = text_of(moving->new, moving->last.to);
    uint32_t most = (uint32_t)(a.len < b.len ? a.len : b.len), start = 0, end = 0;
    while (start < most && a.at[start] == b.at[start])
        start++;
    while (end < most - start && a.at[a.len - end - 1] == b.at[b.len - end - 1])
        end++;
    moving->last.article = article;
    moving->last.start = start;
    moving->last.end = end;
    moving->last.known = true;
    moving->last.same = a.len == b.len && start == a.len;
}

bool moving_changed(struct moving *moving, uint32_t article)
{
    compare_texts(moving, article);
    return !moving->last.same;
}

uint32_t moving_at(struct moving *moving, uint32_t article, uint32_t at)
{
    compare_texts(moving, article);
    struct str a = text_of(moving->old, article), b = text_of(moving->new, moving->last.to);
    if (at < moving->last.start || moving->last.same)
        return at;
    if (at >= a.len - moving->last.end)
        return at >= a.len ? (uint32_t)b.len : (uint32_t)(b.len - (a.len - at));
    size_t from = utf8_start(b, moving->last.start);
    ptrdiff_t found = str_find(b, str_sub(a, at, at + WORDS), from);
    return found < 0 ? (uint32_t)from : (uint32_t)found;
}

struct span moving_span(struct moving *moving, uint32_t article, struct span span)
{
    if (span.start >= span.end)
        return span;
    uint32_t start = moving_at(moving, article, span.start);
    struct str words = span_of(text_of(moving->old, article), span);
    struct str now = text_of(moving->new, moving->last.to);
    uint32_t whole = start + (uint32_t)words.len;
    if (whole <= now.len && str_eq(str_sub(now, start, whole), words))
        return (struct span){start, whole};
    uint32_t end = moving_at(moving, article, span.end);
    return (struct span){start, end > start ? end : start};
}
