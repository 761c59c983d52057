/* SPDX-License-Identifier: ISC */
#include "seen.h"

#include "dossier/base/memory.h"

#include <string.h>

void seen_add(struct spans *seen, struct span span)
{
    if (span.start >= span.end)
        return;
    size_t first = 0;
    while (first < seen->len && seen->at[first].end < span.start)
        first++;
    size_t end = first;
    for (; end < seen->len && seen->at[end].start <= span.end; end++) {
        if (seen->at[end].start < span.start)
            span.start = seen->at[end].start;
        if (seen->at[end].end > span.end)
            span.end = seen->at[end].end;
    }
    if (end == first)
        vec_add(NULL, seen);
    size_t behind = seen->len - (end == first) - end;
    memmove(seen->at + first + 1, seen->at + end, behind * sizeof *seen->at);
    seen->len = first + 1 + behind;
    seen->at[first] = span;
}

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
    struct article_memory *memory = &state->memory[state->cursor.article];
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
            seen_add(&memory->seen, run);
            run = span;
        }
    }
    seen_add(&memory->seen, run);
    if (end_shown && state->end_shown != state->cursor.article)
        memory->read = true;
    state->end_shown = end_shown ? state->cursor.article : ARTICLE_NONE;
}
