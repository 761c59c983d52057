/* SPDX-License-Identifier: ISC */
#include "pen.h"

#include "dossier/text/grapheme.h"

#include <stdarg.h>

struct pen pen_at(struct cells *cells, int x, int y, int width)
{
    return (struct pen){cells, x, y, x + (width > 0 ? width : 0)};
}

int pen_room(const struct pen *pen)
{
    return pen->end > pen->x ? pen->end - pen->x : 0;
}

void pen_str(struct pen *pen, unsigned style, struct str s)
{
    pen->x += cells_put(pen->cells, pen->x, pen->y, pen_room(pen), style, s);
}

void pen_chars(struct pen *pen, unsigned style, const char *chars)
{
    pen_str(pen, style, str_of(chars));
}

void pen_printf(struct pen *pen, unsigned style, const char *format, ...)
{
    struct buf b = {0};
    va_list args;
    va_start(args, format);
    buf_vprintf(&b, format, args);
    va_end(args);
    pen_str(pen, style, buf_view(&b));
    buf_free(&b);
}

void pen_cut(struct pen *pen, unsigned style, struct str s, int width)
{
    if (width > pen_room(pen))
        width = pen_room(pen);
    if (width <= 0)
        return;
    /* a text far longer than the row is not measured to its end */
    struct str fits = text_fit(s, width);
    if (fits.len == s.len) {
        pen_str(pen, style, s);
        return;
    }
    pen_str(pen, style, text_fit(s, width - 1));
    pen_chars(pen, style, "…");
}

void pen_column(struct pen *pen, unsigned style, struct str s, int width)
{
    int x = pen->x + width;
    pen_cut(pen, style, s, width);
    pen_fill(pen, style, " ", x);
}

void pen_right(struct pen *pen, unsigned style, struct str s, int width)
{
    int x = pen->x + width;
    pen_fill(pen, style, " ", x - text_width(text_fit(s, width)));
    pen_cut(pen, style, s, x - pen->x);
}

void pen_tail(struct pen *pen, unsigned style, struct str s, int width)
{
    int x = pen->x + width;
    struct str fits = text_fit_end(s, width);
    if (fits.len < s.len)
        fits = text_fit_end(s, width - 1);
    bool cut = fits.len < s.len && width > 0;
    pen_fill(pen, style, " ", x - text_width(fits) - (cut ? 1 : 0));
    if (cut)
        pen_chars(pen, style, "…");
    pen_str(pen, style, fits);
}

void pen_skip(struct pen *pen, int columns)
{
    pen->x += columns;
    if (pen->x > pen->end)
        pen->x = pen->end;
}

void pen_fill(struct pen *pen, unsigned style, const char *sign, int x)
{
    if (x > pen->end)
        x = pen->end;
    if (x <= pen->x)
        return;
    cells_fill(pen->cells, pen->x, pen->y, x - pen->x, style, str_of(sign));
    pen->x = x;
}
