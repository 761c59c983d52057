/* SPDX-License-Identifier: ISC */
/* The text of all cells of a frame lies in one buffer, which the next frame takes over; a cell that
 * is put twice leaves its first text behind. Byte 0 of the buffer is a space, which all empty cells
 * share. */
#include "dossier/draw/cells.h"

#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"

#include <string.h>

static const struct cell empty = {0, 1, 1, 1};

static struct cell *cell_at(const struct cells *cells, int x, int y)
{
    if (x < 0 || y < 0 || x >= cells->width || y >= cells->height)
        return NULL;
    return &cells->at[(size_t)y * (size_t)cells->width + (size_t)x];
}

void cells_begin(struct cells *cells, int width, int height)
{
    width = width < 0 ? 0 : width;
    height = height < 0 ? 0 : height;
    size_t count = (size_t)width * (size_t)height;
    if (width != cells->width || height != cells->height || !cells->at)
        cells->at = memory_resize(cells->at, (count + 1) * sizeof *cells->at);
    cells->width = width;
    cells->height = height;
    cells->cursor_x = cells->cursor_y = -1;
    for (size_t i = 0; i < count; i++)
        cells->at[i] = empty;
    if (!cells->arena)
        cells->arena = arena_new();
    arena_clear(cells->arena);
    buf_clear(&cells->text);
    buf_char(&cells->text, ' ');
}

void cells_free(struct cells *cells)
{
    free(cells->at);
    arena_free(cells->arena);
    buf_free(&cells->text);
    memset(cells, 0, sizeof *cells);
}

/* A cluster of which a part is about to be covered goes as a whole. */
static void clear_cluster(struct cells *cells, int x, int y)
{
    while (x > 0 && cell_at(cells, x, y)->width == 0)
        x--;
    struct cell *head = cell_at(cells, x, y);
    for (int i = head->width; i > 0; i--) {
        struct cell *cell = cell_at(cells, x + i - 1, y);
        *cell = (struct cell){0, 1, 1, cell->styles};
    }
}

static void put_cell(struct cells *cells, int x, int y, int width, uint32_t styles,
                     struct str shown)
{
    for (int i = 0; i < width; i++) {
        struct cell *cell = cell_at(cells, x + i, y);
        if (cell->width != 1)
            clear_cluster(cells, x + i, y);
        *cell = (struct cell){0, 0, 0, styles};
    }
    struct cell *head = cell_at(cells, x, y);
    head->width = (uint8_t)width;
    head->len = (uint8_t)shown.len;
    if (shown.len == 1 && shown.at[0] == ' ')
        return;
    head->at = (uint32_t)cells->text.len;
    buf_str(&cells->text, shown);
}

/* What stands for a hostile character is more than one cell of plain letters. */
static void put_cluster(struct cells *cells, int x, int y, uint32_t styles,
                        const struct cluster *cluster)
{
    struct str shown = {cluster->shown, cluster->shown_len};
    if (cluster->width > 2 && cluster->shown_len == (size_t)cluster->width) {
        for (int i = 0; i < cluster->width; i++)
            put_cell(cells, x + i, y, 1, styles, str_sub(shown, (size_t)i, (size_t)i + 1));
    } else {
        put_cell(cells, x, y, cluster->width, styles, shown);
    }
}

int cells_put(struct cells *cells, int x, int y, int room, unsigned style, struct str s)
{
    if (y < 0 || y >= cells->height)
        return 0;
    if (room > cells->width - x)
        room = cells->width - x;
    struct cluster cluster;
    int taken = 0;
    for (size_t at = 0; cluster_next(s, &at, &cluster);) {
        if (cluster.width <= 0)
            continue;
        if (cluster.width > room - taken)
            break;
        if (x + taken >= 0)
            put_cluster(cells, x + taken, y, 1u << style, &cluster);
        taken += cluster.width;
    }
    return taken;
}

void cells_fill(struct cells *cells, int x, int y, int width, unsigned style, struct str s)
{
    for (int done = 0; done < width;) {
        int taken = cells_put(cells, x + done, y, width - done, style, s);
        if (taken == 0)
            return;
        done += taken;
    }
}

void cells_overlay(struct cells *cells, int x, int y, int width, unsigned style)
{
    for (int i = 0; i < width; i++) {
        struct cell *cell = cell_at(cells, x + i, y);
        if (cell)
            cell->styles |= 1u << style;
    }
}

void cells_cursor(struct cells *cells, int x, int y)
{
    if (!cell_at(cells, x, y))
        return;
    cells->cursor_x = x;
    cells->cursor_y = y;
}

const struct cell *cells_at(const struct cells *cells, int x, int y)
{
    return cell_at(cells, x, y);
}

struct str cells_grapheme(const struct cells *cells, const struct cell *cell)
{
    return str_sub(buf_view(&cells->text), cell->at, (size_t)cell->at + cell->len);
}

void cells_text(const struct cells *cells, int y, struct buf *out)
{
    size_t end = out->len;
    for (int x = 0; x < cells->width; x++) {
        const struct cell *cell = cell_at(cells, x, y);
        if (!cell)
            return;
        buf_str(out, cells_grapheme(cells, cell));
        if (cell->len != 1 || cells->text.at[cell->at] != ' ')
            end = out->len;
    }
    buf_splice(out, end, out->len, STR(""));
}
