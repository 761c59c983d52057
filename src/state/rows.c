/* SPDX-License-Identifier: ISC */
#include "rows.h"

#include "fill.h"

#include <stdlib.h>

uint32_t rows_article(const struct state *state)
{
    return state->articles.cursor < state->shown_len ? state->shown[state->articles.cursor]
                                                     : ARTICLE_NONE;
}

size_t rows_place(const struct state *state)
{
    return state->places.cursor < state->place_len ? state->place_rows[state->places.cursor]
                                                   : state->thread.len;
}

uint32_t rows_actor(const struct state *state)
{
    return state->cast.cursor < state->cast_len ? state->cast_rows[state->cast.cursor].actor
                                                : ACTOR_NONE;
}

const struct note *rows_note(const struct state *state)
{
    return state->notes.cursor < state->note_len
               ? &state->notebook->at[state->note_rows[state->notes.cursor]]
               : NULL;
}

const struct problem *rows_problem(const struct state *state)
{
    return state->problems.cursor < state->problem_len
               ? fill_problem(state, state->problem_rows[state->problems.cursor])
               : NULL;
}

void rows_show_article(struct state *state, uint32_t article)
{
    for (size_t i = 0; i < state->shown_len; i++)
        if (state->shown[i] == article)
            list_go(&state->articles, i);
}

void rows_show_place(struct state *state, size_t place)
{
    for (size_t i = 0; i < state->place_len; i++)
        if (state->place_rows[i] == place)
            list_go(&state->places, i);
}

void rows_show_note(struct state *state, struct str id)
{
    for (size_t i = 0; i < state->note_len; i++)
        if (str_eq(state->notebook->at[state->note_rows[i]].id, id))
            list_go(&state->notes, i);
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
    } views[] = {{&state->articles, VIEW_LIST},
                 {&state->places, VIEW_PLACES},
                 {&state->cast, VIEW_CAST},
                 {&state->notes, VIEW_NOTES},
                 {&state->problems, VIEW_PROBLEMS}};
    for (size_t i = 0; i < sizeof views / sizeof *views; i++)
        if (views[i].list == list)
            return views[i].view;
    return VIEW_COUNT;
}

static void refresh_articles(struct state *state)
{
    uint32_t article = rows_article(state);
    fill_articles(state);
    list_resize(&state->articles, state->shown_len);
    rows_show_article(state, article);
}

static void refresh_places(struct state *state)
{
    size_t place = rows_place(state);
    fill_places(state);
    list_resize(&state->places, state->place_len);
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
    fill_notes(state);
    list_resize(&state->notes, state->note_len);
}

static void refresh_problems(struct state *state)
{
    fill_problems(state);
    list_resize(&state->problems, state->problem_len);
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
        refresh_articles, refresh_places, refresh_cast, refresh_notes, refresh_problems};
    choose_extent(state);
    for (unsigned i = 0; i < sizeof refresh / sizeof *refresh; i++)
        if (state->stale & 1u << i) {
            state->stale &= ~(1u << i);
            refresh[i](state);
        }
}
