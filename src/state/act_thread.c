/* SPDX-License-Identifier: ISC */
/* Walking the thread in hand, and what it counts. */
#include "act.h"
#include "bounds.h"
#include "dossier/base/count.h"
#include "dossier/base/memory.h"
#include "hold.h"
#include "rows.h"
#include "say.h"

static size_t times(const struct call *call)
{
    return call->count > 0 ? (size_t)call->count : 1;
}

static bool in_hand(struct state *state)
{
    if (state->thread.len)
        return true;
    if (state->thread.wish.kind)
        say_wrong(state, "%.*s has no place left: @ takes another actor, / searches, # takes a tag",
                  STR_ARG(state->thread.name));
    else
        say_wrong(state, "no thread is in hand: @ takes an actor, / searches, # takes a tag");
    return false;
}

/* Where the first place behind the cursor stands; in an empty text, or where the order is another
 * than that of the dates, the first of all. */
static size_t from_here(const struct state *state)
{
    return state->cursor.article == ARTICLE_NONE || state->thread.order
               ? 0
               : thread_from(&state->thread, &state->library->corpus, state->cursor.article,
                             state->cursor.at);
}

/* Where the place with the cursor stands; len where there is none. */
static size_t stand_here(const struct state *state)
{
    return thread_standing(&state->thread, hold_here(state));
}

static void go(struct state *state, size_t position)
{
    hold_go(state, thread_nth(&state->thread, position));
}

static void ask(struct state *state, enum command command, const char *which, const char *does)
{
    struct buf keys = {0};
    keymap_keys(&state->keymap, command, &keys);
    struct str rest = buf_view(&keys), first;
    if (!str_split(&rest, ' ', &first))
        first = str_of(command == COMMAND_next ? ":next" : ":previous");
    struct arena *arena = arena_new();
    struct str count = say_count(arena, state->thread.len, "place", "places");
    say(state, "%s of %.*s; %.*s again %s", which, STR_ARG(count), STR_ARG(first), does);
    arena_free(arena);
    buf_free(&keys);
    state->asked = command;
}

ACT(next)
{
    if (bounds_walk(state, 1) || !in_hand(state))
        return;
    size_t len = state->thread.len, here = stand_here(state);
    size_t next = here < len ? here + 1 : from_here(state);
    if (next < len)
        go(state, next + times(call) - 1 < len ? next + times(call) - 1 : len - 1);
    else if (state->thread.going)
        say(state, "last of %s places so far; the search goes on, ^C stops it", COUNT_ARG(len));
    else if (call->again)
        go(state, 0);
    else
        ask(state, COMMAND_next, "last", "begins anew");
}

ACT(previous)
{
    if (bounds_walk(state, -1) || !in_hand(state))
        return;
    size_t len = state->thread.len, here = stand_here(state);
    size_t behind = here < len ? here : from_here(state);
    if (behind > 0)
        go(state, behind > times(call) ? behind - times(call) : 0);
    else if (call->again)
        go(state, len - 1);
    else
        ask(state, COMMAND_previous, "first", "goes to the last");
}

static uint32_t article_at(const struct thread *thread, size_t position)
{
    return thread->at[thread_nth(thread, position)].article;
}

/* The first position of the article that stands at POSITION. */
static size_t first_in_article(const struct thread *thread, size_t position)
{
    uint32_t article = article_at(thread, position);
    while (position > 0 && article_at(thread, position - 1) == article)
        position--;
    return position;
}

/* Where the article walk begins: the place with the cursor, else the first behind it. */
static size_t begin_walk(const struct state *state)
{
    size_t here = stand_here(state);
    return here < state->thread.len ? here : from_here(state);
}

ACT(next_article)
{
    const struct thread *thread = &state->thread;
    if (!in_hand(state))
        return;
    size_t at = begin_walk(state), gone = thread->len;
    uint32_t article = state->cursor.article;
    for (size_t n = times(call); n > 0; n--) {
        while (at < thread->len && article_at(thread, at) == article)
            at++;
        if (at == thread->len)
            break;
        gone = at;
        article = article_at(thread, at);
    }
    if (gone < thread->len)
        go(state, gone);
    else
        say_wrong(state, "no later article is on the thread; ^P goes to the one before");
}

ACT(previous_article)
{
    const struct thread *thread = &state->thread;
    if (!in_hand(state))
        return;
    size_t at = begin_walk(state), gone = thread->len;
    uint32_t article = state->cursor.article;
    for (size_t n = times(call); n > 0; n--) {
        while (at > 0 && article_at(thread, at - 1) == article)
            at--;
        if (at == 0)
            break;
        gone = at = first_in_article(thread, at - 1);
        article = article_at(thread, at);
    }
    if (gone < thread->len)
        go(state, gone);
    else
        say_wrong(state, "no earlier article is on the thread; ^N goes to the next");
}

/* Takes up a thread without going anywhere, and says which. */
static void take_up(struct state *state, const struct thread_wish *wish)
{
    struct error error;
    struct thread_wish copy = *wish;
    struct arena *arena = arena_new();
    copy.words = arena_str(arena, wish->words);
    if (state->early && copy.kind == THREAD_ACTOR) {
        say_wrong(state, "who is named is not known till the folder is read");
    } else if (!hold_take(state, &copy, &error)) {
        say_wrong(state, "%s", error.text);
    } else {
        state->thread.current = hold_here(state);
        say(state, "%s%.*s: %.*s; n goes on from here", copy.unseen ? "unseen of " : "",
            STR_ARG(state->thread.name), STR_ARG(thread_extent(&state->thread, arena)));
    }
    arena_free(arena);
}

ACT(last_thread)
{
    if (state->last_thread.kind)
        take_up(state, &state->last_thread);
    else
        say_wrong(state, "there was no thread before this one");
}

ACT(unseen)
{
    struct thread_wish wish = state->thread.wish;
    if (!wish.kind) {
        in_hand(state);
        return;
    }
    wish.unseen = !wish.unseen;
    take_up(state, &wish);
}

/* Turns one kind of mention on or off; the places, the counts and the cast follow. */
static void turn(struct state *state, bool *counts, bool *option, const char *what)
{
    struct arena *arena = arena_new();
    *counts = *option = !*counts;
    state->stale |= STALE_TALLIES | STALE_CAST | STALE_ARTICLES;
    hold_again(state);
    struct str places = say_count(arena, state->thread.len, "place", "places");
    if (state->thread.wish.kind == THREAD_ACTOR)
        say(state, "%s %s now: %.*s of %.*s", what, *counts ? "count" : "do not count",
            STR_ARG(places), STR_ARG(state->thread.name));
    else
        say(state, "%s %s now", what, *counts ? "count" : "do not count");
    arena_free(arena);
}

ACT(count_names)
{
    turn(state, &state->counting.names, &state->options.names, "names");
}

ACT(count_demonyms)
{
    turn(state, &state->counting.demonyms, &state->options.demonyms, "demonyms");
}

ACT(count_roles)
{
    turn(state, &state->counting.roles, &state->options.roles, "roles");
}

ACT(count_outside)
{
    turn(state, &state->counting.outside, &state->options.outside, "places outside the body");
}
