/* SPDX-License-Identifier: ISC */
#include "seek.h"

#include "dossier/base/memory.h"
#include "dossier/search/query.h"
#include "dossier/search/search.h"
#include "dossier/text/chars.h"
#include "dossier/text/utf8.h"
#include "hold.h"
#include "rows.h"
#include "say.h"

#include <stdlib.h>

static void set_filter(struct state *state, struct str words)
{
    buf_clear(&state->filter[VIEW_PLACES]);
    buf_str(&state->filter[VIEW_PLACES], words);
}

void seek_begin(struct state *state)
{
    struct seeking *seeking = &state->seeking;
    if (seeking->open)
        return;
    seeking->open = true;
    seeking->shown = seeking->begun = seeking->behind = false;
    seeking->wrong = seeking->explained = false;
    seeking->lit = state->lit;
    seeking->zoomed = state->zoomed;
    seeking->view = state->view;
    seeking->focus = state->focus;
    seeking->xref = state->xref;
    seeking->places = state->places;
    buf_clear(&seeking->filter);
    buf_str(&seeking->filter, buf_view(&state->filter[VIEW_PLACES]));
}

/* The places stand below the text, or in place of what has the screen. */
static void show(struct state *state)
{
    state->xref = XREF_PLACES;
    if (state->view != VIEW_READING)
        state->view = VIEW_PLACES;
    else if (!state->layout.pane[PANE_XREF].height)
        state->focus = PANE_XREF;
}

static void put_back(struct state *state)
{
    const struct seeking *seeking = &state->seeking;
    state->view = seeking->view;
    state->focus = seeking->focus;
    state->xref = seeking->xref;
    state->zoomed = seeking->zoomed;
}

/* The thread of before is in hand again, its rows where they were. */
static void unshow(struct state *state)
{
    struct seeking *seeking = &state->seeking;
    if (!seeking->shown)
        return;
    thread_free(&state->thread);
    state->thread = seeking->thread;
    seeking->thread = (struct thread){.actor = ACTOR_NONE};
    seeking->shown = seeking->begun = false;
    put_back(state);
    hold_changed(state);
    set_filter(state, buf_view(&seeking->filter));
    state->lit = seeking->lit;
    state->places = seeking->places;
    rows_refresh(state);
    state->places = seeking->places;
    list_resize(&state->places, state->place_rows.len);
}

void seek_leave(struct state *state)
{
    if (!state->seeking.open)
        return;
    unshow(state);
    state->seeking.open = false;
}

static void take(struct state *state, struct thread *thread)
{
    struct seeking *seeking = &state->seeking;
    if (seeking->shown)
        thread_free(&state->thread);
    else
        seeking->thread = state->thread;
    state->thread = *thread;
    seeking->shown = true;
    set_filter(state, STR(""));
    hold_changed(state);
    show(state);
}

/* The line ends in a word that may be in the making. */
static bool may_go_on(struct str line)
{
    size_t last = line.len;
    return line.len && char_is_word(utf8_before(line, &last));
}

/* A whole word that is nowhere is perhaps the beginning of one: false where that is nowhere too. It
 * is asked once for each line. */
static bool make_begun(struct state *state, struct str line, struct thread *out)
{
    struct error error;
    struct seeking *seeking = &state->seeking;
    struct thread_wish wish = {THREAD_SEARCH, line, false};
    if (seeking->asked || !may_go_on(line))
        return false;
    struct arena *arena = arena_new();
    *out = (struct thread){.actor = ACTOR_NONE};
    wish.words = arena_printf(arena, "%.*s*", STR_ARG(line));
    seeking->asked = true;
    seeking->begun = hold_make(state, out, &wish, &error) && (out->len || out->going);
    if (!seeking->begun)
        thread_free(out);
    arena_free(arena);
    return seeking->begun;
}

static bool make(struct state *state, struct str line, struct thread *out)
{
    struct error error;
    struct thread_wish wish = {THREAD_SEARCH, line, false};
    struct thread begun;
    if (!hold_make(state, out, &wish, &error))
        return false;
    if (!out->len && !out->going && make_begun(state, line, &begun)) {
        thread_free(out);
        *out = begun;
    }
    return true;
}

static struct str line_of(const struct state *state)
{
    return str_trim(buf_view(&state->prompt.line.text));
}

void seek_changed(struct state *state)
{
    struct seeking *seeking = &state->seeking;
    struct str line = line_of(state);
    struct thread thread = {.actor = ACTOR_NONE};
    seeking->wrong = seeking->behind = seeking->offered = false;
    if (!line.len) {
        unshow(state);
        return;
    }
    if (seeking->shown && !seeking->begun && str_eq(state->thread.wish.words, line))
        return;
    bool begun = seeking->begun;
    seeking->begun = seeking->asked = false;
    if (make(state, line, &thread)) {
        take(state, &thread);
    } else {
        thread_free(&thread);
        seeking->begun = begun;
        seeking->behind = true;
    }
}

/* "query:1:7: what is wrong": the column, from 0; *TEXT: the sentence behind it. */
static int column_of(struct str sentence, struct str *text)
{
    struct str rest = sentence, part;
    long column = 1;
    str_split(&rest, ':', &part);
    str_split(&rest, ':', &part);
    str_split(&rest, ':', &part);
    *text = str_number(part, &column) ? str_trim(rest) : sentence;
    return (int)column - 1;
}

bool seek_accepts(struct state *state)
{
    struct error error;
    struct str text, line = buf_view(&state->prompt.line.text);
    struct arena *arena = arena_new();
    bool good =
        !line_of(state).len || query_read(arena, state->library, state->saved, line, &error);
    if (!good) {
        state->seeking.wrong = true;
        state->seeking.column = column_of(str_of(error.text), &text);
        say_wrong(state, "column %d: %.*s", state->seeking.column + 1, STR_ARG(text));
    } else if (state->seeking.begun && !state->seeking.offered) {
        good = false;
        state->seeking.offered = true;
        say_wrong(state, "no such word; Enter again takes %.*s", STR_ARG(state->thread.wish.words));
    } else if (state->seeking.begun) {
        editline_set(&state->prompt.line, arena_str(arena, state->thread.wish.words));
        state->seeking.begun = false;
    }
    arena_free(arena);
    return good;
}

bool seek_take(struct state *state, struct str words)
{
    struct seeking *seeking = &state->seeking;
    bool same = seeking->shown && !seeking->begun && str_eq(state->thread.wish.words, words);
    if (!seeking->open)
        return false;
    if (!same || (!state->thread.len && !state->thread.going)) {
        seek_leave(state);
        return false;
    }
    rows_refresh(state);
    size_t place = rows_place(state);
    hold_keep_last(state, &seeking->thread.wish, &state->thread.wish);
    thread_free(&seeking->thread);
    put_back(state);
    if (seeking->view != VIEW_READING || seeking->focus != PANE_XREF)
        state->xref = XREF_PLACES;
    seeking->shown = seeking->open = false;
    if (place < state->thread.len)
        hold_go(state, place);
    else
        hold_await(state);
    return true;
}

/* A word that at last is nowhere may be the beginning of one. */
void seek_went_on(struct state *state)
{
    const struct seeking *seeking = &state->seeking;
    struct thread thread;
    if (seeking->shown && !seeking->begun && !state->thread.going && !state->thread.len &&
        make_begun(state, line_of(state), &thread))
        take(state, &thread);
}

static void tell_done(const struct thread *thread, struct buf *out)
{
    size_t all = 0, done = thread->search ? search_done(thread->search, &all) : 0;
    if (thread->going && all)
        buf_printf(out, ", %zu%% of the articles looked at", done * 100 / all);
}

void seek_tell(const struct state *state, struct arena *arena, struct buf *out)
{
    const struct seeking *seeking = &state->seeking;
    const struct thread *thread = &state->thread;
    if (!seeking->shown) {
        buf_chars(out, "words, \"a phrase\", begin*, OR, NOT; Enter searches, Esc leaves");
        return;
    }
    if (seeking->explained) {
        query_explain(thread->query, state->library, out);
        return;
    }
    if (seeking->behind)
        buf_chars(out, "not a whole query yet; shown is ");
    if (seeking->begun || seeking->behind)
        buf_printf(out, "%.*s: ", STR_ARG(thread->wish.words));
    if (!thread->len && !thread->going) {
        buf_printf(out, "%.*s is nowhere in this dossier", STR_ARG(thread->wish.words));
        return;
    }
    buf_str(out, thread_extent(thread, arena));
    tell_done(thread, out);
    if (!seeking->behind)
        buf_printf(out, ", by %s; Enter goes there, Tab narrows", thread->order ? "rank" : "date");
}
