/* SPDX-License-Identifier: ISC */
/* What is reported without marks, while it is looked for in a sentence. */
#ifndef READING_QUOTES_REPORT_H
#define READING_QUOTES_REPORT_H

#include "quotes_parts.h"

struct report {
    struct reader *r;
    const struct tokens *t;
    size_t low, high; /* the sentence */
    size_t cue;
    struct subject who;
    size_t from, to; /* the clause */
    enum quotes_how how;
};

/* Adds the clause, if it is long enough to be one, with its speaker. */
void report_add(const struct report *p);
/* What words that are no verb of saying tell: "according to" at token I, "zufolge", "wie",
 * "reportedly"; a name and a colon over an article. */
void report_according(struct report *p, size_t i);
void report_postposed(struct report *p, size_t i);
void report_as(struct report *p, size_t i);
void report_hearsay(struct report *p, size_t i);
void report_headline(struct report *p);

#endif
