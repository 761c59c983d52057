/* SPDX-License-Identifier: ISC */
#include "dossier/model/difference.h"

#include "dossier/base/memory.h"

#include <stdlib.h>

/* Articles by path. */
struct listed {
    const struct corpus *corpus;
    const uint32_t *at;
    size_t len;
};

static struct str nth(const struct listed *listed, size_t i)
{
    return corpus_path(listed->corpus, listed->at[i]);
}

/* What is in one of the lists alone. */
static void compare(struct arena *arena, const struct listed *old, const struct listed *new,
                    struct difference *out)
{
    for (size_t i = 0, j = 0; i < old->len || j < new->len;) {
        int order = i == old->len ? 1 : j == new->len ? -1 : str_cmp(nth(old, i), nth(new, j));
        if (order < 0)
            *vec_add(arena, &out->gone) = old->at[i];
        else if (order > 0)
            *vec_add(arena, &out->added) = new->at[j];
        i += order <= 0;
        j += order >= 0;
    }
}

static int by_path(const void *a, const void *b, void *corpus)
{
    return str_cmp(corpus_path(corpus, *(const uint32_t *)a),
                   corpus_path(corpus, *(const uint32_t *)b));
}

static struct listed sort(const struct corpus *corpus, struct article_numbers *numbers)
{
    if (numbers->len)
        qsort_r(numbers->at, numbers->len, sizeof *numbers->at, by_path, (void *)corpus);
    return (struct listed){corpus, numbers->at, numbers->len};
}

void difference_find(struct arena *arena, const struct corpus *old, const struct corpus *new,
                     struct difference *out)
{
    struct article_numbers gone = {0}, come = {0};
    *out = (struct difference){.gone.len = 0};
    if (corpus_continues(new, old)) {
        corpus_news(arena, old, new, &gone, &come);
        struct listed was = sort(old, &gone), is = sort(new, &come);
        compare(arena, &was, &is, out);
    } else {
        struct listed was = {old, old->by_path, old->len}, is = {new, new->by_path, new->len};
        compare(arena, &was, &is, out);
    }
}
