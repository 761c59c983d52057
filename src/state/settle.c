/* SPDX-License-Identifier: ISC */
/* Handlers change what they are about and no more; here the screen is made to agree: layout, page,
 * scroll, rows, what was seen, and the sentence that says where we are. Each step costs nothing
 * where nothing it depends on has changed. */
#include "settle.h"

#include "about.h"
#include "caret.h"
#include "info.h"
#include "notice.h"
#include "page.h"
#include "place.h"
#include "rows.h"
#include "seen.h"
#include "timeline_move.h"
#include "where.h"

#define CONTEXT 2      /* lines kept above and below the cursor */
#define ROOMY_HEIGHT 9 /* where there are so many */

static bool can_read(const struct state *state, uint32_t article)
{
    return corpus_readable(&state->library->corpus, article);
}

/* The first article to read: by date the first unread one, else the first. */
static uint32_t first_article(const struct state *state)
{
    const struct corpus *corpus = &state->library->corpus;
    bool unread = state_unread(state) > 0;
    for (size_t i = 0; i < corpus->len; i++) {
        uint32_t article = corpus->by_date[i];
        if (can_read(state, article) && !(unread && state_memory(state, article)->read))
            return article;
    }
    return ARTICLE_NONE;
}

static void begin(struct state *state)
{
    struct spot spot = state->cursor; /* where the reader was the last time */
    state->cursor = (struct spot){ARTICLE_NONE, 0};
    state->begun = true;
    layout_make(state, &state->layout);
    rows_refresh(state);
    if (spot.article == ARTICLE_NONE || !can_read(state, spot.article)) {
        spot.article = first_article(state);
        spot.at = spot.article == ARTICLE_NONE
                      ? 0
                      : place_begin(corpus_article(&state->library->corpus, spot.article));
    }
    if (spot.article == ARTICLE_NONE)
        state->focus = PANE_LIST;
    if (state->library->tags.len || state->early)
        state->xref = XREF_CAST;
    place_open(state, spot);
}

/* Where the cursor's line should stand among HEIGHT lines, by the wish; TOP as it is. */
static size_t wished_top(const struct state *state, size_t line, size_t height)
{
    size_t top = state->top, context = height >= ROOMY_HEIGHT ? CONTEXT : 0;
    bool shown = line >= top && line < top + height;
    size_t third = line > height / 3 ? line - height / 3 : 0;
    switch (state->scroll_wish) {
    case SCROLL_MIDDLE:
        return line > height / 2 ? line - height / 2 : 0;
    case SCROLL_TOP:
        return line > context ? line - context : 0;
    case SCROLL_COMFORT:
        return shown && line >= top + context && line < top + height * 2 / 3 + 1 ? top : third;
    default:
        break;
    }
    if (line < top + context)
        return line > context ? line - context : 0;
    if (line + context + 1 > top + height)
        return line + context + 1 - height;
    return top;
}

static void scroll(struct state *state)
{
    int rows = layout_rows(&state->layout, PANE_TEXT);
    const struct page *page = caret_page(state);
    if (!page || rows <= 0) {
        state->top = page ? state->top : 0;
        return;
    }
    size_t height = (size_t)rows, line = page_line(page, state->cursor.at);
    if (state->shown_height && state->shown_height != rows)
        state->shown_row = state->shown_row * rows / state->shown_height;
    if (state->shown_height && state->scroll_wish == SCROLL_LITTLE && state->rebroken)
        state->top = line > (size_t)state->shown_row ? line - (size_t)state->shown_row : 0;
    state->top = wished_top(state, line, height);
    size_t most = page->len > height ? page->len - height : 0;
    if (state->top > most)
        state->top = most;
    state->scroll_wish = SCROLL_LITTLE;
    state->rebroken = false;
    state->shown_row = (int)(line - state->top);
    state->shown_height = rows;
}

/* A new width or height of the text, or folding, moves its lines; the cursor's line stays where it
 * was. */
static void lay_out(struct state *state)
{
    int width = state->page.width, rows = layout_rows(&state->layout, PANE_TEXT);
    bool folded = state->page.folded;
    layout_make(state, &state->layout);
    if (width != state->layout.text_width || folded != caret_folds(state) ||
        rows != layout_rows(&state->layout, PANE_TEXT))
        state->rebroken = true;
    if (caret_page(state))
        state->cursor.at = page_snap(&state->page, state_article(state)->text, state->cursor.at);
}

static void show_lists(struct state *state)
{
    struct list *lists[] = {&state->articles,  &state->places,
                            &state->cast,      &state->notes,
                            &state->doubts,    &state->problems,
                            &state->times,     &state->timeline.list,
                            &state->said.list, &state->said_in_article.list,
                            &state->about.list};
    state->folders.focus = state->folders.focus && state->layout.folders;
    if (state->layout.folders)
        list_show(&state->folders.list, state->layout.folders);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        enum pane pane = i == 0 ? PANE_LIST : PANE_XREF;
        if (state->layout.pane[pane].height)
            list_show(lists[i], layout_rows(&state->layout, pane));
    }
    if (state->prompt.choice_count)
        list_show(&state->prompt.chosen, state->layout.choices.height);
}

void settle(struct state *state)
{
    if (!state->width || !state->height)
        return;
    if (!state->begun && !state_is_blank(state))
        begin(state);
    rows_refresh(state);
    about_refresh(state);
    lay_out(state);
    timeline_settle(state);
    scroll(state);
    show_lists(state);
    info_settle(state);
    where_say(state);
    notice_note(state);
    if (!state->layout.too_small)
        seen_note(state);
}
