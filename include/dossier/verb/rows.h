/* SPDX-License-Identifier: ISC */
/* The one way in which every listing is printed: a table for people, tsv and jsonl for programs,
 * grep for editors. A listing names its columns once and adds rows of cells; what reaches the
 * output is made safe here and nowhere else. */
#ifndef DOSSIER_VERB_ROWS_H
#define DOSSIER_VERB_ROWS_H

#include "dossier/base/arena.h"
#include "dossier/base/error.h"
#include "dossier/base/str.h"
#include "dossier/verb/cell.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Where a row stands, for grep. */
struct rows_place {
    struct str file;
    int line, column; /* from 1; 0: the whole file */
    struct str text;
};

struct rows;

/* A listing with COUNT COLUMNS (which outlive it) on OUT. */
struct rows *rows_open(struct arena *arena, const struct rows_style *style,
                       const struct column *columns, size_t count, FILE *out);
/* Adds a row: a cell for each column. PLACE may be NULL where the format is not grep. */
void rows_add(struct rows *rows, const struct cell *cells, const struct rows_place *place);
/* Prints what is left, and tells how many rows there were. */
size_t rows_close(struct rows *rows);

/* The format with this name; false with an error that lists the names. */
bool rows_format_read(struct str name, enum rows_format *out, struct error *error);

#endif
