/* SPDX-License-Identifier: ISC */
/* Which lines of what was taken for an article may be found not to be, when they stand in other
 * articles of its source too. */
#ifndef READING_RECURRING_H
#define READING_RECURRING_H

#include "page.h"

/* Of a page, whose headline is TITLE: each line of some words that is no running text. In ARENA;
 * NULL where there is none. */
struct recurring *recurring_of_page(struct arena *arena, const struct page *page, struct str title);
/* Of any other text: only three together, before its prose or behind, where menus and pleas stand;
 * one alone may be a column's title, or a refrain. */
struct recurring *recurring_of_text(struct arena *arena, const struct page *page);

#endif
