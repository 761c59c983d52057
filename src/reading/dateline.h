/* SPDX-License-Identifier: ISC */
/* Who wrote an article and when it came out, as the lines around it say. */
#ifndef READING_DATELINE_H
#define READING_DATELINE_H

#include "page.h"

/* Fills author and date of OUT, and cuts a date line off that is glued to the article's first
 * line. */
void dateline_find(struct arena *arena, struct page *page, struct seen *out);
/* The first line begins as a date line does, and goes on as prose. */
bool dateline_is_glued(const struct page *page);

#endif
