/* SPDX-License-Identifier: ISC */
#include "parts.h"

#include "dossier/text/grapheme.h"
#include "dossier/text/utf8.h"

/* The first byte of the line that is shown: as late as the cursor needs it. */
static size_t first_shown(const struct prompt *prompt, int room)
{
    struct str before = str_sub(buf_view(&prompt->line.text), 0, prompt->line.cursor);
    return before.len - text_fit_end(before, room > 0 ? room : 0).len;
}

void draw_prompt(struct pen *pen, const struct prompt *prompt)
{
    struct str text = buf_view(&prompt->line.text);
    pen_str(pen, STYLE_PROMPT, prompt->label);
    size_t first = first_shown(prompt, pen_room(pen) - 1);
    int x = pen->x + text_width(str_sub(text, first, prompt->line.cursor));
    pen_str(pen, STYLE_PROMPT, str_sub(text, first, text.len));
    pen_fill(pen, STYLE_PROMPT, " ", pen->end);
    cells_cursor(pen->cells, x, pen->y);
}

static size_t byte_of(struct str text, int column)
{
    size_t at = 0;
    while (column-- > 0 && at < text.len)
        utf8_next(text, &at);
    return at;
}

/* "column 7: …": that the mark tells to all who see it. */
static struct str without_column(const struct state *state)
{
    struct str words = buf_view(&state->message);
    ptrdiff_t colon = str_starts(words, STR("column ")) ? str_find(words, STR(": "), 0) : -1;
    return colon < 0 || state->options.linear ? words
                                              : str_sub(words, (size_t)colon + 2, words.len);
}

void draw_mark(struct pen *pen, const struct state *state)
{
    const struct prompt *prompt = &state->prompt;
    struct str text = buf_view(&prompt->line.text), words = without_column(state);
    int label = text_width(prompt->label), room = pen->end - pen->x - label - 1;
    size_t first = first_shown(prompt, room), at = byte_of(text, state->seeking.column);
    int before = label + (at > first ? text_width(str_sub(text, first, at)) : 0);
    int behind = pen_room(pen) - before - 2, width = text_width(words);
    if (state->options.linear) {
        pen_cut(pen, STYLE_ERROR, words, pen_room(pen));
    } else if (width > behind && before > behind) {
        pen_right(pen, STYLE_ERROR, words, before - 1);
        pen_chars(pen, STYLE_ERROR, " ^");
    } else {
        pen_skip(pen, before);
        pen_chars(pen, STYLE_ERROR, "^ ");
        pen_cut(pen, STYLE_ERROR, words, pen_room(pen));
    }
}
