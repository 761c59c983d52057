/* SPDX-License-Identifier: ISC */
/* Help, and answers to i: lines of text over whatever was there. A line that begins with a space
 * has keys in its first column. */
#include "parts.h"

#include "dossier/base/memory.h"

static void put_row(struct pen *pen, struct str line)
{
    bool heading = line.len && line.at[0] != ' ';
    pen_str(pen, heading ? STYLE_HEADLINE : STYLE_TEXT, line);
}

void draw_info(struct cells *out, const struct state *state, struct rectangle where)
{
    struct arena *arena = out->arena;
    size_t shown = where.height > 1 ? (size_t)where.height - 1 : 0;
    bool more = state->info_len > shown;
    struct heading_piece pieces[] = {
        {state->info_title, STYLE_PANE, 0, false},
        {more ? arena_printf(arena, "%zu of %zu lines", state->info.cursor + 1, state->info_len)
              : STR(""),
         STYLE_PANE, 1, true},
    };
    draw_heading(out, state, where, true, pieces, COUNT(pieces));
    where = draw_below(where, 1);
    size_t top = draw_top(&state->info, where.height);
    for (int i = 0; i < where.height && top + (size_t)i < state->info_len; i++) {
        size_t row = top + (size_t)i;
        struct pen pen = pen_at(out, where.x + 1, where.y + i, where.width - 1);
        put_row(&pen, state->info_lines[row]);
        if (more && row == state->info.cursor)
            draw_row_here(out, state, PANE_XREF, where, i);
    }
}
