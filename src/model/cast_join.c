/* SPDX-License-Identifier: ISC */
/* Mentions lie in a log, which only grows: a generation that goes on from another adds what is new
 * of it, and says for each article where its mentions are. So one article that changed costs its
 * own mentions, and not the copy of millions. When most of a log is of generations that are gone,
 * or it is full, what is left goes into a new one. */
#include "matching.h"

#include "dossier/base/memory.h"
#include "dossier/base/region.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define SPARE \
    65536 /* mentions, and candidates, that a new log has room for besides twice its own */

/* Only one generation at a time goes on from another, but one that was given up may have added to
 * the log too: room is taken by atomic sums. */
enum logged { LOGGED_MENTIONS, LOGGED_CANDIDATES, LOGGED_HITS, LOGGED_KINDS };

/* How many of each kind. */
struct amounts {
    size_t of[LOGGED_KINDS];
};

static const size_t sizes[LOGGED_KINDS] = {sizeof(struct mention), sizeof(uint32_t),
                                           sizeof(struct hit)};

struct cast_log {
    atomic_uint holders;
    struct region regions[LOGGED_KINDS];
    atomic_size_t used[LOGGED_KINDS];
    size_t most[LOGGED_KINDS];
};

static struct cast_log *new_log(const struct amounts *amounts)
{
    struct cast_log *log = memory_get(sizeof *log);
    atomic_store(&log->holders, 1);
    for (size_t i = 0; i < LOGGED_KINDS; i++) {
        log->most[i] = amounts->of[i] * 2 + SPARE;
        region_open(&log->regions[i], log->most[i] * sizes[i]);
        region_room(&log->regions[i],
                    amounts->of[i] * sizes[i]); /* in large pages, if it is much */
    }
    return log;
}

void cast_close(struct cast *cast)
{
    struct cast_log *log = cast->log;
    if (log && atomic_fetch_sub(&log->holders, 1) == 1) {
        for (size_t i = 0; i < LOGGED_KINDS; i++)
            region_close(&log->regions[i]);
        free(log);
    }
    *cast = (struct cast){.log = NULL};
}

/* A generation in the making. */
struct joining {
    struct cast *out;
    struct mention *mentions;
    uint32_t *candidates;
    struct hit *hits;
    struct amounts at; /* where the next ones go */
};

/* Room for so much more. */
static bool take_room(struct joining *j, struct cast_log *log, const struct amounts *amounts)
{
    bool ok = true;
    for (size_t i = 0; i < LOGGED_KINDS; i++) {
        j->at.of[i] = atomic_fetch_add(&log->used[i], amounts->of[i]);
        ok = ok && j->at.of[i] + amounts->of[i] <= log->most[i];
    }
    j->out->log = log;
    j->mentions = (struct mention *)log->regions[LOGGED_MENTIONS].at;
    j->candidates = (uint32_t *)log->regions[LOGGED_CANDIDATES].at;
    j->hits = (struct hit *)log->regions[LOGGED_HITS].at;
    return ok;
}

static void add(struct joining *j, struct mention mention, uint32_t moved)
{
    if (mention.within != MENTION_NONE)
        mention.within += moved;
    if (mention.beside != MENTION_NONE)
        mention.beside += moved;
    j->mentions[j->at.of[LOGGED_MENTIONS]++] = mention;
}

static struct mention_range move(struct mention_range its, uint32_t mentions, uint32_t hits)
{
    return (struct mention_range){its.first + mentions, its.end + mentions, its.hits + hits,
                                  its.hits_end + hits};
}

static void put_all(void *to, const void *from, size_t count, size_t size)
{
    if (count)
        memcpy(to, from, count * size);
}

/* What was found of COUNT articles: of those that are numbered from FIRST on, or, where that is not
 * NULL, of NUMBERS. */
static void add_found(struct joining *j, uint32_t first, const uint32_t *numbers, size_t count,
                      struct found *found)
{
    uint32_t mentions = (uint32_t)j->at.of[LOGGED_MENTIONS];
    uint32_t hits = (uint32_t)j->at.of[LOGGED_HITS];
    size_t *candidates = &j->at.of[LOGGED_CANDIDATES];
    for (size_t i = 0; i < count; i++)
        j->out->of[numbers ? numbers[i] : first + i] = move(found->of[i], mentions, hits);
    for (size_t i = 0; i < found->len; i++) {
        found->at[i].candidates += (uint32_t)*candidates;
        add(j, found->at[i], mentions);
    }
    put_all(j->candidates + *candidates, found->candidates.at, found->candidates.len,
            sizeof *j->candidates);
    put_all(j->hits + hits, found->weighed.at, found->weighed.len, sizeof *j->hits);
    *candidates += found->candidates.len;
    j->at.of[LOGGED_HITS] += found->weighed.len;
    j->out->len += found->len;
    free(found->of);
    free(found->at);
    free(found->candidates.at);
    vec_free(&found->weighed);
}

/* Copies what an article has, as it had it BEFORE, from that log. */
static void copy(struct joining *j, const struct cast *before, uint32_t number)
{
    struct mention_range its = j->out->of[number];
    uint32_t mentions = (uint32_t)j->at.of[LOGGED_MENTIONS];
    uint32_t hits = (uint32_t)j->at.of[LOGGED_HITS];
    for (uint32_t m = its.first; m < its.end; m++) {
        struct mention mention = before->at[m];
        const uint32_t *candidates = before->candidates.at + mention.candidates;
        mention.candidates = (uint32_t)j->at.of[LOGGED_CANDIDATES];
        for (uint32_t c = 0; c < mention.candidate_count; c++)
            j->candidates[j->at.of[LOGGED_CANDIDATES]++] = candidates[c];
        add(j, mention, mentions - its.first);
    }
    put_all(j->hits + hits, before->hits + its.hits, its.hits_end - its.hits, sizeof *j->hits);
    j->at.of[LOGGED_HITS] += its.hits_end - its.hits;
    j->out->of[number] = move(its, mentions - its.first, hits - its.hits);
}

/* What the articles numbered below NUMBERS had BEFORE, if they are still there. */
static void keep(struct cast *out, const struct corpus *corpus, const struct cast *before,
                 uint32_t numbers)
{
    memcpy(out->of, before->of, numbers * sizeof *out->of);
    out->len = before->len;
    for (uint32_t i = 0; i < numbers && i < corpus->gone_numbers; i++) {
        if (!corpus_is_gone(corpus, i))
            continue;
        out->len -= out->of[i].end - out->of[i].first;
        out->of[i] = (struct mention_range){0, 0, 0, 0};
    }
}

static void count_found(const struct found *found, struct amounts *amounts)
{
    amounts->of[LOGGED_MENTIONS] += found->len;
    amounts->of[LOGGED_CANDIDATES] += found->candidates.len;
    amounts->of[LOGGED_HITS] += found->weighed.len;
}

/* Room for MORE, in the log of BEFORE, or in a new one to which what was kept of NUMBERS articles
 * is copied. */
static void make_room(struct joining *j, const struct cast *before, uint32_t numbers,
                      const struct amounts *more)
{
    struct cast_log *old = before ? before->log : NULL;
    struct amounts all = *more;
    if (old && take_room(j, old, more)) {
        atomic_fetch_add(&old->holders, 1);
        return;
    }
    for (size_t i = 0; old && i < LOGGED_KINDS; i++)
        all.of[i] += i == LOGGED_MENTIONS ? j->out->len : atomic_load(&old->used[i]);
    take_room(j, new_log(&all), &all);
    for (uint32_t i = 0; i < numbers; i++)
        copy(j, before, i);
}

static void finish(struct joining *j)
{
    j->out->at = j->mentions;
    j->out->candidates.at = j->candidates;
    j->out->hits = j->hits;
    j->out->end = (uint32_t)j->at.of[LOGGED_MENTIONS];
}

void cast_join(struct arena *arena, const struct corpus *corpus, const struct cast *before,
               size_t kept, struct found *parts, struct cast *out)
{
    struct joining j = {.out = out};
    struct amounts more = {{0}};
    uint32_t numbers = !before                     ? 0
                       : kept < corpus->part_count ? corpus->parts[kept].first
                                                   : corpus->numbers;
    *out = (struct cast){.of = arena_many(arena, struct mention_range, corpus->numbers)};
    if (before)
        keep(out, corpus, before, numbers);
    for (size_t i = kept; i < corpus->part_count; i++)
        count_found(&parts[i], &more);
    make_room(&j, before, numbers, &more);
    for (size_t i = kept; i < corpus->part_count; i++)
        add_found(&j, corpus->parts[i].first, NULL, segment_count(corpus->parts[i].segment),
                  &parts[i]);
    finish(&j);
}

void cast_join_some(struct arena *arena, const struct corpus *corpus, const struct cast *before,
                    const struct article_numbers *changed, struct found *found, struct cast *out)
{
    struct joining j = {.out = out};
    struct amounts more = {{0}};
    *out = (struct cast){.of = arena_many(arena, struct mention_range, corpus->numbers)};
    keep(out, corpus, before, corpus->numbers);
    for (size_t i = 0; i < changed->len; i++) {
        struct mention_range *its = &out->of[changed->at[i]];
        out->len -= its->end - its->first;
        *its = (struct mention_range){0, 0, 0, 0};
    }
    count_found(found, &more);
    make_room(&j, before, corpus->numbers, &more);
    add_found(&j, 0, changed->at, changed->len, found);
    finish(&j);
}
