/* SPDX-License-Identifier: ISC */
/* Every form of every actor, looked up in the index. */
#include "matching.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/base/parallel.h"
#include "dossier/text/fold.h"

#include <stdlib.h>
#include <string.h>

#define MANY 500 /* forms that are worth a thread */

/* The patterns of all forms, on all cores. */
struct making {
    const struct tags *tags;
    const struct pattern **patterns;
    struct arena *arenas[PARALLEL_MOST];
    unsigned workers;
};

static void make_some(void *context, unsigned nth)
{
    struct making *making = context;
    size_t count = making->tags->forms.len;
    struct arena *arena = making->arenas[nth] = arena_new();
    for (size_t i = count * nth / making->workers; i < count * (nth + 1) / making->workers; i++) {
        struct str text = making->tags->forms.at[i].text;
        making->patterns[i] = text.len ? pattern_make(arena, text, false) : NULL;
    }
}

const struct pattern **matching_patterns(struct arena *arena, const struct tags *tags)
{
    struct making making = {.tags = tags, .workers = parallel_workers()};
    making.patterns = arena_many(arena, const struct pattern *, tags->forms.len);
    if (tags->forms.len < MANY)
        making.workers = 1;
    parallel_run(making.workers, make_some, &making);
    for (unsigned i = 0; i < making.workers; i++)
        arena_join(arena, making.arenas[i]);
    return making.patterns;
}

/* All hits, by form. */
static void find(const struct segment *segment, const struct pattern *const *patterns, size_t count,
                 struct hits *out)
{
    struct spans found = {0};
    for (uint32_t form = 0; form < count; form++) {
        uint32_t article = 0;
        if (!patterns[form])
            continue;
        pattern_find_in(patterns[form], segment, &found);
        for (size_t i = 0; i < found.len; i++) {
            article = segment_article_at(segment, article, found.at[i].start);
            uint32_t start = segment_text_start(segment, article);
            struct span span = {found.at[i].start - start, found.at[i].end - start};
            *vec_add(NULL, out) = (struct hit){article, form, span};
        }
    }
    vec_free(&found);
}

static bool stands_before(const struct hit *x, const struct hit *y)
{
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start;
    if (x->span.end != y->span.end)
        return x->span.end > y->span.end;
    return x->form < y->form;
}

static int by_place(const void *a, const void *b)
{
    return stands_before(a, b) ? -1 : stands_before(b, a);
}

/* The hits of one article: few, as a rule. */
void matching_sort(struct hit *hits, size_t count)
{
    if (count > 64) {
        qsort(hits, count, sizeof *hits, by_place);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        struct hit hit = hits[i];
        size_t at = i;
        for (; at > 0 && stands_before(&hit, &hits[at - 1]); at--)
            hits[at] = hits[at - 1];
        hits[at] = hit;
    }
}

uint32_t *matching_hits(const struct segment *segment, const struct pattern *const *patterns,
                        size_t count, struct hits *out)
{
    uint32_t articles = segment_count(segment);
    struct hits found = {0};
    find(segment, patterns, count, &found);
    uint32_t *first = memory_get((articles + (size_t)2) * sizeof *first);
    out->at = memory_resize(NULL, (found.len + 1) * sizeof *out->at);
    out->len = out->cap = found.len;
    /* by counting: first[article + 1] is where the next hit of ARTICLE goes */
    for (size_t i = 0; i < found.len; i++)
        first[found.at[i].article + 2]++;
    for (size_t i = 1; i <= articles; i++)
        first[i + 1] += first[i];
    for (size_t i = 0; i < found.len; i++)
        out->at[first[found.at[i].article + 1]++] = found.at[i];
    vec_free(&found);
    for (size_t i = 0; i < articles; i++)
        matching_sort(out->at + first[i], first[i + 1] - first[i]);
    return first;
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
    bool *shared = memory_get((count + 1) * sizeof *shared);
    struct keyed *keyed = memory_get((count + 1) * sizeof *keyed);
    struct arena *scratch = arena_new();
    struct buf key = {0};
    size_t len = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (!tags->forms.at[i].text.len)
            continue;
        buf_clear(&key);
        fold_key(tags->forms.at[i].text, &key);
        keyed[len++] =
            (struct keyed){arena_str(scratch, buf_view(&key)), i, tags->forms.at[i].actor};
    }
    qsort(keyed, len, sizeof *keyed, by_key);
    for (size_t from = 0, to; from < len; from = to) {
        bool several = false;
        for (to = from; to < len && str_eq(keyed[to].key, keyed[from].key); to++)
            several = several || keyed[to].actor != keyed[from].actor;
        for (size_t i = from; i < to; i++)
            shared[keyed[i].form] = several;
    }
    buf_free(&key);
    arena_free(scratch);
    free(keyed);
    return shared;
}
