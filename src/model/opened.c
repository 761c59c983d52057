/* SPDX-License-Identifier: ISC */
/* A ring: the article that was opened longest ago makes room. A hint by number says where in the
 * ring an article may be; where another has taken the hint, it is opened once more, and both are
 * right. */
#include "opened.h"

#include "dossier/base/heap.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"

#include <stdlib.h>

#define HINTS 4096

struct place_in_ring {
    struct arena *arena; /* NULL: never used */
    uint32_t number;
    struct article article;
};

struct opened {
    struct place_in_ring ring[CORPUS_OPENED];
    size_t next;
    uint16_t hints[HINTS];
};

struct opened *opened_new(void)
{
    return memory_get(sizeof(struct opened));
}

void opened_free(struct opened *opened)
{
    for (size_t i = 0; opened && i < CORPUS_OPENED; i++)
        arena_free(opened->ring[i].arena);
    free(opened);
}

static size_t shared_start(struct str a, struct str b)
{
    size_t n = 0;
    while (n < a.len && n < b.len && a.at[n] == b.at[n])
        n++;
    return n;
}

/* The place of PATH in the order of paths. */
static size_t place_of(const struct corpus *corpus, struct str path)
{
    size_t low = 0, high = corpus->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(corpus_path(corpus, corpus->by_path[middle]), path) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Only neighbours in the order of paths can share the beginning of one. */
static struct str label_of(const struct corpus *corpus, struct str path)
{
    size_t i = place_of(corpus, path), before = 0, after = 0;
    if (i > 0)
        before = shared_start(path, corpus_path(corpus, corpus->by_path[i - 1]));
    if (i + 1 < corpus->len)
        after = shared_start(path, corpus_path(corpus, corpus->by_path[i + 1]));
    size_t end = (before > after ? before : after) + 1;
    if (end >= path.len || path.at[0] == '(') /* what has no file has a name of its own */
        return path;
    size_t at = utf8_start(path, end - 1);
    utf8_next(path, &at);
    for (end = at; at < path.len && char_is_word(utf8_next(path, &at));)
        end = at;
    return str_sub(path, 0, end);
}

struct str corpus_label(const struct corpus *corpus, uint32_t number)
{
    return label_of(corpus, corpus_path(corpus, number));
}

const struct article *corpus_article(const struct corpus *corpus, uint32_t number)
{
    struct opened *opened = corpus->opened;
    struct place_in_ring *place = &opened->ring[opened->hints[number % HINTS]];
    if (place->arena && place->number == number)
        return &place->article;
    size_t next = opened->next;
    opened->next = (next + 1) % CORPUS_OPENED;
    opened->hints[number % HINTS] = (uint16_t)next;
    place = &opened->ring[next];
    if (place->arena)
        arena_clear(place->arena);
    else
        place->arena = arena_new();
    const struct corpus_part *part = corpus_part(corpus, number);
    segment_article(part->segment, number - part->first, place->arena, &place->article);
    place->article.label = label_of(corpus, place->article.path);
    place->number = number;
    return &place->article;
}
