/* SPDX-License-Identifier: ISC */
/* Motions: in the text those of the caret, in lists those of rows; the same keys for both. */
#include "act.h"
#include "caret.h"
#include "dossier/base/memory.h"
#include "folders.h"
#include "info.h"
#include "page.h"
#include "place.h"
#include "rows.h"
#include "say.h"
#include "timeline_move.h"

#define OVERLAP 2  /* lines that two pages share */
#define SIDEWAYS 8 /* columns of one step in lists */

static long times(const struct call *call)
{
    return call->count > 0 ? call->count : 1;
}

/* The list in focus, or NULL in the text. */
static struct list *focused(struct state *state)
{
    int rows;
    return state_list(state, &rows);
}

static int height(struct state *state)
{
    int rows;
    state_list(state, &rows);
    return rows > 1 ? rows : 1;
}

/* A motion in the text: by hand, the selection is no longer a sentence or a paragraph. */
static void moved(struct state *state)
{
    state->selection_level = 0;
}

static void move_lines(struct state *state, long by)
{
    struct list *list = focused(state);
    if (list == &state->info) {
        info_scroll(state, by);
    } else if (list) {
        bool crosses = list == &state->articles || list == &state->folders.list;
        if (!crosses || !folders_cross(state, by))
            list_move(list, by);
    } else {
        caret_lines(state, by);
        moved(state);
    }
}

ACT(down)
{
    move_lines(state, times(call));
}

ACT(up)
{
    move_lines(state, -times(call));
}

/* Scrolls the text by so many lines; the cursor keeps its line on the screen. False at the end. */
static bool scroll_text(struct state *state, long by)
{
    const struct page *page = caret_page(state);
    size_t rows = (size_t)height(state), most, old = state->top;
    if (!page)
        return false;
    most = page->len > rows ? page->len - rows : 0;
    size_t row = page_line(page, state->cursor.at) - old;
    if (rows > 4 * OVERLAP)
        row = row < OVERLAP ? OVERLAP : row > rows - 1 - OVERLAP ? rows - 1 - OVERLAP : row;
    long top = (long)old + by;
    state->top = top < 0 ? 0 : (size_t)top > most ? most : (size_t)top;
    if (state->top == old)
        return false;
    size_t line = page_stand(page, state->top + row, by > 0 ? 1 : -1);
    if (line == page->len)
        line = page_stand(page, state->top + row, by > 0 ? -1 : 1);
    caret_to_line(state, line);
    moved(state);
    return true;
}

static void to_end(struct state *state)
{
    const struct page *page = caret_page(state);
    if (page)
        caret_to_line(state, page_stand(page, page->len - 1, -1));
    moved(state);
}

static bool at_end(struct state *state)
{
    const struct page *page = caret_page(state);
    return !page || caret_line(state) == page_stand(page, page->len - 1, -1);
}

/* The next unread article after this one in the list's order, or else before it. */
static uint32_t next_unread(const struct state *state)
{
    const struct listing *listing = &state->listing;
    size_t here = listing_index(listing, state->cursor.article), count = listing_count(listing);
    for (size_t i = 1; i <= count && state_unread(state); i++) {
        uint32_t article = listing_nth(listing, (here + i) % count);
        if (article != state->cursor.article && !state_memory(state, article)->read &&
            corpus_readable(&state->library->corpus, article))
            return article;
    }
    return ARTICLE_NONE;
}

static void past_end(struct state *state, bool again)
{
    const struct corpus *corpus = &state->library->corpus;
    uint32_t unread = next_unread(state);
    const struct article *article = state_article(state);
    if (unread == ARTICLE_NONE) {
        say(state, "end of %.*s; nothing is left unread", STR_ARG(article->label));
    } else if (again) {
        place_jump(state, (struct spot){unread, place_begin(corpus_article(corpus, unread))});
    } else {
        say(state, "end of %.*s; Space again opens the next unread: %.*s", STR_ARG(article->label),
            STR_ARG(corpus_article(corpus, unread)->label));
        state->asked = COMMAND_page_down;
    }
}

static void page_text(struct state *state, const struct call *call)
{
    long step = height(state) > 2 * OVERLAP ? height(state) - OVERLAP : 1;
    if (!state_article(state) || scroll_text(state, step * times(call)))
        return;
    if (at_end(state) && !state->selecting)
        past_end(state, call->again);
    else
        to_end(state);
}

ACT(page_down)
{
    if (focused(state))
        move_lines(state, height(state) * times(call));
    else
        page_text(state, call);
}

ACT(page_up)
{
    long step = height(state) > 2 * OVERLAP ? height(state) - OVERLAP : 1;
    if (focused(state))
        move_lines(state, -height(state) * times(call));
    else if (!scroll_text(state, -step * times(call)))
        caret_lines(state, -step);
}

static void half(struct state *state, long way)
{
    long step = height(state) / 2 > 0 ? height(state) / 2 : 1;
    if (focused(state) || !scroll_text(state, way * step))
        move_lines(state, way * step);
}

ACT(half_down)
{
    half(state, times(call));
}

ACT(half_up)
{
    half(state, -times(call));
}

static void to_paragraph(struct state *state, long number)
{
    const struct article *article = state_article(state);
    int last = -1;
    for (size_t i = 0; article && i < article_paragraph_count(article); i++) {
        if (article_paragraphs(article)[i].number == number) {
            place_move(state, article_paragraphs(article)[i].span.start);
            state->scroll_wish = SCROLL_COMFORT;
            return;
        }
        if (article_paragraphs(article)[i].number > last)
            last = article_paragraphs(article)[i].number;
    }
    if (article)
        say_wrong(state, "%.*s has no ¶%ld: its last is ¶%d", STR_ARG(article->label), number,
                  last);
}

/* To a row or paragraph, counted from 1; LAST: to the last where none is given. */
static void go_to(struct state *state, long number, bool last)
{
    struct list *list = focused(state);
    const struct page *page = caret_page(state);
    if (list == &state->timeline.list && !number) {
        timeline_end(state, last);
        return;
    }
    if (list == &state->articles || list == &state->places)
        rows_finish(state);
    if (list == &state->info)
        info_scroll(state, number ? number - 1 - (long)list->top
                           : last ? (long)list->count
                                  : -(long)list->top);
    else if (list)
        list_go(list, number ? (size_t)number - 1 : last ? list->count : 0);
    else if (number)
        to_paragraph(state, number);
    else if (page)
        place_move(state,
                   page->at[page_stand(page, last ? page->len - 1 : 0, last ? -1 : 1)].span.start);
    moved(state);
}

ACT(first)
{
    go_to(state, call->count, false);
}

ACT(last)
{
    go_to(state, call->count, true);
}

static void move_sideways(struct state *state, long by)
{
    struct list *list = focused(state);
    if (list == &state->timeline.list) {
        timeline_step(state, by);
    } else if (list) {
        long columns = list->sideways + by * SIDEWAYS;
        list->sideways = columns < 0 ? 0 : columns > 1000 ? 1000 : (int)columns;
    } else {
        caret_clusters(state, by);
        moved(state);
    }
}

ACT(left)
{
    move_sideways(state, -times(call));
}

ACT(right)
{
    move_sideways(state, times(call));
}

ACT(middle)
{
    state->scroll_wish = SCROLL_MIDDLE;
}
