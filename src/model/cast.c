/* SPDX-License-Identifier: ISC */
/* Questions to the mentions once they are found. */
#include "dossier/base/memory.h"
#include "dossier/model/mentions.h"

bool mention_counts(const struct mention *mention)
{
    return mention->in_body && !mention->in_name;
}

bool mention_is_of(const struct cast *cast, const struct mention *mention, uint32_t actor)
{
    if (mention->actor == actor)
        return true;
    for (size_t i = 0; i < mention->candidate_count; i++) {
        if (cast->candidates.at[mention->candidates + i] == actor)
            return true;
    }
    return false;
}

bool mention_is_stop(const struct cast *cast, const struct mention *mention,
                     const struct counting *counting)
{
    const bool wanted[] = {[FORM_NAME] = counting->names,
                           [FORM_DEMONYM] = counting->demonyms,
                           [FORM_ROLE] = counting->roles};
    if (mention->in_name || !(mention->in_body || counting->outside) || !wanted[mention->kind])
        return false;
    if (mention->beside == MENTION_NONE)
        return mention->actor != ACTOR_NONE || mention->candidate_count;
    return !mention_is_stop(cast, &cast->at[mention->beside], counting);
}

void cast_stops_in(const struct cast *cast, uint32_t article, uint32_t actor,
                   const struct counting *counting, struct arena *arena, struct mention_list *out)
{
    for (uint32_t m = cast->of[article].first; m < cast->of[article].end; m++) {
        if (mention_is_of(cast, &cast->at[m], actor) &&
            mention_is_stop(cast, &cast->at[m], counting))
            *vec_add(arena, out) = m;
    }
}

static void count(struct tally *tally, day date, bool new_article)
{
    tally->mentions++;
    tally->articles += new_article;
    if (date == DAY_NONE)
        return;
    if (tally->first == DAY_NONE || date < tally->first)
        tally->first = date;
    if (tally->last == DAY_NONE || date > tally->last)
        tally->last = date;
}

struct tallying {
    const struct cast *cast;
    const struct corpus *corpus;
    const struct counting *counting;
    struct tally *tallies; /* for each actor */
    uint32_t *last;        /* the article + 1 that was counted last */
};

static void tally_article(const struct tallying *t, uint32_t article)
{
    const struct cast *cast = t->cast;
    for (uint32_t m = cast->of[article].first; m < cast->of[article].end; m++) {
        const struct mention *mention = &cast->at[m];
        size_t whose = mention->candidate_count ? mention->candidate_count : 1;
        if (!mention_is_stop(cast, mention, t->counting))
            continue;
        for (size_t c = 0; c < whose; c++) {
            uint32_t actor = mention->candidate_count ? cast->candidates.at[mention->candidates + c]
                                                      : mention->actor;
            count(&t->tallies[actor], corpus_day(t->corpus, article),
                  t->last[actor] != article + 1);
            t->last[actor] = article + 1;
        }
    }
}

struct tally *cast_tally(const struct cast *cast, const struct corpus *corpus,
                         const struct tags *tags, const struct counting *counting,
                         struct arena *arena)
{
    struct tallying t = {cast, corpus, counting, arena_many(arena, struct tally, tags->len),
                         arena_many(arena, uint32_t, tags->len)};
    for (size_t i = 0; i < tags->len; i++)
        t.tallies[i].first = t.tallies[i].last = DAY_NONE;
    for (size_t i = 0; i < corpus->len; i++)
        tally_article(&t, corpus->by_path[i]);
    return t.tallies;
}

size_t cast_in_article(const struct cast *cast, uint32_t article, const struct counting *counting)
{
    size_t stops = 0;
    for (uint32_t m = cast->of[article].first; m < cast->of[article].end; m++)
        stops += mention_is_stop(cast, &cast->at[m], counting);
    return stops;
}

uint32_t cast_at(const struct cast *cast, uint32_t article, uint32_t at)
{
    /* sorted by start, longest first: the last one that holds AT is the innermost */
    uint32_t low = cast->of[article].first, high = cast->of[article].end;
    uint32_t begin = low;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (cast->at[middle].span.start <= at)
            low = middle + 1;
        else
            high = middle;
    }
    for (uint32_t m = low; m > begin; m--) {
        if (span_holds(cast->at[m - 1].span, at))
            return m - 1;
        if (cast->at[m - 1].within == MENTION_NONE && cast->at[m - 1].span.end <= at)
            break;
    }
    return MENTION_NONE;
}
