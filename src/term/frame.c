/* SPDX-License-Identifier: ISC */
#include "frame.h"

#include "dossier/base/memory.h"

#include <string.h>

#define MARKS_MOST 4 /* zero-width characters of one cell: what curses takes */

void frame_free(struct frame *frame)
{
    free(frame->at);
    buf_free(&frame->text);
    *frame = (struct frame){0};
}

void frame_keep(struct frame *frame, const struct cells *cells)
{
    size_t count = (size_t)cells->width * (size_t)cells->height;
    frame->at = memory_resize(frame->at, (count + 1) * sizeof *frame->at);
    if (count)
        memcpy(frame->at, cells->at, count * sizeof *frame->at);
    buf_clear(&frame->text);
    buf_str(&frame->text, buf_view(&cells->text));
    frame->width = cells->width;
    frame->height = cells->height;
}

static bool same(const struct frame *frame, const struct cell *last, const struct cells *cells,
                 const struct cell *cell)
{
    return cell->styles == last->styles && cell->width == last->width && cell->len == last->len &&
           memcmp(cells->text.at + cell->at, frame->text.at + last->at, cell->len) == 0;
}

bool frame_row_differs(const struct frame *frame, const struct cells *cells, int y)
{
    if (!frame->at || frame->width != cells->width || frame->height != cells->height)
        return true;
    for (int x = 0; x < cells->width; x++) {
        const struct cell *cell = cells_at(cells, x, y);
        if (!same(frame, &frame->at[(size_t)y * (size_t)cells->width + (size_t)x], cells, cell))
            return true;
    }
    return false;
}

/* The first character of a cell, or what has its width. */
static size_t put_base(wchar_t c, int columns, wchar_t *out)
{
    int width = wcwidth(c);
    bool fits = width > 0 && width <= columns;
    size_t count = 0;
    out[count++] = fits ? c : L'?';
    for (int i = fits ? width : 1; i < columns && count < FRAME_CHARS - MARKS_MOST; i++)
        out[count++] = L' ';
    return count;
}

static bool is_mark(wchar_t c)
{
    bool joins = c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f);
    return !joins && wcwidth(c) == 0;
}

size_t frame_chars(const struct cells *cells, const struct cell *cell, wchar_t *out)
{
    struct str shown = cells_grapheme(cells, cell);
    mbstate_t state = {0};
    size_t count = 0, marks = 0;
    for (size_t at = 0; at < shown.len && marks < MARKS_MOST;) {
        wchar_t c;
        size_t n = mbrtowc(&c, shown.at + at, shown.len - at, &state);
        if (n == 0 || n > shown.len - at)
            break;
        at += n;
        if (count == 0)
            count = put_base(c, cell->width, out);
        else if (is_mark(c) && out[count - 1] != L' ') {
            out[count++] = c;
            marks++;
        }
    }
    return count ? count : put_base(L'?', cell->width, out);
}
