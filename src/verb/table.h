/* SPDX-License-Identifier: ISC */
/* A listing as a table for people: it is laid out when all its rows are known. */
#ifndef DOSSIER_VERB_TABLE_H
#define DOSSIER_VERB_TABLE_H

#include "dossier/base/arena.h"
#include "dossier/verb/cell.h"

#include <stdio.h>

struct table;

struct table *table_open(struct arena *arena, const struct rows_style *style,
                         const struct column *columns, size_t count);
/* The cells are those of the whole listing; the ones that tables don't show are passed over. */
void table_add(struct table *table, const struct cell *cells);
void table_print(const struct table *table, FILE *out);

#endif
