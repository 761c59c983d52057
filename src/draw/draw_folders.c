/* SPDX-License-Identifier: ISC */
/* The saved searches: how many articles each has, and how many of them are unread. */
#include "parts.h"

#include "dossier/base/count.h"
#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"

static struct str counts(struct arena *arena, const struct state *state,
                         const struct folder *folder)
{
    const struct thread *thread = &folder->thread;
    size_t unread = state_folder_unread(state, folder);
    if (folder->bad)
        return STR("can’t be read");
    if (!folder->made)
        return STR("…");
    const char *more = thread->going ? "…" : thread->cut ? "+" : "";
    if (!unread)
        return arena_printf(arena, "%s%s", COUNT_ARG(thread->articles), more);
    return arena_printf(arena, "%s%s  %s unread", COUNT_ARG(thread->articles), more,
                        COUNT_ARG(unread));
}

static void put_row(struct pen *pen, const struct state *state, size_t row, bool current)
{
    const struct folder *folder = &state->folders.at[row];
    struct str count = counts(pen->cells->arena, state, folder);
    int width = text_width(count), end = pen->end;
    pen_chars(pen, STYLE_KEY, current ? "▸" : row == state->folders.open ? "›" : " ");
    pen_chars(pen, STYLE_KEY, " @");
    int room = pen_room(pen) - width - 2;
    pen_cut(pen, STYLE_TEXT, folder->name, room > 4 ? room : pen_room(pen));
    if (room <= 4)
        return;
    pen_fill(pen, STYLE_TEXT, " ", end - width - 1);
    pen_cut(pen, folder->bad ? STYLE_ERROR : STYLE_PLOT, count, width);
}

void draw_folders(struct cells *out, const struct state *state, struct rectangle where)
{
    const struct folders *folders = &state->folders;
    size_t top = draw_top(&folders->list, where.height);
    for (int i = 0; i < where.height && top + (size_t)i < folders->len; i++) {
        size_t row = top + (size_t)i;
        bool current = folders->focus && row == folders->list.cursor;
        struct pen pen = pen_at(out, where.x, where.y + i, where.width);
        put_row(&pen, state, row, current);
        if (current)
            draw_row_here(out, state, PANE_LIST, where, i);
    }
}
