/* SPDX-License-Identifier: ISC */
/* The headline above the run of a page, and what its first line tells of it. */
#ifndef READING_TITLE_H
#define READING_TITLE_H

#include "page.h"

/* Where the headline of a page stands above its run, and what follows it that is the article too
 * (standfirst, first heading), all marked as kept; empty where none is seen. SOURCE: the outlet, as
 * the first line has it behind the headline ("Talks stall | The Herald"), or empty. */
struct str title_find(struct page *page, struct str *source);

#endif
