/* SPDX-License-Identifier: ISC */
/* tsv, jsonl and grep are printed row by row; a table when it is complete. */
#include "dossier/verb/rows.h"

#include "table.h"

#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "dossier/text/safe.h"
#include "dossier/verb/output.h"

static const char *const format_names[] = {
    [ROWS_TABLE] = "table",
    [ROWS_TSV] = "tsv",
    [ROWS_JSONL] = "jsonl",
    [ROWS_GREP] = "grep",
};

struct rows {
    const struct rows_style *style;
    const struct column *columns;
    size_t column_count;
    FILE *out;
    struct table *table; /* only for ROWS_TABLE */
    size_t count;
    struct buf line, words; /* one row; one cell */
};

bool rows_format_read(struct str name, enum rows_format *out, struct error *error)
{
    for (size_t i = 0; i < COUNT(format_names); i++) {
        if (str_is(name, format_names[i])) {
            *out = (enum rows_format)i;
            return true;
        }
    }
    return error_set(error, "--format: %.*s is not known; formats are table, tsv, jsonl and grep",
                     STR_ARG(name));
}

static void print(struct rows *rows)
{
    buf_char(&rows->line, '\n');
    output_put(rows->out, buf_view(&rows->line));
    buf_clear(&rows->line);
}

static void print_tsv_head(struct rows *rows)
{
    for (size_t i = 0; i < rows->column_count; i++) {
        if (!rows->columns[i].name)
            continue;
        if (rows->line.len)
            buf_char(&rows->line, '\t');
        buf_chars(&rows->line, rows->columns[i].name);
    }
    print(rows);
}

struct rows *rows_open(struct arena *arena, const struct rows_style *style,
                       const struct column *columns, size_t count, FILE *out)
{
    struct rows *rows = arena_one(arena, struct rows);
    *rows = (struct rows){
        .style = style,
        .columns = columns,
        .column_count = count,
        .out = out,
    };
    if (style->format == ROWS_TABLE)
        rows->table = table_open(arena, style, columns, count);
    if (style->format == ROWS_TSV)
        print_tsv_head(rows);
    return rows;
}

static void add_escaped(struct buf *out, struct str safe)
{
    for (size_t i = 0; i < safe.len; i++) {
        char c = safe.at[i];
        if (c == '\t')
            buf_chars(out, "\\t");
        else if (c == '\n')
            buf_chars(out, "\\n");
        else if (c == '\r')
            buf_chars(out, "\\r");
        else if (c == '\\')
            buf_chars(out, "\\\\");
        else
            buf_char(out, c);
    }
}

static void add_tsv(struct rows *rows, const struct cell *cells)
{
    struct buf safe = {0};
    bool begun = false;
    for (size_t i = 0; i < rows->column_count; i++) {
        if (!rows->columns[i].name)
            continue;
        if (begun)
            buf_char(&rows->line, '\t');
        begun = true;
        buf_clear(&rows->words);
        buf_clear(&safe);
        cell_words(&cells[i], &rows->words);
        safe_lines(&safe, buf_view(&rows->words));
        add_escaped(&rows->line, buf_view(&safe));
    }
    buf_free(&safe);
}

static void add_jsonl(struct rows *rows, const struct cell *cells)
{
    buf_char(&rows->line, '{');
    for (size_t i = 0; i < rows->column_count; i++) {
        if (!rows->columns[i].name)
            continue;
        if (rows->line.len > 1)
            buf_char(&rows->line, ',');
        safe_json(&rows->line, str_of(rows->columns[i].name));
        buf_char(&rows->line, ':');
        cell_json(&cells[i], &rows->line);
    }
    buf_char(&rows->line, '}');
}

static void add_grep(struct rows *rows, const struct rows_place *place)
{
    safe_line(&rows->line, place->file);
    buf_printf(&rows->line, ":%d:%d:", place->line ? place->line : 1,
               place->column ? place->column : 1);
    safe_line(&rows->line, place->text);
}

void rows_add(struct rows *rows, const struct cell *cells, const struct rows_place *place)
{
    rows->count++;
    if (rows->table) {
        table_add(rows->table, cells);
        return;
    }
    if (ferror(rows->out))
        return;
    if (rows->style->format == ROWS_TSV)
        add_tsv(rows, cells);
    else if (rows->style->format == ROWS_JSONL)
        add_jsonl(rows, cells);
    else if (place)
        add_grep(rows, place);
    print(rows);
}

size_t rows_close(struct rows *rows)
{
    if (rows->table)
        table_print(rows->table, rows->out);
    buf_free(&rows->line);
    buf_free(&rows->words);
    return rows->count;
}
