/* SPDX-License-Identifier: ISC */
/* When it was said, which is not when it was published. A time beside the verb of saying is its own
 * ("said on Tuesday", "said in congressional testimony in May"); one in what was said, behind a
 * "who" or "that", or ahead of the article's day is not. */
#include "quotes_parts.h"

#define FAR 60 /* bytes between the verb and the time */

/* Bytes between two spans, or SIZE_MAX where they are one in the other. */
static size_t gap_of(struct span a, struct span b, struct span *gap)
{
    if (a.end <= b.start)
        *gap = (struct span){a.end, b.start};
    else if (b.end <= a.start)
        *gap = (struct span){b.end, a.start};
    else
        return SIZE_MAX;
    return gap->end - gap->start;
}

/* What stands in GAP begins a clause of its own. */
static bool leads_away(const struct reader *r, struct span gap)
{
    const uint64_t leads = LEXICON(WHO) | LEXICON(THAT) | LEXICON(WHILE);
    struct str text = span_of(r->text, gap);
    struct buf key = {0};
    struct span word;
    bool away = false;
    for (size_t at = 0; !away && words_next(text, &at, &word, &key);)
        away = lexicon_of(r->lexicon, buf_view(&key)) & leads;
    buf_free(&key);
    return away;
}

static bool stands_in(struct span inner, struct span outer)
{
    return outer.start <= inner.start && inner.end <= outer.end;
}

/* How far TIME is from the verb of saying; SIZE_MAX where it does not tell when that was. */
static size_t distance(const struct reader *r, const struct time_said *time,
                       const struct quotation *quotation, day published)
{
    struct span gap;
    size_t far = gap_of(quotation->cue, time->span, &gap);
    bool ahead = time->direction > 0 || (published != DAY_NONE && time->from > published);
    if (ahead || stands_in(time->span, quotation->span) || far > FAR || leads_away(r, gap))
        return SIZE_MAX;
    return far;
}

void when_find(const struct reader *r, struct span sentence, struct quotation *out)
{
    struct times times = {0};
    day published = article_day(r->article);
    size_t nearest = SIZE_MAX;
    if (!quotation_has(out->cue))
        return;
    times_in(&r->times, sentence, published, r->scratch, &times);
    for (size_t i = 0; i < times.len; i++) {
        const struct time_said *time = &times.at[i];
        size_t far = distance(r, time, out, published);
        if (far >= nearest)
            continue;
        nearest = far;
        out->said_from = time->from;
        out->said_to = time->to;
        out->said_basis = time->basis;
        out->said_why = time->span;
    }
}
