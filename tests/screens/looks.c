/* SPDX-License-Identifier: ISC */
/* What a script expects, whole screens apart. */
#include "script.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/config/theme.h"

#include <string.h>

/* The cell where WORDS first stand in the rectangle. */
static bool find_words(const struct cells *cells, struct rectangle where, struct str words, int *x,
                       int *y)
{
    struct buf row = {0};
    bool found = false;
    for (*y = where.y; *y < where.y + where.height && !found; ++*y) {
        buf_clear(&row);
        for (int i = where.x; i < where.x + where.width; i++)
            buf_str(&row, cells_grapheme(cells, cells_at(cells, i, *y)));
        ptrdiff_t at = str_find(buf_view(&row), words, 0);
        if (at < 0)
            continue;
        for (*x = where.x; at > 0; ++*x)
            at -= (ptrdiff_t)cells_grapheme(cells, cells_at(cells, *x, *y)).len;
        found = true;
        break;
    }
    buf_free(&row);
    return found;
}

/* "text ", "list " or "below " at the beginning of REST: only there. */
static struct rectangle take_pane(const struct runner *r, struct str *rest)
{
    static const char *const names[] = {
        [PANE_LIST] = "list ", [PANE_TEXT] = "text ", [PANE_XREF] = "below "};
    for (size_t i = 0; i < PANE_COUNT; i++) {
        if (str_starts(*rest, str_of(names[i]))) {
            *rest = str_sub(*rest, strlen(names[i]), rest->len);
            return r->session.state.layout.pane[i];
        }
    }
    return (struct rectangle){0, 0, r->session.cells.width, r->session.cells.height};
}

static bool quoted(struct str *rest, struct str *words)
{
    if (!rest->len || rest->at[0] != '"')
        return false;
    ptrdiff_t end = str_find(*rest, STR("\""), 1);
    if (end < 0)
        return false;
    *words = str_sub(*rest, 1, (size_t)end);
    *rest = str_trim(str_sub(*rest, (size_t)end + 1, rest->len));
    return true;
}

static unsigned style_called(struct str name)
{
    unsigned i = 0;
    while (i < STYLE_COUNT && !str_is(name, style_table[i].name))
        i++;
    return i;
}

static void check_style(struct runner *r, int x, int y, struct str words, struct str name)
{
    const struct cells *cells = &r->session.cells;
    bool without = str_starts(name, STR("no-"));
    unsigned style = style_called(without ? str_sub(name, 3, name.len) : name);
    if (style == STYLE_COUNT) {
        script_fail(r, "no such style: ", name);
        return;
    }
    for (size_t left = words.len; left > 0; x++) {
        const struct cell *cell = cells_at(cells, x, y);
        left -= cell->len < left ? cell->len : left;
        if (cell->width && ((cell->styles >> style & 1) != 0) == without) {
            script_fail(r, without ? "has the style " : "has not the style ", name);
            return;
        }
    }
}

void look_style(struct runner *r, struct str rest)
{
    struct str words, name;
    int x, y;
    if (!script_begin(r))
        return;
    session_draw(&r->session);
    struct rectangle where = take_pane(r, &rest);
    if (!quoted(&rest, &words) || !find_words(&r->session.cells, where, words, &x, &y)) {
        script_fail(r, "not on the screen: ", rest);
        return;
    }
    while (str_split(&rest, ' ', &name))
        check_style(r, x, y, words, name);
}

void look_cursor(struct runner *r, struct str rest)
{
    struct str words;
    struct buf row = {0};
    if (!script_begin(r))
        return;
    session_draw(&r->session);
    const struct cells *cells = &r->session.cells;
    for (int x = cells->cursor_x; x >= 0 && x < cells->width; x++)
        buf_str(&row, cells_grapheme(cells, cells_at(cells, x, cells->cursor_y)));
    if (!quoted(&rest, &words) || !str_starts(buf_view(&row), words))
        script_fail(r, "the cursor is at: ", buf_view(&row));
    buf_free(&row);
}

void look_says(struct runner *r, struct str rest)
{
    struct str message = buf_view(&r->session.state.message);
    if (str_find(message, rest, 0) < 0 && str_find(buf_view(&r->session.state.where), rest, 0) < 0)
        script_fail(r, "it says: ", message.len ? message : buf_view(&r->session.state.where));
}

void look_copied(struct runner *r, struct str rest)
{
    if (str_find(buf_view(&r->session.copied), rest, 0) < 0)
        script_fail(r, "copied is: ", buf_view(&r->session.copied));
}

void look_quits(struct runner *r, struct str rest)
{
    (void)rest;
    if (!r->session.world.quit)
        script_fail(r, "the reader goes on", STR(""));
}

void look_file(struct runner *r, struct str name, struct str words)
{
    struct buf bytes = {0};
    struct error error;
    if (!file_read(arena_chars(r->arena, name), (size_t)1 << 24, &bytes, &error))
        script_fail(r, error.text, STR(""));
    else if (str_find(buf_view(&bytes), words, 0) < 0)
        script_fail(r, "not in the file, which is:\n", buf_view(&bytes));
    buf_free(&bytes);
}
