/* SPDX-License-Identifier: ISC */
#include "dossier/verb/cell.h"

#include "dossier/text/safe.h"

struct cell cell_null(void)
{
    return (struct cell){.kind = CELL_NULL};
}

struct cell cell_text(struct str text)
{
    return (struct cell){.kind = CELL_TEXT, .text = text};
}

struct cell cell_known(struct str text)
{
    return text.len ? cell_text(text) : cell_null();
}

struct cell cell_number(size_t number)
{
    return (struct cell){.kind = CELL_NUMBER, .number = (long)number};
}

struct cell cell_rate(double rate)
{
    return (struct cell){.kind = CELL_RATE, .number = (long)(rate * 1000 + 0.5)};
}

struct cell cell_day(day date)
{
    return (struct cell){.kind = date == DAY_NONE ? CELL_NULL : CELL_DAY, .date = date};
}

struct cell cell_bool(bool truth)
{
    return (struct cell){.kind = CELL_BOOL, .truth = truth};
}

struct cell cell_texts(const struct str *texts, size_t count)
{
    return (struct cell){.kind = CELL_TEXTS, .texts = texts, .count = count};
}

struct cell cell_spans(const struct span *spans, size_t count)
{
    return (struct cell){.kind = CELL_SPANS, .spans = spans, .count = count};
}

/* The list of CELL with its items put by PUT. */
static void put_list(const struct cell *cell, struct buf *out,
                     void (*put)(const struct cell *cell, size_t i, struct buf *out))
{
    for (size_t i = 0; i < cell->count; i++) {
        if (i)
            buf_char(out, ',');
        put(cell, i, out);
    }
}

static void put_text(const struct cell *cell, size_t i, struct buf *out)
{
    buf_str(out, cell->texts[i]);
}

static void put_span(const struct cell *cell, size_t i, struct buf *out)
{
    buf_printf(out, "%u-%u", cell->spans[i].start, cell->spans[i].end);
}

static void put_json_text(const struct cell *cell, size_t i, struct buf *out)
{
    safe_json(out, cell->texts[i]);
}

static void put_json_span(const struct cell *cell, size_t i, struct buf *out)
{
    buf_printf(out, "[%u,%u]", cell->spans[i].start, cell->spans[i].end);
}

static void put_day(day date, struct buf *out)
{
    char iso[DAY_TEXT];
    day_iso(date, iso);
    buf_chars(out, iso);
}

void cell_words(const struct cell *cell, struct buf *out)
{
    switch (cell->kind) {
    case CELL_NULL:
        break;
    case CELL_TEXT:
        buf_str(out, cell->text);
        break;
    case CELL_NUMBER:
        buf_printf(out, "%ld", cell->number);
        break;
    case CELL_RATE: /* whatever the locale says */
        buf_printf(out, "%ld.%03ld", cell->number / 1000, cell->number % 1000);
        break;
    case CELL_DAY:
        put_day(cell->date, out);
        break;
    case CELL_BOOL:
        buf_chars(out, cell->truth ? "true" : "false");
        break;
    case CELL_TEXTS:
        put_list(cell, out, put_text);
        break;
    case CELL_SPANS:
        put_list(cell, out, put_span);
        break;
    }
}

static void cell_json_list(const struct cell *cell, struct buf *out)
{
    buf_char(out, '[');
    put_list(cell, out, cell->kind == CELL_TEXTS ? put_json_text : put_json_span);
    buf_char(out, ']');
}

void cell_json(const struct cell *cell, struct buf *out)
{
    switch (cell->kind) {
    case CELL_NULL:
        buf_chars(out, "null");
        break;
    case CELL_TEXT:
        safe_json(out, cell->text);
        break;
    case CELL_DAY:
        buf_char(out, '"');
        put_day(cell->date, out);
        buf_char(out, '"');
        break;
    case CELL_TEXTS:
    case CELL_SPANS:
        cell_json_list(cell, out);
        break;
    case CELL_NUMBER:
    case CELL_RATE:
    case CELL_BOOL:
        cell_words(cell, out);
        break;
    }
}
