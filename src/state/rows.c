/* SPDX-License-Identifier: ISC */
#include "rows.h"

#include "doubt_fill.h"
#include "fill.h"
#include "listing_make.h"
#include "note_order.h"
#include "said.h"
#include "timeline_fill.h"

#include <stdlib.h>

uint32_t rows_article(const struct state *state)
{
    return listing_article(&state->listing, state->articles.cursor);
}

size_t rows_place(const struct state *state)
{
    return state->places.cursor < state->place_rows.len ? state_place(state, state->places.cursor)
                                                        : state->thread.len;
}

uint32_t rows_actor(const struct state *state)
{
    return state->cast.cursor < state->cast_len ? state->cast_rows[state->cast.cursor].actor
                                                : ACTOR_NONE;
}

const struct note *rows_note(const struct state *state)
{
    const struct note *note = state_row_note(state, state->notes.cursor);
    return note && !note->deleted ? note : NULL;
}

const struct note *rows_grave(const struct state *state)
{
    const struct note *note = state_row_note(state, state->notes.cursor);
    return note && note->deleted ? note : NULL;
}

const struct draft *rows_draft(const struct state *state)
{
    return state_row_draft(state, state->notes.cursor);
}

const struct problem *rows_problem(const struct state *state)
{
    return state->problems.cursor < state->problem_len
               ? fill_problem(state, state->problem_rows[state->problems.cursor])
               : NULL;
}

void rows_show_article(struct state *state, uint32_t article)
{
    size_t index = listing_index(&state->listing, article);
    if (index < listing_count(&state->listing))
        list_go(&state->articles, listing_row(&state->listing, index));
}

void rows_show_place(struct state *state, size_t place)
{
    size_t row = sift_find(&state->place_rows, thread_standing(&state->thread, place));
    if (row < state->place_rows.len)
        list_go(&state->places, row);
}

void rows_show_note(struct state *state, struct str id)
{
    uint32_t number = note_order_find(state, id);
    for (size_t i = 0; i < state->note_len; i++)
        if (state->note_rows[i] == number)
            list_go(&state->notes, i);
}

uint32_t rows_doubt(const struct state *state)
{
    return state->doubts.cursor < state->doubt_len ? state->doubt_rows[state->doubts.cursor]
                                                   : MENTION_NONE;
}

void rows_show_doubt(struct state *state, uint32_t mention)
{
    for (size_t i = 0; i < state->doubt_len; i++)
        if (state->doubt_rows[i] == mention)
            list_go(&state->doubts, i);
}

static void show_actor(struct state *state, uint32_t actor)
{
    for (size_t i = 0; i < state->cast_len; i++)
        if (state->cast_rows[i].actor == actor)
            list_go(&state->cast, i);
}

enum view rows_view(const struct state *state)
{
    int rows;
    struct list *list = state_list((struct state *)(uintptr_t)state, &rows);
    const struct {
        const struct list *list;
        enum view view;
    } views[] = {{&state->articles, VIEW_LIST},  {&state->places, VIEW_PLACES},
                 {&state->cast, VIEW_CAST},      {&state->notes, VIEW_NOTES},
                 {&state->doubts, VIEW_DOUBTS},  {&state->problems, VIEW_PROBLEMS},
                 {&state->times, VIEW_TIMELINE}, {&state->timeline.list, VIEW_TIMELINE},
                 {&state->said.list, VIEW_SAID}, {&state->said_in_article.list, VIEW_SAID}};
    for (size_t i = 0; i < sizeof views / sizeof *views; i++)
        if (views[i].list == list)
            return views[i].view;
    return VIEW_COUNT;
}

/* The article under the cursor, or the first one under a heading. */
static uint32_t article_near(const struct state *state)
{
    const struct listing *listing = &state->listing;
    size_t row = state->articles.cursor;
    if (!listing_is_heading(listing, row))
        return rows_article(state);
    return listing_nth(listing, listing_group(listing, row)->first);
}

uint32_t rows_number(const struct state *state)
{
    switch (rows_view(state)) {
    case VIEW_LIST:
        return article_near(state);
    case VIEW_PLACES:
        return (uint32_t)rows_place(state);
    case VIEW_CAST:
        return rows_actor(state);
    case VIEW_NOTES:
        return state->notes.cursor < state->note_len ? state->note_rows[state->notes.cursor]
                                                     : UINT32_MAX;
    case VIEW_DOUBTS:
        return rows_doubt(state);
    case VIEW_TIMELINE:
        return timeline_number(state);
    case VIEW_SAID:
        return said_number(state);
    default:
        return rows_problem(state) ? state->problem_rows[state->problems.cursor] : UINT32_MAX;
    }
}

static void show_number(struct list *list, const uint32_t *rows, size_t len, uint32_t number)
{
    for (size_t i = 0; i < len; i++)
        if (rows[i] == number)
            list_go(list, i);
}

void rows_show_number(struct state *state, uint32_t number)
{
    enum view view = rows_view(state);
    if (view == VIEW_LIST)
        rows_show_article(state, number);
    else if (view == VIEW_PLACES)
        rows_show_place(state, number);
    else if (view == VIEW_CAST)
        show_actor(state, number);
    else if (view == VIEW_DOUBTS)
        rows_show_doubt(state, number);
    else if (view == VIEW_TIMELINE)
        timeline_show_number(state, number);
    else if (view == VIEW_SAID)
        said_show(state, number);
    else if (view == VIEW_NOTES)
        show_number(&state->notes, state->note_rows, state->note_len, number);
    else
        show_number(&state->problems, state->problem_rows, state->problem_len, number);
}

/* Where the cursor of the list is, to come back to when its rows are others. */
struct standing {
    uint32_t article;
    bool heading; /* on the heading above it */
};

static struct standing standing(const struct state *state)
{
    return (struct standing){article_near(state),
                             listing_is_heading(&state->listing, state->articles.cursor)};
}

static void stand_again(struct state *state, struct standing at)
{
    const struct listing *listing = &state->listing;
    list_resize(&state->articles, listing_rows(listing));
    rows_show_article(state, at.article);
    const struct list_group *group = listing_group(listing, state->articles.cursor);
    if (at.heading && group)
        list_go(&state->articles, group->row);
    int height = layout_rows(&state->layout, PANE_LIST);
    if (height)
        list_bring(&state->articles, state->articles.cursor, height);
}

static void refresh_articles(struct state *state)
{
    struct standing at = standing(state);
    fill_articles(state);
    stand_again(state, at);
}

void rows_fold(struct state *state, const struct list_group *group)
{
    struct standing at = {listing_nth(&state->listing, group->first), true};
    listing_fold(&state->listing, group->key);
    stand_again(state, at);
}

void rows_fold_all(struct state *state, bool folded)
{
    struct standing at = standing(state);
    listing_fold_all(&state->listing, folded);
    stand_again(state, at);
}

static void refresh_places(struct state *state)
{
    const struct thread *thread = &state->thread;
    size_t place = rows_place(state);
    if (place == thread->len) /* a new thread: where the reader is on it, or the best place */
        place = thread->current < thread->len ? thread->current
                : state->cursor.article == ARTICLE_NONE || thread->order
                    ? thread_nth(thread, 0)
                    : thread_from(thread, &state->library->corpus, state->cursor.article,
                                  state->cursor.at);
    fill_places(state);
    list_resize(&state->places, state->place_rows.len);
    rows_show_place(state, place);
}

static void refresh_cast(struct state *state)
{
    uint32_t actor = rows_actor(state);
    if (actor == ACTOR_NONE) {
        state->cast = (struct list){.sideways = 0};
        actor = state->thread.actor;
    }
    fill_cast(state);
    list_resize(&state->cast, state->cast_len);
    show_actor(state, actor);
}

static void refresh_notes(struct state *state)
{
    if (note_order_is_stale(state))
        note_order_make(state);
    state->stale &= ~(unsigned)STALE_NOTEBOOK; /* the order is right again, for what follows */
    fill_notes(state);
    list_resize(&state->notes, state->note_len);
    if (state->note_here.len)
        rows_show_note(state, buf_view(&state->note_here));
}

static void refresh_problems(struct state *state)
{
    fill_problems(state);
    list_resize(&state->problems, state->problem_len);
}

static void refresh_doubts(struct state *state)
{
    uint32_t mention = rows_doubt(state);
    doubt_fill(state);
    list_resize(&state->doubts, state->doubt_len);
    if (mention == MENTION_NONE)
        mention = doubt_at(state, state->doubt_spot);
    state->doubt_spot.article = ARTICLE_NONE;
    rows_show_doubt(state, mention);
}

/* The view that stands on the screen or below help; it may want all actors and all notes. */
static void choose_extent(struct state *state)
{
    enum view view = state->view == VIEW_INFO ? state->under : state->view;
    bool cast_whole = view == VIEW_CAST, notes_whole = view == VIEW_NOTES;
    if (cast_whole != state->cast_whole)
        state->stale |= STALE_CAST;
    if (notes_whole != state->notes_whole)
        state->stale |= STALE_NOTES;
    state->cast_whole = cast_whole;
    state->notes_whole = notes_whole;
}

void rows_refresh(struct state *state)
{
    static void (*const refresh[])(struct state * state) = {
        refresh_articles, refresh_places, refresh_cast,       refresh_notes,
        refresh_problems, refresh_doubts, timeline_fill_pane, timeline_fill};
    /* what may be very long waits till somebody looks at it */
    enum view view = state->view == VIEW_INFO ? state->under : state->view;
    unsigned due = ~0u;
    if (view != VIEW_DOUBTS)
        due &= ~(unsigned)STALE_DOUBTS;
    if (view != VIEW_TIMELINE)
        due &= ~(unsigned)STALE_TIMELINE;
    if (state->xref != XREF_TIMES)
        due &= ~(unsigned)STALE_TIMES;
    choose_extent(state);
    if (note_order_is_stale(state))
        state->stale |= STALE_NOTES;
    for (unsigned i = 0; i < sizeof refresh / sizeof *refresh; i++)
        if (state->stale & due & 1u << i) {
            state->stale &= ~(1u << i);
            refresh[i](state);
        }
    state->stale &= ~(unsigned)STALE_NOTEBOOK;
    said_refresh(state);
}

bool rows_wait(const struct state *state)
{
    return !sift_is_done(&state->listing.sift) || !sift_is_done(&state->place_rows) ||
           (timeline_shows(state) && !sift_is_done(&state->timeline.sift));
}

void rows_go_on(struct state *state)
{
    if (!sift_is_done(&state->listing.sift)) {
        fill_articles_more(state);
        list_resize(&state->articles, listing_rows(&state->listing));
    } else if (!sift_is_done(&state->place_rows)) {
        fill_places_more(state);
        list_resize(&state->places, state->place_rows.len);
    } else if (!sift_is_done(&state->timeline.sift)) {
        timeline_fill_more(state);
    }
    if (state->prompt.open && state->prompt.command == COMMAND_filter)
        rows_show_number(state, state->prompt.row);
}

void rows_finish(struct state *state)
{
    while (rows_wait(state))
        rows_go_on(state);
}
