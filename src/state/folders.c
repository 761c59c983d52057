/* SPDX-License-Identifier: ISC */
#include "folders.h"

#include "ask.h"
#include "dossier/base/memory.h"
#include "dossier/search/search.h"
#include "hold.h"
#include "prompt.h"
#include "say.h"

#include <stdlib.h>

static void forget(struct folder *folder)
{
    thread_free(&folder->thread);
    folder->made = folder->bad = false;
}

void folders_free(struct state *state)
{
    for (size_t i = 0; i < state->folders.len; i++)
        thread_free(&state->folders.at[i].thread);
    free(state->folders.at);
    state->folders.at = NULL;
    state->folders.len = 0;
}

/* The folder called NAME now; the number of them where there is none. */
static size_t find(const struct state *state, struct str name)
{
    size_t i = 0, len = state->saved ? state->saved->len : 0;
    while (i < len && !str_eq(state->saved->at[i].name, name))
        i++;
    return i;
}

void folders_renew(struct state *state)
{
    struct folders *folders = &state->folders;
    struct arena *arena = arena_new();
    struct str open = STR("");
    if (folders->open < folders->len)
        open = arena_str(arena, folders->at[folders->open].name);
    folders_free(state);
    folders->len = state->saved ? state->saved->len : 0;
    folders->at = memory_get((folders->len + 1) * sizeof *folders->at);
    for (size_t i = 0; i < folders->len; i++)
        folders->at[i] = (struct folder){.name = arena_str(state->arena, state->saved->at[i].name),
                                         .thread = {.actor = ACTOR_NONE}};
    folders->open = find(state, open);
    folders->focus = folders->focus && folders->len;
    list_resize(&folders->list, folders->len);
    state->stale |= STALE_ARTICLES;
    arena_free(arena);
}

void folders_notes_changed(struct state *state)
{
    for (size_t i = 0; i < state->folders.len; i++)
        if (str_find(state->saved->at[i].query, STR("note:"), 0) >= 0)
            forget(&state->folders.at[i]);
}

/* The first that is not counted whole; the number of them where all are. */
static size_t first_waiting(const struct state *state)
{
    const struct folders *folders = &state->folders;
    size_t i = 0;
    while (i < folders->len && folders->at[i].made && !folders->at[i].thread.going)
        i++;
    return i;
}

bool folders_wait(const struct state *state)
{
    return state->layout.folders && first_waiting(state) < state->folders.len;
}

static bool make(struct state *state, struct folder *folder)
{
    struct error error;
    struct arena *arena = arena_new();
    struct thread_wish wish = {THREAD_SEARCH, arena_printf(arena, "@%.*s", STR_ARG(folder->name)),
                               false};
    folder->made = true;
    folder->bad = !hold_make(state, &folder->thread, &wish, &error);
    arena_free(arena);
    return !folder->bad;
}

void folders_go_on(struct state *state)
{
    struct error error;
    size_t i = first_waiting(state);
    if (i == state->folders.len)
        return;
    struct folder *folder = &state->folders.at[i];
    if (folder->made)
        hold_step(state, &folder->thread, &error);
    else
        make(state, folder);
    if (i == state->folders.open)
        state->stale |= STALE_ARTICLES;
}

void folders_open(struct state *state)
{
    struct folders *folders = &state->folders;
    struct error error;
    struct arena *arena = arena_new();
    struct folder *folder = &folders->at[folders->list.cursor];
    struct thread_wish wish = {THREAD_SEARCH, arena_printf(arena, "@%.*s", STR_ARG(folder->name)),
                               false};
    if (!hold_take(state, &wish, &error)) {
        say_wrong(state, "%s", error.text);
    } else {
        folders->open = folders->list.cursor;
        folders->focus = false;
        state->stale |= STALE_ARTICLES;
        sift_forget(&state->listing.sift); /* the cursor begins at the first */
        state->listing.groups.len = 0;
        state->articles = (struct list){.sideways = 0};
        if (!folder->made)
            make(state, folder);
        say(state, "@%.*s: %.*s; Esc shows all articles again", STR_ARG(folder->name),
            STR_ARG(thread_extent(&state->thread, arena)));
    }
    arena_free(arena);
}

bool folders_close(struct state *state)
{
    if (state->folders.open >= state->folders.len)
        return false;
    state->folders.open = state->folders.len;
    state->stale |= STALE_ARTICLES;
    say(state, "all articles are shown again");
    return true;
}

bool folders_cross(struct state *state, long by)
{
    struct folders *folders = &state->folders;
    bool up = !folders->focus && by < 0 && !state->articles.cursor && state->layout.folders;
    bool down = folders->focus && by > 0 && folders->list.cursor + 1 >= folders->len;
    if (!up && !down)
        return false;
    folders->focus = up;
    if (up)
        list_go(&folders->list, folders->len);
    return true;
}

void folders_edit(struct state *state)
{
    const struct saved_search *saved = &state->saved->at[state->folders.list.cursor];
    struct arena *arena = arena_new();
    prompt_open(
        state, COMMAND_command,
        arena_printf(arena, "save-search %.*s %.*s", STR_ARG(saved->name), STR_ARG(saved->query)));
    arena_free(arena);
}

void folders_drop(struct state *state, struct effects *out)
{
    ask_search(state, state->saved->at[state->folders.list.cursor].name, STR(""), out);
}

void folders_tell(const struct telling *telling)
{
    const struct state *state = telling->state;
    size_t row = state->folders.list.cursor;
    const struct folder *folder = &state->folders.at[row];
    buf_printf(telling->out, "search %zu of %zu: @%.*s, %.*s; Enter opens it: %.*s", row + 1,
               state->folders.len, STR_ARG(folder->name),
               STR_ARG(say_count(telling->arena, folder->thread.articles, "article", "articles")),
               STR_ARG(state->saved->at[row].query));
}
