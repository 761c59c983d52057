/* SPDX-License-Identifier: ISC */
/* Stock phrases of pages (words/page-*.yaml): by them a line is known for what it is. A phrase is
 * looked up by its first word, or its last, so that most lines cost two looks into a table. */
#ifndef READING_STOCK_H
#define READING_STOCK_H

#include "dossier/base/error.h"
#include "dossier/base/str.h"
#include "dossier/reading/body.h"

#include <stdbool.h>

/* What LINE, trimmed, is by its words; PART_TEXT where they tell nothing. One that is no SENTENCE
 * is searched through too, from its end. A byline is told by stock_byline. */
enum part_kind stock_kind(struct str line, bool sentence);
/* LINE is a byline: NAMES are the names in it as they are printed. */
bool stock_byline(struct str line, struct str *names);
/* LINE begins as a date line does; *BEHIND is the byte behind that. */
bool stock_date(struct str line, size_t *behind);
/* What is wrong in the user's own files. */
const struct problems *stock_problems(void);

#endif
