/* SPDX-License-Identifier: ISC */
/* Every form of every actor, looked up in the index. */
#include "matching.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/text/fold.h"

#include <stdlib.h>
#include <string.h>

static int by_place(const void *a, const void *b)
{
    const struct hit *x = a, *y = b;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    if (x->span.end != y->span.end)
        return x->span.end > y->span.end ? -1 : 1;
    return (x->form > y->form) - (x->form < y->form);
}

void matching_hits(const struct corpus *corpus, const struct tags *tags, struct hits *out)
{
    struct arena *scratch = arena_new();
    for (uint32_t form = 0; form < tags->forms.len; form++) {
        arena_clear(scratch);
        struct pattern *pattern = pattern_make(scratch, tags->forms.at[form].text, false);
        struct places places = {0};
        if (pattern)
            pattern_find(pattern, corpus, scratch, &places);
        for (size_t i = 0; i < places.len; i++)
            *vec_add(NULL, out) = (struct hit){places.at[i].article, form, places.at[i].span};
    }
    arena_free(scratch);
    if (out->len)
        qsort(out->at, out->len, sizeof *out->at, by_place);
}

struct keyed {
    struct str key;
    uint32_t form, actor;
};

static int by_key(const void *a, const void *b)
{
    const struct keyed *x = a, *y = b;
    return str_cmp(x->key, y->key);
}

bool *matching_shared(const struct tags *tags)
{
    size_t count = tags->forms.len;
    bool *shared = memory_get(count * sizeof *shared);
    struct keyed *keyed = memory_get(count * sizeof *keyed);
    struct arena *scratch = arena_new();
    struct buf key = {0};
    for (uint32_t i = 0; i < count; i++) {
        buf_clear(&key);
        fold_key(tags->forms.at[i].text, &key);
        keyed[i] = (struct keyed){arena_str(scratch, buf_view(&key)), i, tags->forms.at[i].actor};
    }
    qsort(keyed, count, sizeof *keyed, by_key);
    for (size_t from = 0, to; from < count; from = to) {
        bool several = false;
        for (to = from; to < count && str_eq(keyed[to].key, keyed[from].key); to++)
            several = several || keyed[to].actor != keyed[from].actor;
        for (size_t i = from; i < to; i++)
            shared[keyed[i].form] = several;
    }
    buf_free(&key);
    arena_free(scratch);
    free(keyed);
    return shared;
}
