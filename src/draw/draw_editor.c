/* SPDX-License-Identifier: ISC */
/* The note being typed, below the text that it is about. */
#include "parts.h"

#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"
#include "dossier/text/wrap.h"

struct line {
    struct span span; /* bytes of the note; a cursor at its end belongs to it */
};

struct lines {
    struct line *at;
    size_t len, cap;
};

/* Wrapped, each line end that was typed is one here too. */
static void break_lines(struct arena *arena, struct str text, int width, struct lines *out)
{
    for (size_t start = 0;;) {
        size_t end = start;
        while (end < text.len && text.at[end] != '\n')
            end++;
        struct spans lines = {0};
        wrap_lines(arena, text, (struct span){(uint32_t)start, (uint32_t)end}, width, &lines);
        for (size_t i = 0; i < lines.len; i++)
            vec_add(arena, out)->span = lines.at[i];
        if (end == text.len)
            return;
        start = end + 1;
    }
}

/* The line with the cursor: the last that begins at or before it. */
static size_t line_at(const struct lines *lines, size_t cursor)
{
    size_t found = 0;
    for (size_t i = 0; i < lines->len; i++) {
        if (lines->at[i].span.start <= cursor)
            found = i;
    }
    return found;
}

void draw_editor(struct cells *out, const struct state *state, struct rectangle where)
{
    const struct note_editor *editor = &state->editor;
    struct heading_piece pieces[] = {
        {editor->about, STYLE_PANE, 0, false},
        {editor->note.is_private ? STR("private") : STR(""), STYLE_KEY, 0, false},
        {editor->failed ? STR("not saved") : STR(""), STYLE_ERROR, 0, true},
        {editor->failed ? STR("") : STR("#words at the end are tags"), STYLE_PANE, 1, true},
    };
    /* with one line, what is typed matters more than what it is about */
    if (where.height > 1) {
        draw_heading(out, state, where, true, pieces, COUNT(pieces));
        where = draw_below(where, 1);
    }
    int margin = where.width >= 40 ? 2 : 0, width = where.width - 2 * margin - 1;
    struct str text = buf_view(&editor->text.text);
    struct lines lines = {0};
    break_lines(out->arena, text, width, &lines);
    if (!lines.len)
        return;
    size_t here = line_at(&lines, editor->text.cursor);
    size_t height = where.height > 0 ? (size_t)where.height : 1;
    size_t top = here >= height ? here - height + 1 : 0;
    for (size_t i = top; i < lines.len && i < top + height; i++)
        cells_put(out, where.x + margin, where.y + (int)(i - top), width, STYLE_TEXT,
                  span_of(text, lines.at[i].span));
    int x = text_width(str_sub(text, lines.at[here].span.start, editor->text.cursor));
    cells_cursor(out, where.x + margin + (x < width ? x : width), where.y + (int)(here - top));
}
