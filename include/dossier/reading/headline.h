/* SPDX-License-Identifier: ISC */
/* The headline of an article that nobody has told. */
#ifndef DOSSIER_READING_HEADLINE_H
#define DOSSIER_READING_HEADLINE_H

#include "dossier/model/article.h"

#include <stdbool.h>

#define HEADLINE_LONGEST 200 /* characters */

/* The headline that stands in the text of a finished article: the first paragraph of its body, if
 * that is one line, not too long, does not end as a sentence does, nor with a dash, and more text
 * follows. The marks of a Markdown heading are not in it. False where there is none. */
bool headline_find(const struct article *article, struct str *title);

#endif
