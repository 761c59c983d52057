/* SPDX-License-Identifier: ISC */
/* What texts speak of is held in the order in which it was read: one pass over it finds what lies
 * in a stretch, in some milliseconds even of millions; only what is found is put in order. */
#include "timeline_fill.h"

#include "dossier/base/memory.h"
#include "dossier/model/stretch.h"
#include "dossier/reading/times.h"
#include "filter.h"

#define STEP 256 /* rows that are tried at a time: their texts are read */

bool timeline_shows(const struct state *state)
{
    return (state->view == VIEW_INFO ? state->under : state->view) == VIEW_TIMELINE;
}

struct sort_key {
    int group; /* ranges of articles, then what is no wider than a stretch, then the rest */
    day width, from, to;
    uint32_t number;
};

static int compare(const void *a, const void *b)
{
    const struct sort_key *x = a, *y = b;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    if (x->width != y->width)
        return x->width < y->width ? -1 : 1;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    if (x->to != y->to)
        return x->to < y->to ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

static void sort(struct timeline *timeline)
{
    size_t len = timeline->there.len;
    struct sort_key *keys = memory_get((len + 1) * sizeof *keys);
    for (size_t i = 0; i < len; i++) {
        uint32_t number = timeline->there.at[i];
        const struct time_place *place = &timeline->said.at[number];
        bool own = place->basis == TIME_PUBLICATION;
        bool wide = place->precision > (uint8_t)timeline->kind;
        keys[i] = (struct sort_key){.group = own ? 0 : 1 + wide,
                                    .width = !own && wide ? place->to - place->from : 0,
                                    .from = place->from,
                                    .to = place->to,
                                    .number = number};
    }
    if (len)
        qsort(keys, len, sizeof *keys, compare);
    for (size_t i = 0; i < len; i++)
        timeline->there.at[i] = keys[i].number;
    free(keys);
}

/* Looks at what was read since the last time; true where some of it lies there. */
static bool look(struct timeline *timeline, const struct corpus *corpus)
{
    day begin = stretch_begin(timeline->kind, timeline->stretch);
    day end = stretch_end(timeline->kind, timeline->stretch);
    size_t before = timeline->there.len;
    for (; timeline->looked_at < timeline->said.len; timeline->looked_at++) {
        const struct time_place *place = &timeline->said.at[timeline->looked_at];
        if (place->to < begin || place->from > end)
            continue;
        /* a range that begins here stands among the articles already */
        size_t rank = corpus->rank[place->article];
        if (place->basis == TIME_PUBLICATION && rank >= timeline->article &&
            rank < timeline->article_end)
            continue;
        if (timeline->there.len == TIMELINE_SHOWN)
            timeline->there_cut = true;
        else
            *vec_add(NULL, &timeline->there) = (uint32_t)timeline->looked_at;
    }
    return timeline->there.len > before;
}

static size_t article_count(const struct timeline *timeline)
{
    return timeline->article_end - timeline->article;
}

static struct time_row row_of(const struct state *state, size_t base)
{
    const struct timeline *timeline = &state->timeline;
    const struct corpus *corpus = &state->library->corpus;
    struct time_row row;
    if (base < article_count(timeline)) {
        row.article = corpus->by_date[timeline->article + base];
        times_own(corpus_article(corpus, row.article), &row.said);
        return row;
    }
    const struct time_place *place =
        &timeline->said.at[timeline->there.at[base - article_count(timeline)]];
    row.article = place->article;
    row.said = (struct time_said){.span = place->span,
                                  .from = place->from,
                                  .to = place->to,
                                  .precision = (enum time_precision)place->precision,
                                  .basis = (enum time_basis)place->basis,
                                  .direction = place->direction,
                                  .from_text = place->from_text,
                                  .confidence = (float)place->confidence / 100};
    return row;
}

struct time_row timeline_row(const struct state *state, size_t row)
{
    return row_of(state, sift_at(&state->timeline.sift, row));
}

bool timeline_passes(struct filter *filter, const struct corpus *corpus, const struct time_row *row)
{
    const struct article *article = corpus_article(corpus, row->article);
    bool own = row->said.basis == TIME_PUBLICATION;
    filter_row(filter);
    filter_add(filter, own ? corpus_title(corpus, row->article)
                           : span_of(article->text, times_sentence(article, row->said.span)));
    filter_add(filter, article->label);
    filter_add(filter, article->facts.source);
    return filter_passes(filter);
}

struct trying {
    struct filter filter;
    const struct state *state;
};

static bool passes(void *context, uint32_t base)
{
    struct trying *trying = context;
    struct time_row row = row_of(trying->state, base);
    return timeline_passes(&trying->filter, &trying->state->library->corpus, &row);
}

void timeline_fill_more(struct state *state)
{
    struct trying trying = {.state = state};
    filter_begin(&trying.filter, buf_view(&state->filter[VIEW_TIMELINE]));
    sift_run(&state->timeline.sift, STEP, passes, &trying);
    filter_end(&trying.filter);
    list_resize(&state->timeline.list, state->timeline.sift.len);
}

struct time_spot timeline_spot(const struct state *state)
{
    const struct timeline *timeline = &state->timeline;
    if (timeline->list.cursor >= timeline->sift.len)
        return (struct time_spot){ARTICLE_NONE, 0};
    size_t base = sift_at(&timeline->sift, timeline->list.cursor);
    if (base < article_count(timeline))
        return (struct time_spot){state->library->corpus.by_date[timeline->article + base],
                                  TIME_OWN};
    const struct time_place *place =
        &timeline->said.at[timeline->there.at[base - article_count(timeline)]];
    bool own = place->basis == TIME_PUBLICATION;
    return (struct time_spot){place->article, own ? TIME_OWN : place->span.start};
}

bool timeline_find(const struct state *state, struct time_spot spot, size_t *row)
{
    const struct timeline *timeline = &state->timeline;
    const struct corpus *corpus = &state->library->corpus;
    size_t rank = spot.article < corpus->numbers ? corpus->rank[spot.article] : corpus->len;
    bool found =
        spot.start == TIME_OWN && rank >= timeline->article && rank < timeline->article_end;
    size_t base = found ? rank - timeline->article : 0;
    for (size_t i = 0; i < timeline->there.len && !found; i++) {
        const struct time_place *place = &timeline->said.at[timeline->there.at[i]];
        uint32_t start = place->basis == TIME_PUBLICATION ? TIME_OWN : place->span.start;
        found = place->article == spot.article && start == spot.start;
        base = article_count(timeline) + i;
    }
    *row = found ? sift_find(&timeline->sift, base) : timeline->sift.len;
    return *row < timeline->sift.len;
}

/* The articles of the stretch, and none of the times yet. */
static void begin(struct timeline *timeline, const struct corpus *corpus)
{
    timeline->article = corpus_since(corpus, stretch_begin(timeline->kind, timeline->stretch));
    timeline->article_end =
        corpus_since(corpus, stretch_begin(timeline->kind, timeline->stretch + 1));
    timeline->there.len = timeline->looked_at = 0;
    timeline->there_cut = false;
}

void timeline_fill(struct state *state)
{
    struct timeline *timeline = &state->timeline;
    struct filter filter;
    struct time_spot spot = timeline_spot(state);
    bool fresh = !timeline->looked_at;
    if (!timeline->begun)
        return;
    if (fresh)
        begin(timeline, &state->library->corpus);
    bool more = look(timeline, &state->library->corpus);
    if (more)
        sort(timeline);
    if (more || fresh)
        sift_forget(&timeline->sift);
    filter_begin(&filter, buf_view(&state->filter[VIEW_TIMELINE]));
    sift_begin(&timeline->sift, buf_view(&filter.wish),
               article_count(timeline) + timeline->there.len);
    filter_end(&filter);
    timeline_fill_more(state);
    size_t row;
    if (timeline->row.article != ARTICLE_NONE)
        spot = timeline->row;
    if (timeline_find(state, spot, &row)) {
        list_go(&timeline->list, row);
        timeline->row.article = ARTICLE_NONE;
    }
}

void timeline_turn(struct timeline *timeline)
{
    timeline->there.len = timeline->looked_at = 0;
    timeline->article = timeline->article_end = 0;
    timeline->there_cut = false;
    timeline->list = (struct list){.sideways = 0};
    timeline->row.article = ARTICLE_NONE;
    sift_forget(&timeline->sift);
}

void timeline_forget(struct timeline *timeline)
{
    struct time_spot row = timeline->row;
    timeline_turn(timeline);
    timeline->row = row;
    timeline->said.len = 0;
    timeline->from = 1;
    timeline->to = 0;
    timeline->read = timeline->along = 0;
    timeline->cut = false;
    timeline->bars.counted = SIZE_MAX;
}

void timeline_anew(struct state *state)
{
    state->timeline.row = timeline_spot(state);
    timeline_forget(&state->timeline);
    state->stale |= STALE_TIMES | STALE_TIMELINE;
}

void timeline_free(struct timeline *timeline)
{
    vec_free(&timeline->said);
    vec_free(&timeline->there);
    free(timeline->bars.at);
    sift_free(&timeline->sift);
}
