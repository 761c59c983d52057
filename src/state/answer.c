/* SPDX-License-Identifier: ISC */
/* A new library numbers its articles anew: all that names an article is moved by its path. */
#include "answer.h"

#include "dossier/base/memory.h"
#include "folders.h"
#include "hints.h"
#include "hold.h"
#include "kept.h"
#include "listing_make.h"
#include "note_edit.h"
#include "orders.h"
#include "page.h"
#include "prompt.h"
#include "say.h"

struct moving {
    const struct library *old, *new;
};

/* The number that article NUMBER has now; ARTICLE_NONE: it is gone. */
static uint32_t moved(const struct moving *moving, uint32_t number)
{
    return number == ARTICLE_NONE
               ? number
               : corpus_at_path(&moving->new->corpus, corpus_path(&moving->old->corpus, number));
}

static void move_spot(const struct moving *moving, struct spot *spot)
{
    spot->article = moved(moving, spot->article);
    if (spot->article == ARTICLE_NONE)
        return;
    size_t len = corpus_text_len(&moving->new->corpus, spot->article);
    if (spot->at > len)
        spot->at = (uint32_t)len;
}

static void move_trail(struct state *state, const struct moving *moving)
{
    size_t kept = 0, at = state->trail_at;
    for (size_t i = 0; i < state->trail_len; i++) {
        move_spot(moving, &state->trail[i]);
        if (state->trail[i].article != ARTICLE_NONE)
            state->trail[kept++] = state->trail[i];
        else if (i < state->trail_at)
            at--;
    }
    state->trail_len = kept;
    state->trail_at = at;
    move_spot(moving, &state->last_place);
    for (size_t i = 0; i < COUNT(state->marks); i++)
        move_spot(moving, &state->marks[i]);
}

/* A thread is made anew soon, from what was ticked and where the reader is on this one: other
 * places need not move. */
static void move_thread(struct thread *thread, const struct moving *moving)
{
    size_t kept = 0, current = SIZE_MAX, ticked = 0;
    for (size_t i = 0; i < thread->len; i++) {
        struct thread_place place = thread->at[i];
        if (!place.ticked && i != thread->current)
            continue;
        place.article = moved(moving, place.article);
        if (place.article == ARTICLE_NONE)
            continue;
        if (i == thread->current)
            current = kept;
        ticked += place.ticked;
        thread->at[kept++] = place;
    }
    thread->current = current < kept ? current : kept;
    thread->len = kept;
    thread->ticked = ticked;
}

/* The mention under the cursor has another number, so it is found again where it stands. */
static void move_doubts(struct state *state, const struct moving *moving)
{
    if (state->doubts.cursor < state->doubt_len) {
        uint32_t number = state->doubt_rows[state->doubts.cursor];
        const struct mention *mention = &moving->old->cast.at[number];
        state->doubt_spot = (struct spot){mention->article, mention->span.start};
    }
    move_spot(moving, &state->doubt_spot);
}

static void move_editor(struct state *state, const struct moving *moving)
{
    struct note_editor *editor = &state->editor;
    if (!editor->open)
        return;
    editor->note.number = moved(moving, editor->note.number);
    for (size_t i = 0; i < editor->more_count; i++)
        editor->more[i].number = moved(moving, editor->more[i].number);
}

void answer_library(struct state *state, const struct event *event, struct effects *out)
{
    (void)out;
    struct moving moving = {state->library, event->library};
    hints_hide(state);
    if (state->prompt.open)
        prompt_cancel(state);
    kept_move(state, event->library);
    move_trail(state, &moving);
    move_spot(&moving, &state->cursor);
    state->end_shown = moved(&moving, state->end_shown);
    move_doubts(state, &moving);
    move_editor(state, &moving);
    move_thread(&state->thread, &moving);
    state->library = event->library;
    kept_count_unreadable(state);
    if (event->notebook)
        state->notebook = event->notebook;
    state->begun = state->cursor.article != ARTICLE_NONE;
    state->selecting = false;
    state->articles = state->cast = state->problems = state->doubts = (struct list){.sideways = 0};
    listing_forget(&state->listing);
    orders_forget(&state->orders);
    sift_forget(&state->place_rows);
    state->cast_len = 0;
    state->note_len = state->problem_len = state->doubt_len = 0;
    state->tallies = NULL;
    state->stale = STALE_ALL;
    page_forget(&state->page);
    folders_renew(state);
    hold_again(state);
}

void answer_searches(struct state *state, const struct event *event, struct effects *out)
{
    (void)out;
    state->saved = event->saved;
    folders_renew(state);
    if (state->thread.wish.kind == THREAD_SEARCH &&
        str_find(state->thread.wish.words, STR("@"), 0) >= 0)
        hold_again(state);
}

void answer_said(struct state *state, const struct event *event, struct effects *out)
{
    (void)out;
    if (event->ok) {
        say(state, "%.*s", STR_ARG(event->sentence));
        return;
    }
    say_wrong(state, "%.*s", STR_ARG(event->sentence));
    state->doing = DOING_NOTHING;
}

void answer_edited(struct state *state, const struct event *event, struct effects *out)
{
    (void)out;
    if (!event->ok) {
        say_wrong(state, "%.*s", STR_ARG(event->sentence));
    } else if (state->editor.open) {
        struct str text = event->sentence;
        while (text.len && text.at[text.len - 1] == '\n')
            text.len--;
        note_hide_tags(state);
        editline_set(&state->editor.text, text);
        say(state, "back from the editor; Esc saves the note");
    }
}
