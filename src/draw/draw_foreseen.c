/* SPDX-License-Identifier: ISC */
/* What the line that is being typed would do, between the rows to choose from and the line. */
#include "parts.h"

#include "dossier/base/memory.h"
#include "dossier/text/wrap.h"

static struct str line_at(const struct state *state, const struct spans *lines, int row)
{
    size_t at = (size_t)row;
    if (at < lines->len)
        return span_of(state->prompt.foreseen, lines->at[at]);
    at -= lines->len;
    return at < (size_t)state->layout.examples ? state->foreseeing.examples[at] : STR("");
}

void draw_foreseen(struct cells *out, const struct state *state, struct rectangle where)
{
    struct str words = state->prompt.foreseen;
    struct spans lines = {0};
    wrap_lines(out->arena, words, (struct span){0, (uint32_t)words.len}, where.width - 2, &lines);
    for (int i = 0; i < where.height; i++) {
        struct pen pen = pen_at(out, where.x, where.y + i, where.width), whole = pen;
        pen_fill(&whole, STYLE_PROMPT, " ", whole.end);
        pen_skip(&pen, 2);
        pen_cut(&pen, (size_t)i < lines.len ? STYLE_MESSAGE : STYLE_PROMPT,
                line_at(state, &lines, i), pen_room(&pen));
    }
}
