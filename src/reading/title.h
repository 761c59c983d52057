/* SPDX-License-Identifier: ISC */
/* The headline above the run of a page, and what its first line tells of it. */
#ifndef READING_TITLE_H
#define READING_TITLE_H

#include "page.h"

/* Where the headline of a page stands above its run, and what follows it that is the article too
 * (standfirst, first heading), all marked as kept; empty where none is seen. SOURCE: the outlet, as
 * the first line has it behind the headline ("Talks stall | The Herald"), or empty. */
struct str title_find(struct page *page, struct str *source);

/* The first line, a page's title, begins with a line that stands above the run, and many lines are
 * no prose: it is a page, in whatever language. */
bool title_is_repeated(const struct page *page);

#endif
