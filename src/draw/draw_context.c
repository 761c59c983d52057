/* SPDX-License-Identifier: ISC */
#include "parts.h"

#include "dossier/text/grapheme.h"

void draw_context(struct pen *pen, const struct article *article, struct span span, int left,
                  int right, int sideways)
{
    struct str before, after;
    int characters = left + right + sideways;
    article_context(article, span, characters > 0 ? (size_t)characters : 0, &before, &after);
    if (left) {
        pen_tail(pen, STYLE_TEXT, before, left);
        pen_chars(pen, STYLE_TEXT, " ");
    }
    int x = pen->x, room = right - (left ? 1 : 0);
    pen_cut(pen, STYLE_THREAD, span_of(article->text, span), room);
    pen_chars(pen, STYLE_TEXT, " ");
    if (sideways > 0)
        after = str_sub(after, text_fit(after, sideways).len, after.len);
    pen_column(pen, STYLE_TEXT, after, room - (pen->x - x));
}
