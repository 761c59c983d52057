/* SPDX-License-Identifier: ISC */
#include "seen.h"

#include "kept.h"

static uint32_t body_end(const struct article *article)
{
    return article->body.len ? article->body.at[article->body.len - 1].end
                             : (uint32_t)article->text.len;
}

/* The last paragraph of the body ends in what is on the screen. */
static bool end_reached(const struct article *article, struct span shown)
{
    uint32_t end = 0;
    for (size_t i = article_paragraph_count(article); i-- > 0 && !end;)
        if (article_paragraphs(article)[i].kind != PARAGRAPH_BOILERPLATE)
            end = article_paragraphs(article)[i].span.end;
    if (!end)
        end = body_end(article);
    return shown.start < end && end <= shown.end;
}

void seen_note(struct state *state)
{
    const struct article *article = state_article(state);
    const struct page *page = &state->page;
    size_t rows = (size_t)layout_rows(&state->layout, PANE_TEXT);
    if (!article || !rows || page->article != state->cursor.article)
        return;
    uint32_t number = state->cursor.article;
    bool end_shown = !article->text.len && !article->problem.len;
    struct span run = {0, 0};
    for (size_t i = state->top; i < page->len && i < state->top + rows; i++) {
        if (page->at[i].kind != PAGE_TEXT)
            continue;
        struct span span = page->at[i].span;
        end_shown = end_shown || end_reached(article, span);
        if (i && page->at[i - 1].kind != PAGE_FOLDED && run.end) {
            run.end = span.end;
        } else {
            kept_see(state, number, run);
            run = span;
        }
    }
    kept_see(state, number, run);
    if (end_shown && state->end_shown != number)
        state_set_read(state, number, true);
    state->end_shown = end_shown ? number : ARTICLE_NONE;
}
