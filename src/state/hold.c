/* SPDX-License-Identifier: ISC */
#include "hold.h"

#include "kept.h"
#include "place.h"
#include "rows.h"
#include "say.h"
#include "tick.h"

/* Of a search made again: what was held is looked for in so many steps before keys are answered. */
#define AGAIN_STEPS 16

/* Of the places from FIRST on. */
static void leave_unseen(const struct state *state, struct thread *thread, size_t first)
{
    size_t kept = first;
    bool fresh = thread->current == thread->len;
    for (size_t i = first; i < thread->len; i++)
        if (!state_seen(state, &thread->at[i]))
            thread->at[kept++] = thread->at[i];
    thread->len = kept;
    thread->current = fresh ? kept : thread->current;
    thread->articles = 0;
    for (size_t i = 0; i < kept; i++)
        thread->articles += i == 0 || thread->at[i].article != thread->at[i - 1].article;
}

bool hold_step(const struct state *state, struct thread *thread, struct error *error)
{
    size_t before = thread->len;
    bool good = thread_go_on(thread, state->stride, error);
    if (thread->wish.unseen && thread->len > before) {
        leave_unseen(state, thread, before);
        thread_rank(thread, thread->order != NULL);
    }
    return good;
}

bool hold_make(const struct state *state, struct thread *thread, const struct thread_wish *wish,
               struct error *error)
{
    if (!thread_make(thread, wish, state->library, state->notebook, state->saved, &state->counting,
                     error))
        return false;
    if (wish->unseen)
        leave_unseen(state, thread, 0);
    bool good = hold_step(state, thread, error);
    if (good || thread->len)
        thread_rank(thread, state->by_rank);
    return good || thread->len > 0;
}

void hold_changed(struct state *state)
{
    state->stale |= STALE_PLACES;
    if (str_is(state->options.order, "mentions"))
        state->stale |= STALE_ARTICLES;
    state->lit = state->thread.wish.kind == THREAD_SEARCH;
    state->places = (struct list){.sideways = 0};
    state->timeline.bars.counted = SIZE_MAX;
    sift_forget(&state->place_rows);
    kept_count_thread(state);
}

void hold_keep_last(struct state *state, const struct thread_wish *old,
                    const struct thread_wish *wish)
{
    bool same =
        old->kind == wish->kind && old->unseen == wish->unseen && str_eq(old->words, wish->words);
    if (!same && old->kind)
        state->last_thread =
            (struct thread_wish){old->kind, arena_str(state->arena, old->words), old->unseen};
}

bool hold_take(struct state *state, const struct thread_wish *wish, struct error *error)
{
    struct thread thread = {.actor = ACTOR_NONE};
    if (!hold_make(state, &thread, wish, error)) {
        thread_free(&thread);
        return false;
    }
    if (!thread.len && !thread.going) {
        if (wish->unseen)
            error_set(error, "all of %.*s was on the screen already", STR_ARG(thread.name));
        else
            error_set(error, "%.*s is nowhere in this dossier", STR_ARG(thread.name));
        thread_free(&thread);
        return false;
    }
    hold_keep_last(state, &state->thread.wish, wish);
    if (state->view != VIEW_READING || state->focus != PANE_XREF)
        state->xref = XREF_PLACES;
    thread_free(&state->thread);
    state->thread = thread;
    hold_changed(state);
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
    if (!hold_take(state, &wish, &error))
        say_wrong(state, "%s", error.text);
    else if (state->thread.len)
        hold_go(state, thread_nth(&state->thread, 0));
    else
        hold_await(state);
}

void hold_await(struct state *state)
{
    state->awaiting = true;
    say(state, "%.*s: nothing found yet, the search goes on; ^C stops it",
        STR_ARG(state->thread.name));
}

static void end_waiting(struct state *state)
{
    struct thread *thread = &state->thread;
    state->awaiting = false;
    if (thread->len)
        hold_go(state, thread_nth(thread, 0));
    else if (thread->cut)
        say(state, "stopped: nothing was found so far");
    else
        say_wrong(state, "%.*s is nowhere in this dossier", STR_ARG(thread->name));
}

/* Places came behind those from BEFORE on; by rank they stand between the others, of which the
 * cursor was on PLACE. */
static void grew(struct state *state, size_t before, size_t place)
{
    struct thread *thread = &state->thread;
    for (size_t i = before; i < thread->len; i++)
        state->thread_seen += state_seen(state, &thread->at[i]);
    state->stale |= STALE_PLACES;
    state->timeline.bars.counted = SIZE_MAX;
    if (str_is(state->options.order, "mentions") && !thread->going)
        state->stale |= STALE_ARTICLES;
    if (!thread->order) {
        sift_grow(&state->place_rows, thread->len);
        return;
    }
    sift_forget(&state->place_rows);
    rows_refresh(state);
    if (place < before)
        rows_show_place(state, place);
}

void hold_go_on(struct state *state)
{
    struct error error;
    struct thread *thread = &state->thread;
    size_t before = thread->len, place = rows_place(state);
    if (!thread->going)
        return;
    if (!hold_step(state, thread, &error))
        say_wrong(state, "%s", error.text);
    if (thread->len > before)
        grew(state, before, place);
    if (state->awaiting && (thread->len || !thread->going))
        end_waiting(state);
}

bool hold_stop(struct state *state)
{
    if (!state->thread.going)
        return false;
    struct arena *arena = arena_new();
    thread_stop(&state->thread);
    if (state->awaiting)
        end_waiting(state);
    else
        say(state, "stopped: %.*s", STR_ARG(thread_extent(&state->thread, arena)));
    arena_free(arena);
    return true;
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
    if (hold_make(state, &made, &thread->wish, &error)) {
        for (int i = 0; i < AGAIN_STEPS && made.going && made.len < thread->len; i++)
            hold_step(state, &made, &error);
        thread_free(thread);
        *thread = made;
        tick_set(state, &ticked);
        if (spot.article != ARTICLE_NONE)
            thread->current = thread_at(thread, &state->library->corpus, spot.article, spot.at);
    } else {
        thread_free(&made);
        thread_free(thread);
    }
    arena_free(arena);
    hold_changed(state);
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
