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
struct cast_log {
    atomic_uint holders;
    struct region mentions, candidates;
    atomic_size_t mention_count, candidate_count;
    size_t most_mentions, most_candidates;
};

static struct cast_log *new_log(size_t mentions, size_t candidates)
{
    struct cast_log *log = memory_get(sizeof *log);
    atomic_store(&log->holders, 1);
    log->most_mentions = mentions * 2 + SPARE;
    log->most_candidates = candidates * 2 + SPARE;
    region_open(&log->mentions, log->most_mentions * sizeof(struct mention));
    region_open(&log->candidates, log->most_candidates * sizeof(uint32_t));
    region_room(&log->mentions,
                mentions * sizeof(struct mention)); /* in large pages, if it is large */
    return log;
}

void cast_close(struct cast *cast)
{
    struct cast_log *log = cast->log;
    if (log && atomic_fetch_sub(&log->holders, 1) == 1) {
        region_close(&log->mentions);
        region_close(&log->candidates);
        free(log);
    }
    *cast = (struct cast){.log = NULL};
}

/* A generation in the making. */
struct joining {
    const struct corpus *corpus;
    struct cast_log *log;
    struct mention *mentions;
    uint32_t *candidates;
    size_t mention, candidate; /* where the next ones go */
    struct cast *out;
};

/* Room for so many mentions and candidates more. */
static bool take_room(struct joining *j, struct cast_log *log, size_t mentions, size_t candidates)
{
    j->log = log;
    j->mention = atomic_fetch_add(&log->mention_count, mentions);
    j->candidate = atomic_fetch_add(&log->candidate_count, candidates);
    if (j->mention + mentions > log->most_mentions ||
        j->candidate + candidates > log->most_candidates)
        return false;
    j->mentions = (struct mention *)log->mentions.at;
    j->candidates = (uint32_t *)log->candidates.at;
    return true;
}

static void add(struct joining *j, struct mention mention, uint32_t moved, uint32_t candidates)
{
    if (mention.within != MENTION_NONE)
        mention.within += moved;
    if (mention.beside != MENTION_NONE)
        mention.beside += moved;
    mention.candidates += candidates;
    j->mentions[j->mention++] = mention;
}

/* The mentions of a part that was looked at. */
static void add_found(struct joining *j, const struct corpus_part *part, struct found *found)
{
    uint32_t base = (uint32_t)j->mention, candidates = (uint32_t)j->candidate;
    for (uint32_t i = 0; i < segment_count(part->segment); i++)
        j->out->of[part->first + i] =
            (struct mention_range){base + found->first[i], base + found->first[i + 1]};
    for (size_t i = 0; i < found->len; i++)
        add(j, found->at[i], base, candidates);
    if (found->candidates.len)
        memcpy(j->candidates + j->candidate, found->candidates.at,
               found->candidates.len * sizeof *j->candidates);
    j->candidate += found->candidates.len;
    j->out->len += found->len;
    free(found->first);
    free(found->at);
    free(found->candidates.at);
}

/* Copies the mentions that an article has, as it had them BEFORE, from that log. */
static void copy(struct joining *j, const struct cast *before, uint32_t number)
{
    struct mention_range its = j->out->of[number];
    uint32_t base = (uint32_t)j->mention;
    for (uint32_t m = its.first; m < its.end; m++) {
        struct mention mention = before->at[m];
        const uint32_t *candidates = before->candidates.at + mention.candidates;
        mention.candidates = (uint32_t)j->candidate;
        for (uint32_t c = 0; c < mention.candidate_count; c++)
            j->candidates[j->candidate++] = candidates[c];
        add(j, mention, base - its.first, 0);
    }
    j->out->of[number] = (struct mention_range){base, (uint32_t)j->mention};
}

/* What the articles of the first parts had BEFORE, if they are still there, and how much it is. */
static void count_kept(struct joining *j, const struct cast *before, uint32_t numbers,
                       size_t *candidates)
{
    struct cast *out = j->out;
    memcpy(out->of, before->of, numbers * sizeof *out->of);
    out->len = before->len;
    for (uint32_t i = 0; i < numbers && i < j->corpus->gone_numbers; i++) {
        if (!corpus_is_gone(j->corpus, i))
            continue;
        out->len -= out->of[i].end - out->of[i].first;
        out->of[i] = (struct mention_range){0, 0};
    }
    *candidates = atomic_load(&before->log->candidate_count);
}

static uint32_t numbers_of(const struct corpus *corpus, size_t parts)
{
    return parts < corpus->part_count ? corpus->parts[parts].first : corpus->numbers;
}

void cast_join(struct arena *arena, const struct corpus *corpus, const struct cast *before,
               size_t kept, struct found *parts, struct cast *out)
{
    struct joining j = {.corpus = corpus, .out = out};
    size_t mentions = 0, candidates = 0, kept_candidates = 0;
    uint32_t numbers = before ? numbers_of(corpus, kept) : 0;
    *out = (struct cast){.of = arena_many(arena, struct mention_range, corpus->numbers)};
    if (before)
        count_kept(&j, before, numbers, &kept_candidates);
    for (size_t i = kept; i < corpus->part_count; i++) {
        mentions += parts[i].len;
        candidates += parts[i].candidates.len;
    }
    bool shares = before && before->log && take_room(&j, before->log, mentions, candidates);
    if (shares) {
        atomic_fetch_add(&before->log->holders, 1);
    } else {
        take_room(&j, new_log(out->len + mentions, kept_candidates + candidates),
                  out->len + mentions, kept_candidates + candidates);
        for (uint32_t i = 0; i < numbers; i++)
            copy(&j, before, i);
    }
    for (size_t i = kept; i < corpus->part_count; i++)
        add_found(&j, &corpus->parts[i], &parts[i]);
    out->log = j.log;
    out->at = j.mentions;
    out->candidates.at = j.candidates;
    out->end = (uint32_t)j.mention;
}
