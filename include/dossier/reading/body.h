/* SPDX-License-Identifier: ISC */
/* What of a plain text is the article, and what stands around it. */
#ifndef DOSSIER_READING_BODY_H
#define DOSSIER_READING_BODY_H

#include "dossier/base/arena.h"
#include "dossier/base/day.h"
#include "dossier/base/error.h"
#include "dossier/base/span.h"
#include "dossier/base/str.h"
#include "dossier/model/recurring.h"

#include <stdbool.h>
#include <stddef.h>

enum part_kind {
    PART_TEXT,       /* the article, its headline and standfirst too */
    PART_NAVIGATION, /* menus, buttons, links, headings of lists */
    PART_TEASER,     /* of other stories */
    PART_AFTER,      /* comments, rights, notices: what follows an article and ends it */
    PART_ADVERT,
    PART_CREDIT, /* of a photo, or its caption with it */
    PART_BYLINE,
    PART_DATE,
    PART_UPDATE, /* "This story has been updated" */
    PART_END,    /* "End of article" */
    PART_CAPTION /* above a credit */
};

/* A line, or in a text wrapped by hand a block of lines, and what it was taken for. */
struct part {
    struct span span; /* text offsets, trimmed */
    enum part_kind kind;
};

/* What was worked out of a text; what is not known is empty, or DAY_NONE. Slices are of the text.
 */
struct seen {
    struct spans body; /* text offsets, in order; none: all of it is the article */
    struct {
        struct part *at;
        size_t len, cap;
    } rest; /* what is not the body, in order */
    struct str title, author, source;
    day date;
    struct span date_at; /* where it stands */
    /* Lines of the body that are not the article if other articles of the source have them too,
     * each with a number of its words as its key; NULL: there are none. */
    struct recurring *recurring;
};

/* How a text is looked at. */
struct seeing {
    struct str text;
    size_t from; /* the article's text begins here: its front matter stands before */
};

/* Looks at a text. A text in which nothing speaks against it is all article. Takes time linear in
 * it; memory comes from ARENA. Any thread may ask. */
void body_see(const struct seeing *seeing, struct arena *arena, struct seen *out);
/* "navigation", "photo credit" and so on. */
const char *part_kind_name(enum part_kind kind);
/* What is wrong in the user's own files of stock phrases. */
const struct problems *body_problems(void);

#endif
