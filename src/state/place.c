/* SPDX-License-Identifier: ISC */
#include "place.h"

#include "caret.h"
#include "dossier/base/memory.h"
#include "page.h"
#include "rows.h"

#include <stdlib.h>
#include <string.h>

#define TRAIL_LONGEST 400

uint32_t place_begin(const struct article *article)
{
    for (size_t i = 0; i < article_paragraph_count(article); i++)
        if (article_paragraphs(article)[i].kind != PARAGRAPH_BOILERPLATE)
            return article_paragraphs(article)[i].span.start;
    return article_paragraph_count(article) ? article_paragraphs(article)[0].span.start : 0;
}

struct spot place_left(const struct state *state, uint32_t article)
{
    if (state->cursor.article == article)
        return state->cursor;
    if (state->last_place.article == article)
        return state->last_place;
    for (size_t i = state->trail_len; i-- > 0;)
        if (state->trail[i].article == article)
            return state->trail[i];
    return (struct spot){article, place_begin(corpus_article(&state->library->corpus, article))};
}

/* A new article: what belonged to the old one goes. */
static void change_article(struct state *state, uint32_t article)
{
    state->cursor = (struct spot){article, 0};
    state->selecting = false;
    state->unfolded = false;
    state->top = 0;
    state->shown_height = 0;
    state->stale |= STALE_CAST | STALE_NOTES | STALE_TIMES;
    state->times = (struct list){.sideways = 0};
    if (!state->cast_whole)
        state->cast_len = 0;
    rows_show_article(state, article);
}

static void unfold_at(struct state *state, uint32_t at)
{
    const struct article *article = state_article(state);
    size_t i = article_paragraph(article, at);
    if (i < article_paragraph_count(article) &&
        article_paragraphs(article)[i].kind == PARAGRAPH_BOILERPLATE)
        state->unfolded = true;
}

void place_open(struct state *state, struct spot spot)
{
    if (spot.article >= state->library->corpus.numbers)
        return;
    if (spot.article != state->cursor.article)
        change_article(state, spot.article);
    caret_set(state, spot.at);
    bool begins = spot.at == place_begin(state_article(state));
    state->scroll_wish = begins ? SCROLL_TOP : SCROLL_COMFORT;
}

void place_leave(struct state *state)
{
    if (state->cursor.article == ARTICLE_NONE)
        return;
    state->last_place = state->cursor;
    state->trail_len = state->trail_at;
    if (state->trail_len == TRAIL_LONGEST)
        memmove(state->trail, state->trail + 1, --state->trail_len * sizeof *state->trail);
    state->trail =
        vec_room(NULL, state->trail, &state->trail_cap, state->trail_len, sizeof *state->trail);
    state->trail[state->trail_len++] = state->cursor;
    state->trail_at = state->trail_len;
}

void place_jump(struct state *state, struct spot spot)
{
    if (spot.article >= state->library->corpus.numbers)
        return;
    place_leave(state);
    if (spot.article != state->cursor.article)
        change_article(state, spot.article);
    unfold_at(state, spot.at);
    place_open(state, spot);
}

void place_move(struct state *state, uint32_t at)
{
    const struct page *page = caret_page(state);
    if (!page)
        return;
    size_t from = page_line(page, state->cursor.at), to = page_line(page, at);
    size_t far = from > to ? from - to : to - from;
    if (far > (size_t)layout_rows(&state->layout, PANE_TEXT))
        place_leave(state);
    caret_set(state, at);
}

void place_show_text(struct state *state)
{
    if (state->view == VIEW_READING && state->layout.pane[PANE_TEXT].height)
        return;
    state->view = VIEW_READING;
    state->focus = PANE_TEXT;
}

bool place_back(struct state *state)
{
    if (!state->trail_at)
        return false;
    size_t at = state->trail_at;
    struct spot here = state->cursor;
    if (at == state->trail_len) {
        place_leave(state);
        at = state->trail_len - 1;
    }
    state->trail_at = at - 1;
    state->last_place = here;
    place_open(state, state->trail[state->trail_at]);
    return true;
}

bool place_forward(struct state *state)
{
    if (state->trail_at + 1 >= state->trail_len)
        return false;
    state->last_place = state->cursor;
    place_open(state, state->trail[++state->trail_at]);
    return true;
}
