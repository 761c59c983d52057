/* SPDX-License-Identifier: ISC */
/* A new library numbers its articles anew, and their texts may be others: all that names an article
 * or a place in one is moved, and what the reader has under the eyes stays there. */
#include "answer.h"

#include "dossier/base/memory.h"
#include "elsewhere.h"
#include "folders.h"
#include "hints.h"
#include "hold.h"
#include "kept.h"
#include "listing_make.h"
#include "orders.h"
#include "page.h"
#include "place.h"
#include "prompt.h"
#include "rows.h"
#include "said.h"
#include "say.h"
#include "timeline_fill.h"

static void move_spot(struct moving *moving, struct spot *spot)
{
    uint32_t to = moving_to(moving, spot->article);
    if (to != ARTICLE_NONE)
        spot->at = moving_at(moving, spot->article, spot->at);
    spot->article = to;
}

static void move_trail(struct state *state, struct moving *moving)
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
 * places need not move. ROW is the place under the cursor of its list, and what becomes of it is
 * returned. */
static struct spot move_thread(struct thread *thread, struct moving *moving, size_t row)
{
    size_t kept = 0, current = SIZE_MAX, ticked = 0;
    struct spot under = {ARTICLE_NONE, 0};
    for (size_t i = 0; i < thread->len; i++) {
        struct thread_place place = thread->at[i];
        if (!place.ticked && i != thread->current && i != row)
            continue;
        place.article = moving_to(moving, place.article);
        if (place.article == ARTICLE_NONE)
            continue;
        place.span = moving_span(moving, thread->at[i].article, place.span);
        if (i == row)
            under = (struct spot){place.article, place.span.start};
        if (i == thread->current)
            current = kept;
        ticked += place.ticked;
        thread->at[kept++] = place;
    }
    thread->current = current < kept ? current : kept;
    thread->len = kept;
    thread->ticked = ticked;
    return under;
}

/* A passage that is named by a path. */
static void move_passage(struct state *state, struct moving *moving, struct str *path,
                         struct span *span)
{
    uint32_t old = path->len ? corpus_at_path(moving->old, *path) : ARTICLE_NONE;
    uint32_t new = moving_to(moving, old);
    if (new == ARTICLE_NONE)
        return;
    struct str now = corpus_path(moving->new, new);
    if (!str_eq(now, *path))
        *path = arena_str(state->arena, now);
    if (span)
        *span = moving_span(moving, old, *span);
}

static void move_note(struct state *state, struct moving *moving, struct note *note)
{
    uint32_t old = note->number;
    note->number = moving_to(moving, old);
    /* one that is stored has an anchor, by which it is found */
    if (!note->sha256.len)
        move_passage(state, moving, &note->article, &note->span);
}

static void move_writing(struct state *state, struct moving *moving)
{
    struct note_editor *editor = &state->editor;
    if (editor->open) {
        move_note(state, moving, &editor->note);
        for (size_t i = 0; i < editor->more_count; i++)
            move_note(state, moving, &editor->more[i]);
    }
    for (size_t i = 0; i < state->drafts.len; i++) {
        struct draft *draft = &state->drafts.at[i];
        move_passage(state, moving, &draft->path, &draft->span);
        for (size_t j = 0; j < draft->more_count; j++)
            move_passage(state, moving, &draft->more[j].path, &draft->more[j].span);
    }
    for (size_t i = 0; i < state->undo_len; i++)
        move_passage(state, moving, &state->undo[i].path, NULL);
}

/* The mention under the cursor has another number, so it is found again where it stands. */
static void move_doubts(struct state *state, struct moving *moving)
{
    if (state->doubts.cursor < state->doubt_len) {
        uint32_t number = state->doubt_rows[state->doubts.cursor];
        const struct mention *mention = &state->library->cast.at[number];
        state->doubt_spot = (struct spot){mention->article, mention->span.start};
    }
    move_spot(moving, &state->doubt_spot);
}

/* What was said is found anew, and the quotations under the cursors with it. */
static void move_said(struct state *state, struct moving *moving)
{
    struct said *both[] = {&state->said, &state->said_in_article};
    said_forget(state);
    for (size_t i = 0; i < COUNT(both); i++) {
        struct spot spot = {both[i]->spot_article, both[i]->spot_at};
        move_spot(moving, &spot);
        both[i]->spot_article = spot.article;
        both[i]->spot_at = spot.at;
    }
}

/* The article in row ROW of the list, or of all by path; ARTICLE_NONE where there is no such row.
 */
static uint32_t in_row(const struct state *state, bool listed, size_t row)
{
    const struct corpus *corpus = &state->library->corpus;
    if (row >= (listed ? listing_count(&state->listing) : corpus->len))
        return ARTICLE_NONE;
    return listed ? listing_nth(&state->listing, row) : corpus->by_path[row];
}

/* The one nearest to row ROW that is not gone. */
static uint32_t nearest(const struct state *state, const struct moving *moving, bool listed,
                        size_t row)
{
    for (size_t far = 0; far <= state->library->corpus.len; far++) {
        for (int back = 0; back < 2; back++) {
            uint32_t to = moving_to(moving, in_row(state, listed, back ? row - far : row + far));
            if (to != ARTICLE_NONE)
                return to;
        }
    }
    return ARTICLE_NONE;
}

/* The new number of ARTICLE; of one that is gone, that of its neighbour in the list. */
static uint32_t neighbour(const struct state *state, const struct moving *moving, uint32_t article)
{
    uint32_t to = moving_to(moving, article);
    if (article == ARTICLE_NONE || to != ARTICLE_NONE)
        return to;
    size_t row = listing_index(&state->listing, article);
    if (row < listing_count(&state->listing))
        to = nearest(state, moving, true, row);
    if (to != ARTICLE_NONE)
        return to;
    return nearest(state, moving, false,
                   corpus_from(moving->old, corpus_path(moving->old, article)));
}

/* The reader stays in the text; where it is gone, the nearest takes its place, and that is said. */
static void move_cursor(struct state *state, struct moving *moving)
{
    struct spot old = state->cursor;
    move_spot(moving, &state->cursor);
    if (old.article == ARTICLE_NONE)
        return;
    if (state->cursor.article != ARTICLE_NONE) {
        if (state->selecting) {
            state->selection_from = moving_at(moving, old.article, state->selection_from);
            state->selection_seed = moving_at(moving, old.article, state->selection_seed);
        }
        state->rebroken = true; /* the cursor's line stays where it is on the screen */
        return;
    }
    uint32_t next = neighbour(state, moving, old.article);
    state->selecting = false;
    struct str gone = corpus_label(moving->old, old.article);
    if (next == ARTICLE_NONE)
        say(state, "%.*s is not in the folder any more, and no other article is", STR_ARG(gone));
    else
        say(state, "%.*s is not in the folder any more; this is %.*s, the nearest to it",
            STR_ARG(gone), STR_ARG(corpus_label(moving->new, next)));
    if (next != ARTICLE_NONE)
        state->cursor = (struct spot){next, place_begin(corpus_article(moving->new, next))};
    state->scroll_wish = SCROLL_TOP;
    state->unfolded = false;
}

/* What is under the cursors of lists whose rows are made anew, and how far down the screen. */
struct held {
    uint32_t article, actor;
    struct spot place;
    size_t article_down, place_down, cast_down;
};

static struct held hold_rows(struct state *state, struct moving *moving, const struct tags *tags)
{
    uint32_t actor = rows_actor(state);
    struct held held = {.article = neighbour(state, moving, rows_article(state)),
                        .article_down = state->articles.cursor - state->articles.top,
                        .place_down = state->places.cursor - state->places.top,
                        .cast_down = state->cast.cursor - state->cast.top};
    held.actor = actor == ACTOR_NONE ? actor : tags_actor(tags, state->library->tags.at[actor].id);
    held.place = move_thread(&state->thread, moving, rows_place(state));
    return held;
}

static void show_at(struct list *list, size_t down)
{
    list->top = list->cursor > down ? list->cursor - down : 0;
}

/* Makes the rows anew, with what was under the cursors under them, where it was on the screen. */
static void give_back_rows(struct state *state, const struct held *held)
{
    if (!state->begun)
        return;
    rows_refresh(state);
    rows_show_article(state, held->article);
    if (held->place.article != ARTICLE_NONE)
        rows_show_place(state, thread_at(&state->thread, &state->library->corpus,
                                         held->place.article, held->place.at));
    for (size_t i = 0; i < state->cast_len; i++)
        if (state->cast_rows[i].actor == held->actor)
            list_go(&state->cast, i);
    show_at(&state->articles, held->article_down);
    show_at(&state->places, held->place_down);
    show_at(&state->cast, held->cast_down);
}

static void add_news(struct arrivals *news, const struct arrivals *more)
{
    news->added += more->added;
    news->changed += more->changed;
    news->renamed += more->renamed;
    news->gone += more->gone;
}

/* Nothing that is known of the old library's rows is true of the new one's. */
static void forget_rows(struct state *state)
{
    listing_forget(&state->listing);
    orders_forget(&state->orders);
    sift_forget(&state->place_rows);
    state->doubts = (struct list){.sideways = 0};
    state->cast_len = state->note_len = state->problem_len = state->doubt_len = 0;
    state->tallies = NULL;
    state->stale = STALE_ALL;
    page_forget(&state->page);
    elsewhere_forget(state);
    said_copied_forget(state);
}

static void move_times(struct state *state, struct moving *moving)
{
    struct timeline *timeline = &state->timeline;
    struct time_spot row = timeline_spot(state);
    if (row.article != ARTICLE_NONE && row.start != TIME_OWN)
        row.start = moving_at(moving, row.article, row.start);
    row.article = moving_to(moving, row.article);
    timeline->asked_from = moving_to(moving, timeline->asked_from);
    timeline->row = row;
    timeline_forget(timeline);
    timeline->first = 0;
}

static void move_all(struct state *state, struct moving *moving)
{
    move_cursor(state, moving);
    kept_move(state, moving);
    move_trail(state, moving);
    state->end_shown = moving_to(moving, state->end_shown);
    move_doubts(state, moving);
    move_times(state, moving);
    move_said(state, moving);
    move_writing(state, moving);
}

void answer_library(struct state *state, const struct event *event, struct effects *out)
{
    (void)out;
    struct moving moving;
    moving_begin(&moving, state->library, event);
    hints_hide(state);
    if (state->prompt.open)
        prompt_cancel(state);
    struct held held = hold_rows(state, &moving, &event->library->tags);
    move_all(state, &moving);
    if (event->unasked)
        add_news(&state->news, &moving.arrivals);
    moving_end(&moving);
    bool was_early = state->early;
    state->library = event->library;
    state->early = event->early;
    if (was_early && state->xref == XREF_CAST && !event->library->tags.len)
        state->xref = XREF_PLACES; /* as if it had begun so */
    kept_count_unreadable(state);
    if (event->notebook)
        state->notebook = event->notebook;
    state->begun = state->cursor.article != ARTICLE_NONE;
    forget_rows(state);
    folders_renew(state);
    hold_again(state);
    give_back_rows(state, &held);
}
