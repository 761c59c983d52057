/* SPDX-License-Identifier: ISC */
/* The bar at the right of the text: what part of the article is on the screen, and where in it the
 * thread's places are. */
#include "paint.h"
#include "parts.h"

/* The line of the page that holds byte AT. */
static size_t line_of(const struct page *page, uint32_t at)
{
    size_t low = 0, high = page->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (page->at[middle].span.start <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low - 1 : 0;
}

static void put(struct cells *out, struct rectangle where, size_t row, unsigned style,
                const char *sign)
{
    cells_put(out, where.x, where.y + (int)row, 1, style, str_of(sign));
}

static void thumb(struct cells *out, const struct state *state, struct rectangle where)
{
    size_t height = (size_t)where.height, lines = state->page.len;
    size_t length = height * height / lines;
    length = length ? length : 1;
    size_t hidden = lines - height;
    size_t top = state->top < hidden ? state->top : hidden;
    size_t first = (top * (height - length) + hidden / 2) / hidden;
    for (size_t i = 0; i < length; i++)
        put(out, where, first + i, STYLE_SCROLL, "█");
}

void draw_scroll(struct cells *out, const struct state *state, struct rectangle where)
{
    size_t height = (size_t)where.height, lines = state->page.len;
    for (size_t i = 0; i < height; i++)
        put(out, where, i, STYLE_SCROLL, "│");
    if (lines > height)
        thumb(out, state, where);
    if (state->thread.wish.kind == THREAD_SEARCH && !state->lit)
        return;
    size_t end, scale = lines > height ? lines : height;
    for (size_t i = paint_thread(state, state->cursor.article, &end); i < end; i++) {
        size_t row = line_of(&state->page, state->thread.at[i].span.start) * height / scale;
        const struct cell *cell = cells_at(out, where.x, where.y + (int)row);
        bool on_thumb = cell && !str_is(cells_grapheme(out, cell), "│") &&
                        !str_is(cells_grapheme(out, cell), "┤");
        put(out, where, row, STYLE_SCROLL_PLACE, on_thumb ? "▌" : "┤");
    }
}
