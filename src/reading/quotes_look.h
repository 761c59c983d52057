/* SPDX-License-Identifier: ISC */
/* Looking for the words beside a quotation: behind it, before it. */
#ifndef READING_QUOTES_LOOK_H
#define READING_QUOTES_LOOK_H

#include "quotes_parts.h"

#define LOOK_AHEAD 40 /* tokens */

/* A place where a verb of saying is looked for. */
struct look {
    const struct reader *r;
    const struct tokens *t;
    size_t quote;     /* its token */
    size_t low, high; /* of its sentence */
    uint32_t last;    /* the last sign of the quotation, 0 for a letter */
    bool sign, that;  /* a comma or colon, "that", stand before it */
    size_t before;    /* the first token of what stands between, from the right */
};

/* WHO says it, by the words of the token CUE and the rule HOW; or it is said that nobody does, or
 * nobody who is named. True. */
bool look_take(const struct look *l, enum quotes_how how, size_t cue, const struct subject *who,
               struct attribution *out);
bool look_take_nobody(const struct look *l, enum quotes_how how, size_t cue,
                      struct attribution *out);
/* “…,” Lind said. */
bool look_behind(const struct look *l, struct attribution *out);
/* "A plan that “…” is no plan, Lind said." */
bool look_trailing(const struct look *l, struct attribution *out);

#endif
