/* SPDX-License-Identifier: ISC */
/* How a table finds its widths: every column gets what its widest cell needs; where that is too
 * much, columns that can be spared go, and then the widest are cut, all to the same width, none
 * below its least. */
#include "table.h"

#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"
#include "dossier/text/safe.h"
#include "dossier/verb/output.h"

#include <limits.h>

#define BETWEEN 2       /* columns between two columns */
#define WIDEST_LEAST 80 /* where the leasts give way, from here downwards */
#define ELLIPSIS "…"

struct row {
    struct str *cells;
};

struct shape {
    const struct column *column;
    size_t cell; /* where in a row of the listing */
    int natural; /* columns of its widest cell */
    int width;   /* what it gets; 0: it is left out */
};

struct table {
    struct arena *arena;
    const struct rows_style *style;
    struct shape *shapes;
    size_t count;
    struct row *at;
    size_t len, cap;
};

static int larger(int a, int b)
{
    return a > b ? a : b;
}

struct table *table_open(struct arena *arena, const struct rows_style *style,
                         const struct column *columns, size_t count)
{
    struct table *table = arena_one(arena, struct table);
    table->arena = arena;
    table->style = style;
    table->shapes = arena_many(arena, struct shape, count);
    for (size_t i = 0; i < count; i++) {
        if (columns[i].title)
            table->shapes[table->count++] = (struct shape){.column = &columns[i], .cell = i};
    }
    return table;
}

void table_add(struct table *table, const struct cell *cells)
{
    struct row *row = vec_add(table->arena, table);
    struct buf words = {0}, safe = {0};
    row->cells = arena_many(table->arena, struct str, table->count);
    for (size_t i = 0; i < table->count; i++) {
        struct shape *shape = &table->shapes[i];
        buf_clear(&words);
        buf_clear(&safe);
        cell_words(&cells[shape->cell], &words);
        safe_line(&safe, buf_view(&words));
        row->cells[i] = arena_str(table->arena, buf_view(&safe));
        shape->natural = larger(shape->natural, text_width(row->cells[i]));
    }
    buf_free(&words);
    buf_free(&safe);
}

/* What is asked of the columns: none wider than LIMIT, or than its least where that is more; but no
 * least is held to that is above FLOOR. */
struct bounds {
    int limit, floor;
};

static int width_within(const struct shape *shape, struct bounds bounds)
{
    int least = shape->column->least < bounds.floor ? shape->column->least : bounds.floor;
    int most = larger(bounds.limit, least);
    return shape->natural < most ? shape->natural : most;
}

/* Whether the columns that are still there fit into the width within BOUNDS. */
static bool fits(const struct table *table, struct bounds bounds)
{
    long sum = -BETWEEN;
    for (size_t i = 0; i < table->count; i++) {
        if (table->shapes[i].width)
            sum += width_within(&table->shapes[i], bounds) + BETWEEN;
    }
    return sum <= table->style->width;
}

static struct shape *most_spare(const struct table *table)
{
    struct shape *found = NULL;
    for (size_t i = 0; i < table->count; i++) {
        struct shape *shape = &table->shapes[i];
        if (shape->width && shape->column->spare > (found ? found->column->spare : 0))
            found = shape;
    }
    return found;
}

/* A column without content is left out; else its title counts as content too. */
static void begin_widths(const struct table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        struct shape *shape = &table->shapes[i];
        if (shape->natural)
            shape->natural = larger(shape->natural, text_width(str_of(shape->column->title)));
        shape->width = shape->natural;
    }
}

static struct bounds choose_bounds(const struct table *table)
{
    struct bounds bounds = {1, INT_MAX};
    struct shape *spare;
    if (fits(table, (struct bounds){INT_MAX, INT_MAX}))
        return (struct bounds){INT_MAX, INT_MAX};
    while (!fits(table, bounds) && (spare = most_spare(table)))
        spare->width = 0;
    if (!fits(table, bounds))
        bounds.floor = WIDEST_LEAST;
    while (!fits(table, bounds) && bounds.floor > 1)
        bounds.floor--;
    while (bounds.limit < table->style->width &&
           fits(table, (struct bounds){bounds.limit + 1, bounds.floor}))
        bounds.limit++;
    return bounds;
}

static void lay_out(const struct table *table)
{
    begin_widths(table);
    struct bounds bounds = choose_bounds(table);
    for (size_t i = 0; i < table->count; i++) {
        struct shape *shape = &table->shapes[i];
        if (shape->width)
            shape->width = width_within(shape, bounds);
    }
}

/* TEXT in WIDTH columns, with a sign where something was cut off. */
static void put_clipped(struct buf *line, struct str text, int width, bool tail)
{
    if (text_width(text) <= width) {
        buf_str(line, text);
        return;
    }
    if (tail)
        buf_chars(line, ELLIPSIS);
    buf_str(line, tail ? text_fit_end(text, width - 1) : text_fit(text, width - 1));
    if (!tail)
        buf_chars(line, ELLIPSIS);
}

static void put_spaces(struct buf *line, int count)
{
    for (; count > 0; count--)
        buf_char(line, ' ');
}

static void put_cell(struct buf *line, const struct shape *shape, struct str text, bool colour)
{
    enum column_look look = shape->column->look;
    bool right = look == COLUMN_RIGHT || look == COLUMN_RIGHT_TAIL;
    struct buf clipped = {0};
    put_clipped(&clipped, text, shape->width, look == COLUMN_RIGHT_TAIL);
    int padding = shape->width - text_width(buf_view(&clipped));
    bool lit = colour && look == COLUMN_KEYWORD;
    put_spaces(line, right ? padding : 0);
    buf_chars(line, lit ? "\033[1m" : "");
    buf_str(line, buf_view(&clipped));
    buf_chars(line, lit ? "\033[0m" : "");
    put_spaces(line, right ? 0 : padding);
    buf_free(&clipped);
}

static void trim_end(struct buf *line)
{
    while (line->len && line->at[line->len - 1] == ' ')
        buf_splice(line, line->len - 1, line->len, STR(""));
}

/* One line; CELLS NULL: the head. */
static void print_line(const struct table *table, const struct str *cells, FILE *out)
{
    struct buf line = {0};
    bool begun = false, colour = table->style->colour;
    for (size_t i = 0; i < table->count; i++) {
        const struct shape *shape = &table->shapes[i];
        if (!shape->width)
            continue;
        put_spaces(&line, begun ? BETWEEN : 0);
        begun = true;
        put_cell(&line, shape, cells ? cells[i] : str_of(shape->column->title), colour && cells);
    }
    trim_end(&line);
    if (colour && !cells) {
        buf_splice(&line, 0, 0, STR("\033[2m"));
        buf_chars(&line, "\033[0m");
    }
    buf_char(&line, '\n');
    output_put(out, buf_view(&line));
    buf_free(&line);
}

void table_print(const struct table *table, FILE *out)
{
    if (!table->len)
        return;
    lay_out(table);
    print_line(table, NULL, out);
    for (size_t i = 0; i < table->len && !ferror(out); i++)
        print_line(table, table->at[i].cells, out);
}
