/* SPDX-License-Identifier: ISC */
/* Stock phrases of pages (data/page-*.yaml): by them a line is known for what it is. A phrase is
 * looked up by its first word, or its last, so that most lines cost two looks into a table. */
#ifndef READING_STOCK_H
#define READING_STOCK_H

#include "dossier/base/str.h"
#include "dossier/reading/body.h"

#include <stdbool.h>

/* What LINE, trimmed, is by its words; PART_TEXT where they tell nothing. One that is no SENTENCE
 * is searched through too, from its end. A byline is told by byline_read. */
enum part_kind stock_kind(struct str line, bool sentence);
struct phrase;
/* The phrase that LINE begins with, of those WANTED (bits of enum where); NULL: none. */
const struct phrase *stock_label(struct str line, unsigned wanted);
/* LINE begins as a date line does; *BEHIND is the byte behind that. */
bool stock_date(struct str line, size_t *behind);

#endif
