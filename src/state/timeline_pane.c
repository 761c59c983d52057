/* SPDX-License-Identifier: ISC */
/* The times of the article that is read, in the pane; and what the view and the pane have in
 * common.
 */
#include "timeline_fill.h"

#include "dossier/base/memory.h"
#include "dossier/reading/times.h"
#include "filter.h"

static void add_pane_row(struct state *state, struct filter *filter, const struct time_row *row)
{
    if (timeline_passes(filter, &state->library->corpus, row))
        *vec_add(NULL, &state->time_rows) = *row;
}

void timeline_fill_pane(struct state *state)
{
    const struct article *article = state_article(state);
    struct filter filter;
    size_t cursor = state->times.cursor;
    state->time_rows.len = 0;
    state->times_cut = false;
    list_resize(&state->times, 0);
    if (!article)
        return;
    struct times times = {0};
    struct arena *arena = arena_new();
    struct time_row row = {.article = state->cursor.article};
    filter_begin(&filter, buf_view(&state->filter[VIEW_TIMELINE]));
    if (times_own(article, &row.said))
        add_pane_row(state, &filter, &row);
    state->times_cut = times_of_part(article, times_order_named(state->options.dates), 0,
                                     TIMELINE_AT_ONCE, arena, &times) < article->text.len;
    for (size_t i = 0; i < times.len; i++) {
        row.said = times.at[i];
        add_pane_row(state, &filter, &row);
    }
    filter_end(&filter);
    arena_free(arena);
    list_resize(&state->times, state->time_rows.len);
    list_go(&state->times, cursor);
}

bool timeline_row_here(const struct state *state, struct time_row *out)
{
    unsigned context = state_context(state);
    size_t shown = state->timeline.sift.len;
    bool view = context == CONTEXT_TIMELINE && state->timeline.list.cursor < shown;
    bool pane = context == CONTEXT_TIMES && state->times.cursor < state->time_rows.len;
    if (view)
        *out = timeline_row(state, state->timeline.list.cursor);
    if (pane)
        *out = state->time_rows.at[state->times.cursor];
    return view || pane;
}

static uint32_t start_of(const struct time_row *row)
{
    return row->said.basis == TIME_PUBLICATION ? TIME_OWN : row->said.span.start;
}

/* In the view a row of all, in the pane where its words begin. */
uint32_t timeline_number(const struct state *state)
{
    const struct timeline *timeline = &state->timeline;
    if (state->view == VIEW_TIMELINE)
        return timeline->list.cursor < timeline->sift.len
                   ? (uint32_t)sift_at(&timeline->sift, timeline->list.cursor)
                   : UINT32_MAX;
    return state->times.cursor < state->time_rows.len
               ? start_of(&state->time_rows.at[state->times.cursor])
               : UINT32_MAX;
}

void timeline_show_number(struct state *state, uint32_t number)
{
    struct timeline *timeline = &state->timeline;
    size_t row = sift_find(&timeline->sift, number);
    if (state->view == VIEW_TIMELINE && row < timeline->sift.len)
        list_go(&timeline->list, row);
    for (size_t i = 0; state->view != VIEW_TIMELINE && i < state->time_rows.len; i++)
        if (start_of(&state->time_rows.at[i]) == number)
            list_go(&state->times, i);
}
