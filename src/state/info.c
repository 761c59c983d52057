/* SPDX-License-Identifier: ISC */
#include "info.h"

#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"
#include "dossier/text/wrap.h"

#define WIDEST 96     /* columns: longer lines are hard to read */
#define NAMES_MOST 22 /* columns of names before a tab */

struct lines {
    struct str *at;
    size_t len, cap;
};

struct buf *info_begin(struct state *state, const char *title)
{
    buf_clear(&state->info_text);
    state->info_title = arena_str(state->arena, str_of(title));
    state->info_width = 0;
    state->help_context = 0;
    return &state->info_text;
}

void info_show(struct state *state)
{
    if (state->view != VIEW_INFO)
        state->under = state->view;
    state->view = VIEW_INFO;
    state->info = (struct list){.sideways = 0};
    state->info_width = 0;
}

void info_close(struct state *state)
{
    if (state->view == VIEW_INFO)
        state->view = state->under;
}

/* The columns that names before a tab take. */
static int name_width(struct str text)
{
    int width = 0;
    for (struct str line; str_split(&text, '\n', &line);) {
        ptrdiff_t tab = str_find(line, STR("\t"), 0);
        int name = tab < 0 ? 0 : text_width(str_sub(line, 0, (size_t)tab));
        if (name > width)
            width = name;
    }
    return width < NAMES_MOST ? width : NAMES_MOST;
}

static void add(struct state *state, struct lines *lines, struct str name, int indent,
                struct str text)
{
    struct buf line = {0};
    buf_str(&line, name);
    for (int pad = text_width(name); pad < indent; pad++)
        buf_char(&line, ' ');
    buf_str(&line, text);
    *vec_add(state->info_arena, lines) = arena_str(state->info_arena, buf_view(&line));
    buf_free(&line);
}

/* One line of the text as lines of the screen, what follows a tab in a column of its own. */
static void break_line(struct state *state, struct lines *lines, struct str line, int names)
{
    ptrdiff_t tab = str_find(line, STR("\t"), 0);
    struct str name = tab < 0 ? STR("") : str_sub(line, 0, (size_t)tab);
    int indent = tab < 0 ? 0 : names + 2, room = state->info_width - indent;
    struct spans parts = {0};
    size_t start = tab < 0 ? 0 : (size_t)tab + 1;
    if (text_width(name) > names) {
        add(state, lines, name, 0, STR(""));
        name = STR("");
    }
    wrap_lines(state->info_arena, line, (struct span){(uint32_t)start, (uint32_t)line.len},
               room > 8 ? room : 8, &parts);
    for (size_t i = 0; i < parts.len; i++)
        add(state, lines, i ? STR("") : name, indent, span_of(line, parts.at[i]));
}

static void break_text(struct state *state, int width)
{
    struct lines lines = {0};
    struct str rest = buf_view(&state->info_text), line;
    int names = name_width(rest);
    arena_clear(state->info_arena);
    state->info_width = width;
    while (str_split(&rest, '\n', &line))
        break_line(state, &lines, line, names);
    state->info_lines = lines.at;
    state->info_len = lines.len;
}

void info_scroll(struct state *state, long by)
{
    int height = layout_rows(&state->layout, PANE_XREF);
    size_t rows = height > 0 ? (size_t)height : 1;
    size_t most = state->info_len > rows ? state->info_len - rows : 0;
    long top = (long)state->info.top + by;
    state->info.top = top < 0 ? 0 : (size_t)top > most ? most : (size_t)top;
    state->info.cursor = state->info.top;
}

void info_settle(struct state *state)
{
    if (state->view != VIEW_INFO)
        return;
    int width = state->layout.pane[PANE_XREF].width - 2;
    width = width > WIDEST ? WIDEST : width < 10 ? 10 : width;
    if (width != state->info_width)
        break_text(state, width);
    state->info.count = state->info_len;
    info_scroll(state, 0);
}
