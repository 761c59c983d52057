/* SPDX-License-Identifier: ISC */
#include "dossier/reading/twins.h"

#include "dossier/base/memory.h"
#include "dossier/base/parallel.h"
#include "dossier/text/words.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define RUN 8         /* words */
#define KEPT 16       /* hashes of an article: the smallest ones */
#define ALIKE 11      /* of them that twins share */
#define LEAST_RUNS 24 /* of an article that is looked at */
#define LARGEST 64    /* articles that share a hash; more is boilerplate */
#define AT_A_TIME 128 /* articles */

struct sketch {
    uint64_t at[KEPT]; /* smallest first; UINT64_MAX: nothing */
    size_t runs;
};

struct sketching {
    const struct corpus *corpus;
    struct sketch *sketches; /* by rank */
    atomic_size_t next;
};

static uint64_t mix(uint64_t x)
{
    x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
    x = (x ^ x >> 27) * 0x94D049BB133111EBu;
    return x ^ x >> 31;
}

/* ASCII letters in either case are one; that is near enough. */
static uint64_t hash_word(struct str word)
{
    uint64_t hash = 14695981039346656037u;
    for (size_t i = 0; i < word.len; i++)
        hash = (hash ^ ((unsigned char)word.at[i] | 0x20u)) * 1099511628211u;
    return mix(hash);
}

static void keep(struct sketch *sketch, uint64_t hash)
{
    size_t at = KEPT - 1;
    if (hash >= sketch->at[at])
        return;
    for (size_t i = 0; i < KEPT && sketch->at[i] <= hash; i++) {
        if (sketch->at[i] == hash)
            return;
    }
    for (; at > 0 && sketch->at[at - 1] > hash; at--)
        sketch->at[at] = sketch->at[at - 1];
    sketch->at[at] = hash;
}

/* A run's hash is the sum of its words', each turned by its place. */
static uint64_t hash_run(const uint64_t words[RUN], size_t first)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < RUN; i++)
        hash = hash * 0x9E3779B97F4A7C15u + words[(first + i) % RUN];
    return mix(hash);
}

static void make(struct str text, struct sketch *out)
{
    struct span spans[256];
    uint64_t words[RUN];
    size_t at = 0, count, seen = 0;
    memset(out->at, 0xFF, sizeof out->at);
    while ((count = words_spans(text, &at, spans, COUNT(spans)))) {
        for (size_t i = 0; i < count; i++) {
            words[seen++ % RUN] = hash_word(span_of(text, spans[i]));
            if (seen >= RUN)
                keep(out, hash_run(words, seen % RUN));
        }
    }
    out->runs = seen < RUN ? 0 : seen - RUN + 1;
}

static void work(void *context, unsigned nth)
{
    struct sketching *s = context;
    size_t from, count = s->corpus->len;
    (void)nth;
    while ((from = atomic_fetch_add(&s->next, AT_A_TIME)) < count) {
        for (size_t rank = from; rank < count && rank < from + AT_A_TIME; rank++) {
            uint32_t number = s->corpus->by_date[rank];
            const struct corpus_part *part = corpus_part(s->corpus, number);
            make(segment_text(part->segment, number - part->first), &s->sketches[rank]);
        }
    }
}

/* One hash of an article. */
struct held {
    uint64_t hash;
    uint32_t rank;
};

static int by_hash(const void *a, const void *b)
{
    const struct held *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x->rank > y->rank) - (x->rank < y->rank);
}

/* Two articles that share a hash. */
struct pair {
    uint32_t later, earlier; /* ranks */
};

struct pairs {
    struct pair *at;
    size_t len, cap;
};

static int by_later(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    if (x->later != y->later)
        return x->later < y->later ? -1 : 1;
    return (x->earlier > y->earlier) - (x->earlier < y->earlier);
}

static void pair_up(const struct held *held, size_t count, struct pairs *out)
{
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && held[to].hash == held[from].hash; to++)
            continue;
        for (size_t i = from; to - from <= LARGEST && i < to; i++)
            for (size_t j = i + 1; j < to; j++)
                *vec_add(NULL, out) = (struct pair){held[j].rank, held[i].rank};
    }
}

static void add_twins(const struct corpus *corpus, struct arena *arena, const struct pairs *pairs,
                      struct twins *out)
{
    uint32_t told = UINT32_MAX;
    for (size_t from = 0, to; from < pairs->len; from = to) {
        const struct pair *pair = &pairs->at[from];
        for (to = from + 1; to < pairs->len && by_later(pair, &pairs->at[to]) == 0; to++)
            continue;
        if (to - from < ALIKE || told == pair->later)
            continue;
        told = pair->later;
        *vec_add(arena, out) =
            (struct twin){corpus->by_date[pair->later], corpus->by_date[pair->earlier],
                          (int)((to - from) * 100 / KEPT)};
    }
}

void twins_find(struct arena *arena, const struct corpus *corpus, struct twins *out)
{
    struct sketching s = {.corpus = corpus};
    struct pairs pairs = {0};
    size_t count = 0;
    s.sketches = memory_get((corpus->len + 1) * sizeof *s.sketches);
    atomic_store(&s.next, 0);
    parallel_run(parallel_workers(), work, &s);
    struct held *held = memory_get((corpus->len * KEPT + 1) * sizeof *held);
    for (uint32_t rank = 0; rank < corpus->len; rank++)
        for (size_t i = 0; s.sketches[rank].runs >= LEAST_RUNS && i < KEPT; i++)
            held[count++] = (struct held){s.sketches[rank].at[i], rank};
    if (count)
        qsort(held, count, sizeof *held, by_hash);
    pair_up(held, count, &pairs);
    if (pairs.len)
        qsort(pairs.at, pairs.len, sizeof *pairs.at, by_later);
    add_twins(corpus, arena, &pairs, out);
    vec_free(&pairs);
    free(held);
    free(s.sketches);
}
