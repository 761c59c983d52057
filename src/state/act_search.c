/* SPDX-License-Identifier: ISC */
/* Searching: the line, its rows, their order. */
#include "act.h"
#include "ask.h"
#include "dossier/base/memory.h"
#include "dossier/search/query.h"
#include "hold.h"
#include "info.h"
#include "prompt.h"
#include "rows.h"
#include "say.h"
#include "seek.h"

/* WORDS have @NAME in them. */
static bool asks_for(struct str words, struct str name)
{
    struct arena *arena = arena_new();
    struct str at = arena_printf(arena, "@%.*s", STR_ARG(name));
    struct str rest = words, word;
    bool found = false;
    while (str_split(&rest, ' ', &word))
        found = found || str_eq(word, at);
    arena_free(arena);
    return found;
}

ACT(search)
{
    struct error error;
    if (seek_take(state, call->argument))
        return;
    struct arena *arena = arena_new();
    bool good = query_read(arena, state->library, state->saved, call->argument, &error) != NULL;
    arena_free(arena);
    if (good) {
        hold_begin(state, THREAD_SEARCH, call->argument);
    } else {
        prompt_open(state, COMMAND_search, call->argument);
        seek_accepts(state);
    }
}

ACT(narrow)
{
    const struct thread_wish *wish = &state->thread.wish;
    struct arena *arena = arena_new();
    if (wish->kind == THREAD_SEARCH)
        prompt_open(state, COMMAND_search, arena_str(arena, wish->words));
    else if (wish->kind == THREAD_ACTOR)
        prompt_open(state, COMMAND_search, arena_printf(arena, "actor:%.*s", STR_ARG(wish->words)));
    else
        say_wrong(state, "no search and no actor is in hand: / searches, @ takes an actor");
    if (state->prompt.open)
        prompt_narrow(state);
    arena_free(arena);
}

static void step_result(struct state *state, const struct call *call, long by)
{
    if (state->seeking.shown)
        list_move(&state->places, call->count > 0 ? by * call->count : by);
    else
        say_wrong(state, "no search is being typed");
}

ACT(result_next)
{
    step_result(state, call, 1);
}

ACT(result_back)
{
    step_result(state, call, -1);
}

/* "NAME QUERY"; a name alone is for the search in hand. */
ACT(save_search)
{
    struct str rest = call->argument, name;
    struct error error;
    struct arena *arena = arena_new();
    str_split(&rest, ' ', &name);
    if (name.len && name.at[0] == '@')
        name = str_sub(name, 1, name.len);
    struct str words = str_trim(rest);
    if (!words.len && state->thread.wish.kind == THREAD_SEARCH)
        words = state->thread.wish.words;
    if (!saved_name_is_good(name, &error) ||
        (words.len && !query_read(arena, state->library, state->saved, words, &error)))
        say_wrong(state, "%s", error.text);
    else if (!words.len)
        say_wrong(state, "no search is in hand to be saved: / searches, or :save-search %.*s QUERY",
                  STR_ARG(name));
    else if (asks_for(words, name))
        say_wrong(state, "@%.*s can’t be saved as itself", STR_ARG(name));
    else
        ask_search(state, name, words, out);
    arena_free(arena);
}

ACT(drop_search)
{
    struct str name = call->argument;
    if (name.at[0] == '@')
        name = str_sub(name, 1, name.len);
    if (saved_find(state->saved, name))
        ask_search(state, name, STR(""), out);
    else
        say_wrong(state, "there is no saved search “%.*s”", STR_ARG(name));
}

/* The rows begin anew: the best first is what one wants to see. */
static void order_places(struct state *state, bool ranked)
{
    struct thread *thread = &state->thread;
    state->by_rank = ranked;
    thread_rank(thread, ranked);
    state->stale |= STALE_PLACES;
    sift_forget(&state->place_rows);
    state->places = (struct list){.sideways = state->places.sideways};
    if (state->prompt.open)
        return;
    if (ranked && thread->cut)
        say(state, "by rank, among the first %zu places by date", thread->len);
    else
        say(state, "the places of a search stand by %s now; n goes that way too",
            ranked ? "rank, the best article first" : "date");
}

ACT(rank)
{
    order_places(state, !state->by_rank);
}

/* In the line the status tells it; elsewhere it has the screen, for it may be long. */
static void explain(struct state *state, struct str words)
{
    struct error error;
    struct arena *arena = arena_new();
    struct query *query = query_read(arena, state->library, state->saved, words, &error);
    if (query) {
        struct buf *text = info_begin(state, "How the query was read");
        buf_printf(text, "%.*s\n\n", STR_ARG(words));
        query_explain(query, state->library, text);
        buf_char(text, '\n');
        info_show(state);
    } else {
        say_wrong(state, "%s", error.text);
    }
    arena_free(arena);
}

ACT(explain)
{
    bool search = state->thread.wish.kind == THREAD_SEARCH;
    if (call->argument.len)
        explain(state, call->argument);
    else if (state->seeking.open)
        state->seeking.explained = !state->seeking.explained;
    else if (search)
        explain(state, state->thread.wish.words);
    else
        say_wrong(state, "no search is in hand: :explain QUERY tells how that is read");
}
