/* SPDX-License-Identifier: ISC */
#include "timeline_move.h"

#include "dossier/base/memory.h"
#include "dossier/model/stretch.h"
#include "say.h"
#include "timeline_fill.h"

/* The first and last day that something lies on; of the articles alone, and of all. */
struct extent {
    day first, last; /* FIRST above LAST: nothing is dated */
};

static struct extent extent_of_articles(const struct corpus *corpus)
{
    size_t dated = corpus_since(corpus, CORPUS_UNDATED);
    if (!dated)
        return (struct extent){CORPUS_UNDATED, DAY_NONE};
    return (struct extent){corpus_day(corpus, corpus->by_date[0]),
                           corpus_day(corpus, corpus->by_date[dated - 1])};
}

static struct extent extent_of_all(const struct state *state)
{
    const struct timeline *timeline = &state->timeline;
    struct extent all = extent_of_articles(&state->library->corpus);
    if (timeline->said.len) {
        all.first = timeline->from < all.first ? timeline->from : all.first;
        all.last = timeline->to > all.last ? timeline->to : all.last;
    }
    return all;
}

static void go_to(struct state *state, long stretch)
{
    struct timeline *timeline = &state->timeline;
    if (stretch == timeline->stretch)
        return;
    timeline->stretch = stretch;
    timeline_turn(timeline);
    state->stale |= STALE_TIMELINE;
}

void timeline_go(struct state *state, day d)
{
    go_to(state, stretch_at(state->timeline.kind, d));
}

/* ---- opening ---- */

/* The shortest stretches of which there are not too many to see them all. */
static enum time_precision kind_for(const struct extent *extent)
{
    static const struct {
        enum time_precision kind;
        long most;
    } kinds[] = {{TIME_PRECISE_DAY, 40}, {TIME_PRECISE_WEEK, 40}, {TIME_PRECISE_MONTH, 80}};
    for (size_t i = 0; i < COUNT(kinds); i++)
        if (stretch_at(kinds[i].kind, extent->last) - stretch_at(kinds[i].kind, extent->first) <
            kinds[i].most)
            return kinds[i].kind;
    return TIME_PRECISE_YEAR;
}

static day day_read(const struct state *state)
{
    return state->cursor.article == ARTICLE_NONE
               ? DAY_NONE
               : corpus_day(&state->library->corpus, state->cursor.article);
}

static void begin(struct state *state)
{
    struct timeline *timeline = &state->timeline;
    const struct corpus *corpus = &state->library->corpus;
    struct extent extent = extent_of_articles(corpus);
    day here = day_read(state);
    bool dated = extent.first <= extent.last;
    timeline->kind = dated ? kind_for(&extent) : TIME_PRECISE_MONTH;
    if (here == DAY_NONE)
        here = dated ? extent.last : (day)(state->now / 86400);
    timeline->stretch = timeline->left = stretch_at(timeline->kind, here);
    timeline->first = corpus_since(corpus, here);
    if (timeline->first == corpus->len)
        timeline->first = 0;
    timeline->begun = true;
    timeline_turn(timeline);
    timeline->row = (struct time_spot){state->cursor.article, TIME_OWN};
}

void timeline_open(struct state *state)
{
    struct timeline *timeline = &state->timeline;
    uint32_t here = state->cursor.article;
    bool elsewhere = here != timeline->asked_from && here != timeline_spot(state).article;
    if (!timeline->begun) {
        begin(state);
    } else if ((elsewhere || state->view == VIEW_TIMELINE) && day_read(state) != DAY_NONE) {
        timeline_go(state, day_read(state));
        timeline->row = (struct time_spot){here, TIME_OWN};
    }
    timeline->asked_from = here;
    state->stale |= STALE_TIMELINE;
}

/* ---- along ---- */

/* STRETCH, or the nearest that something lies in. */
static long within(const struct state *state, long stretch)
{
    const struct timeline *timeline = &state->timeline;
    struct extent all = extent_of_all(state);
    if (all.first > all.last)
        return timeline->stretch;
    long first = stretch_at(timeline->kind, all.first), last = stretch_at(timeline->kind, all.last);
    return stretch < first ? first : stretch > last ? last : stretch;
}

void timeline_step(struct state *state, long by)
{
    go_to(state, within(state, state->timeline.stretch + by));
}

/* The nearest day before BEGIN, or from BEGIN on, on which an article is dated or a time begins
 * that is no wider than a stretch; DAY_NONE. */
static day next_filled(const struct state *state, day begin, bool back)
{
    const struct timeline *timeline = &state->timeline;
    const struct corpus *corpus = &state->library->corpus;
    size_t rank = corpus_since(corpus, begin), dated = corpus_since(corpus, CORPUS_UNDATED);
    bool found = back ? rank > 0 : rank < dated;
    day best = found ? corpus_day(corpus, corpus->by_date[back ? rank - 1 : rank]) : DAY_NONE;
    for (size_t i = 0; i < timeline->said.len; i++) {
        const struct time_place *place = &timeline->said.at[i];
        if (place->precision <= (uint8_t)timeline->kind &&
            (back ? place->from < begin : place->from >= begin) &&
            (best == DAY_NONE || (back ? place->from > best : place->from < best)))
            best = place->from;
    }
    return best;
}

void timeline_leap(struct state *state, long by)
{
    long stretch = state->timeline.stretch;
    for (long left = by < 0 ? -by : by; left > 0; left--) {
        enum time_precision kind = state->timeline.kind;
        day next = next_filled(state, stretch_begin(kind, stretch + (by > 0)), by < 0);
        if (next == DAY_NONE)
            break;
        stretch = stretch_at(kind, next);
    }
    if (stretch == state->timeline.stretch)
        say_wrong(state, "nothing lies %s this%s", by < 0 ? "before" : "after",
                  timeline_reads(state) ? ", as far as the texts are read" : "");
    go_to(state, stretch);
}

void timeline_end(struct state *state, bool last)
{
    struct timeline *timeline = &state->timeline;
    struct extent articles = extent_of_articles(&state->library->corpus);
    struct extent all = extent_of_all(state);
    if (all.first > all.last)
        return;
    bool dated = articles.first <= articles.last;
    long end = stretch_at(timeline->kind, last ? all.last : all.first);
    long near = dated ? stretch_at(timeline->kind, last ? articles.last : articles.first) : end;
    bool beyond = last ? timeline->stretch >= near : timeline->stretch <= near;
    if (!beyond && near != end)
        say(state, "the %s article; once more: the %s time that a text speaks of",
            last ? "last" : "first", last ? "last" : "first");
    go_to(state, beyond ? end : near);
}

void timeline_grow(struct state *state, int by)
{
    struct timeline *timeline = &state->timeline;
    int kind = (int)timeline->kind + by;
    struct time_spot row = timeline_spot(state);
    struct time_row here;
    bool has_row = timeline_row_here(state, &here) && here.said.from != DAY_NONE;
    day first = stretch_begin(timeline->kind, timeline->stretch);
    day last = stretch_end(timeline->kind, timeline->stretch);
    if (kind < TIME_PRECISE_DAY || kind > TIME_PRECISE_YEAR) {
        say_wrong(state, "a stretch is a day, a week, a month or a year");
        return;
    }
    /* into the shorter stretch with what the cursor is on, where that lies in the longer one */
    day to = has_row && here.said.from >= first && here.said.from <= last ? here.said.from : first;
    timeline->kind = (enum time_precision)kind;
    timeline->stretch = stretch_at(timeline->kind, to);
    timeline_turn(timeline);
    timeline->row = row;
    state->stale |= STALE_TIMELINE;
    say(state, "a bar is a %s", time_precision_name(timeline->kind));
}
