/* SPDX-License-Identifier: ISC */
#include "caret.h"

#include "dossier/text/grapheme.h"
#include "page.h"

bool caret_folds(const struct state *state)
{
    return state->options.fold && !state->unfolded;
}

const struct page *caret_page(struct state *state)
{
    const struct article *article = state_article(state);
    if (!article)
        return NULL;
    page_make(&state->page, article, state->cursor.article, state->layout.text_width,
              caret_folds(state));
    return page_stand(&state->page, 0, 1) < state->page.len ? &state->page : NULL;
}

size_t caret_line(struct state *state)
{
    const struct page *page = caret_page(state);
    return page ? page_line(page, state->cursor.at) : 0;
}

static void keep_column(struct state *state)
{
    const struct page *page = &state->page;
    state->wish_column = page_column(page, state_article(state)->text,
                                     page_line(page, state->cursor.at), state->cursor.at);
}

void caret_set(struct state *state, uint32_t at)
{
    const struct page *page = caret_page(state);
    if (!page)
        return;
    state->cursor.at = page_snap(page, state_article(state)->text, at);
    keep_column(state);
}

void caret_to_line(struct state *state, size_t line)
{
    const struct page *page = caret_page(state);
    if (page && page_can_stand(page, line))
        state->cursor.at =
            page_at_column(page, state_article(state)->text, line, state->wish_column);
}

bool caret_lines(struct state *state, long by)
{
    const struct page *page = caret_page(state);
    if (!page)
        return false;
    int way = by > 0 ? 1 : -1;
    size_t line = page_line(page, state->cursor.at), begin = line;
    for (; by; by -= way) {
        size_t next =
            line + (size_t)way < page->len ? page_stand(page, line + (size_t)way, way) : page->len;
        if (next == page->len)
            break;
        line = next;
    }
    caret_to_line(state, line);
    return line != begin;
}

/* The byte after the cluster at AT where a cursor can stand; AT at the end. */
static uint32_t right_of(const struct page *page, struct str text, uint32_t at)
{
    size_t line = page_line(page, at);
    uint32_t next = (uint32_t)cluster_after(text, at);
    if (page->at[line].kind == PAGE_TEXT && next < page->at[line].span.end)
        return next;
    line = page_stand(page, line + 1, 1);
    return line < page->len ? page->at[line].span.start : at;
}

static uint32_t left_of(const struct page *page, struct str text, uint32_t at)
{
    size_t line = page_line(page, at);
    if (page->at[line].kind == PAGE_TEXT && at > page->at[line].span.start)
        return (uint32_t)cluster_before(text, at);
    line = line ? page_stand(page, line - 1, -1) : page->len;
    return line < page->len ? page_snap(page, text, page->at[line].span.end) : at;
}

void caret_clusters(struct state *state, long by)
{
    const struct page *page = caret_page(state);
    if (!page)
        return;
    struct str text = state_article(state)->text;
    for (; by > 0; by--)
        state->cursor.at = right_of(page, text, state->cursor.at);
    for (; by < 0; by++)
        state->cursor.at = left_of(page, text, state->cursor.at);
    keep_column(state);
}
