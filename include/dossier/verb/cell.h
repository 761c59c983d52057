/* SPDX-License-Identifier: ISC */
/* What listings are made of: columns, cells, and how they are to look. */
#ifndef DOSSIER_VERB_CELL_H
#define DOSSIER_VERB_CELL_H

#include "dossier/base/buf.h"
#include "dossier/base/day.h"
#include "dossier/base/span.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>

enum rows_format { ROWS_TABLE, ROWS_TSV, ROWS_JSONL, ROWS_GREP };

struct rows_style {
    enum rows_format format;
    bool terminal; /* the output is one */
    bool colour;
    int width; /* columns that a table may take, at least 1 */
};

enum column_look {
    COLUMN_LEFT,
    COLUMN_RIGHT,      /* to the right, as numbers stand */
    COLUMN_RIGHT_TAIL, /* to the right, and what is too long loses its beginning */
    COLUMN_KEYWORD     /* to the left, standing out where there is colour */
};

struct column {
    const char *name;  /* the field in tsv and jsonl; NULL: only in tables */
    const char *title; /* the head in a table; NULL: not in tables */
    enum column_look look;
    int least; /* in a table: it is not cut below this, as long as there is another way */
    int spare; /* in a table too narrow for all: 0 stays, the highest goes first */
};

enum cell_kind {
    CELL_NULL,
    CELL_TEXT,
    CELL_NUMBER,
    CELL_RATE,
    CELL_DAY,
    CELL_BOOL,
    CELL_TEXTS,
    CELL_SPANS
};

/* A value; one that is left out of a row is null. It borrows what it points to till rows_add
 * returns. */
struct cell {
    enum cell_kind kind;
    struct str text;
    long number; /* of a rate: in thousandths */
    day date;
    bool truth;
    size_t count; /* of texts, spans */
    const struct str *texts;
    const struct span *spans;
};

struct cell cell_null(void);
struct cell cell_text(struct str text);
/* The same, but an empty text is null. */
struct cell cell_known(struct str text);
struct cell cell_number(size_t number);
/* From 0 to 1, with three decimals. */
struct cell cell_rate(double rate);
/* DAY_NONE is null. */
struct cell cell_day(day date);
struct cell cell_bool(bool truth);
/* Lists are never null. */
struct cell cell_texts(const struct str *texts, size_t count);
struct cell cell_spans(const struct span *spans, size_t count);

/* Adds the cell in plain words, not yet safe: lists parted by commas, spans as "24-108"; nothing
 * for null. */
void cell_words(const struct cell *cell, struct buf *out);
/* Adds the cell as a JSON value (RFC 8259), safe. */
void cell_json(const struct cell *cell, struct buf *out);

#endif
