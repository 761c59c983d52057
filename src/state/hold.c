/* SPDX-License-Identifier: ISC */
#include "hold.h"

#include "kept.h"
#include "place.h"
#include "rows.h"
#include "say.h"
#include "tick.h"

static void leave_unseen(struct state *state, struct thread *thread)
{
    size_t kept = 0;
    thread->articles = 0;
    for (size_t i = 0; i < thread->len; i++)
        if (!state_seen(state, &thread->at[i]))
            thread->at[kept++] = thread->at[i];
    thread->len = thread->current = kept;
    for (size_t i = 0; i < kept; i++)
        thread->articles += i == 0 || thread->at[i].article != thread->at[i - 1].article;
}

static bool make(struct state *state, struct thread *thread, const struct thread_wish *wish,
                 struct error *error)
{
    if (!thread_make(thread, wish, state->library, state->notebook, &state->counting, error))
        return false;
    if (wish->unseen)
        leave_unseen(state, thread);
    return true;
}

static void changed(struct state *state)
{
    state->stale |= STALE_PLACES | STALE_ARTICLES;
    state->lit = state->thread.wish.kind == THREAD_SEARCH;
    state->places = (struct list){.sideways = 0};
    sift_forget(&state->place_rows);
    kept_count_thread(state);
}

static void keep_last(struct state *state, const struct thread_wish *wish)
{
    const struct thread_wish *old = &state->thread.wish;
    bool same =
        old->kind == wish->kind && old->unseen == wish->unseen && str_eq(old->words, wish->words);
    if (!same && old->kind)
        state->last_thread =
            (struct thread_wish){old->kind, arena_str(state->arena, old->words), old->unseen};
}

bool hold_take(struct state *state, const struct thread_wish *wish, struct error *error)
{
    struct thread thread = {.actor = ACTOR_NONE};
    if (!make(state, &thread, wish, error))
        return false;
    if (!thread.len) {
        if (wish->unseen)
            error_set(error, "all of %.*s was on the screen already", STR_ARG(thread.name));
        else
            error_set(error, "%.*s is nowhere in this dossier", STR_ARG(thread.name));
        thread_free(&thread);
        return false;
    }
    keep_last(state, wish);
    if (state->view != VIEW_READING || state->focus != PANE_XREF)
        state->xref = XREF_PLACES;
    thread_free(&state->thread);
    state->thread = thread;
    changed(state);
    return true;
}

bool hold_actor(struct state *state, uint32_t actor)
{
    struct error error;
    struct thread_wish wish = {THREAD_ACTOR, state->library->tags.at[actor].id, false};
    if (hold_take(state, &wish, &error))
        return true;
    say_wrong(state, "%s", error.text);
    return false;
}

void hold_go(struct state *state, size_t index)
{
    const struct thread_place *place = &state->thread.at[index];
    place_jump(state, (struct spot){place->article, place->span.start});
    place_show_text(state);
    state->thread.current = index;
    state->selecting = false;
    if (state->stale & STALE_PLACES)
        rows_refresh(state);
    rows_show_place(state, index);
}

void hold_begin(struct state *state, enum thread_kind kind, struct str words)
{
    struct error error;
    struct thread_wish wish = {kind, words, false};
    if (hold_take(state, &wish, &error))
        hold_go(state, 0);
    else
        say_wrong(state, "%s", error.text);
}

void hold_again(struct state *state)
{
    struct error error = {{0}};
    struct thread *thread = &state->thread;
    struct spot spot = {ARTICLE_NONE, 0};
    if (!thread->wish.kind)
        return;
    if (thread->current < thread->len)
        spot = (struct spot){thread->at[thread->current].article,
                             thread->at[thread->current].span.start};
    bool lit = state->lit;
    struct arena *arena = arena_new();
    struct passages ticked = tick_get(state, arena);
    struct thread made = {.actor = ACTOR_NONE};
    if (make(state, &made, &thread->wish, &error)) {
        thread_free(thread);
        *thread = made;
        tick_set(state, &ticked);
        if (spot.article != ARTICLE_NONE)
            thread->current = thread_at(thread, &state->library->corpus, spot.article, spot.at);
    } else {
        thread_free(thread);
    }
    arena_free(arena);
    changed(state);
    state->lit = lit;
}

size_t hold_here(const struct state *state)
{
    const struct thread *thread = &state->thread;
    if (thread->current < thread->len) {
        const struct thread_place *place = &thread->at[thread->current];
        if (place->article == state->cursor.article &&
            (span_holds(place->span, state->cursor.at) || place->span.start == state->cursor.at))
            return thread->current;
    }
    if (state->cursor.article == ARTICLE_NONE)
        return thread->len;
    return thread_at(thread, &state->library->corpus, state->cursor.article, state->cursor.at);
}
