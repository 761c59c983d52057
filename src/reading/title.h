/* SPDX-License-Identifier: ISC */
/* The headline above the run of a page, and what its first line tells of it. */
#ifndef READING_TITLE_H
#define READING_TITLE_H

#include "page.h"

/* Where the headline of a page stands above its run, and what follows it that is the article too
 * (standfirst, first heading), all marked as kept; empty where none is seen. SOURCE: the outlet, as
 * the first line has it behind the headline ("Talks stall | The Herald"), or empty. */
struct str title_find(struct page *page, struct str *source);

/* The first line is a page's title with an outlet behind it, it begins with a line that stands
 * further down, and many lines are no prose: it is a page, in whatever language. Where prose
 * follows that line, that is the run, however much there is elsewhere, as in comments. */
bool title_leads(struct page *page);

#endif
