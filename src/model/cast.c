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

void cast_stops(const struct cast *cast, const struct corpus *corpus, uint32_t actor,
                const struct counting *counting, struct arena *arena, struct mention_list *out)
{
    for (size_t i = 0; i < corpus->len; i++) {
        uint32_t article = corpus->by_date[i];
        for (uint32_t m = cast->first[article]; m < cast->first[article + 1]; m++) {
            if (mention_is_of(cast, &cast->at[m], actor) &&
                mention_is_stop(cast, &cast->at[m], counting))
                *vec_add(arena, out) = m;
        }
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

struct tally *cast_tally(const struct cast *cast, const struct corpus *corpus,
                         const struct tags *tags, const struct counting *counting,
                         struct arena *arena)
{
    struct tally *tallies = arena_many(arena, struct tally, tags->len);
    uint32_t *last = arena_many(arena, uint32_t, tags->len); /* the article + 1 counted last */
    for (size_t i = 0; i < tags->len; i++)
        tallies[i].first = tallies[i].last = DAY_NONE;
    for (size_t i = 0; i < cast->len; i++) {
        const struct mention *mention = &cast->at[i];
        if (!mention_is_stop(cast, mention, counting))
            continue;
        day date = article_day(corpus_article(corpus, mention->article));
        size_t whose = mention->candidate_count ? mention->candidate_count : 1;
        for (size_t c = 0; c < whose; c++) {
            uint32_t actor = mention->candidate_count ? cast->candidates.at[mention->candidates + c]
                                                      : mention->actor;
            count(&tallies[actor], date, last[actor] != mention->article + 1);
            last[actor] = mention->article + 1;
        }
    }
    return tallies;
}

size_t cast_in_article(const struct cast *cast, uint32_t article, const struct counting *counting)
{
    size_t stops = 0;
    for (uint32_t m = cast->first[article]; m < cast->first[article + 1]; m++)
        stops += mention_is_stop(cast, &cast->at[m], counting);
    return stops;
}

uint32_t cast_at(const struct cast *cast, uint32_t article, uint32_t at)
{
    /* sorted by start, longest first: the last one that holds AT is the innermost */
    uint32_t low = cast->first[article], high = cast->first[article + 1];
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
