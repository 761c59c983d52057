/* SPDX-License-Identifier: ISC */
/* From one generation of the library to the next: which article is which, and where in its text a
 * place is now. */
#ifndef DOSSIER_SRC_STATE_MOVING_H
#define DOSSIER_SRC_STATE_MOVING_H

#include "dossier/state/event.h"

struct renamed {
    uint32_t from, to;
};

struct moving {
    const struct corpus *old, *new;
    struct renamed *renamed; /* by FROM, on the heap */
    struct arrivals arrivals;
    struct { /* the article that was last asked for: what its two texts share at start and end */
        uint32_t article, to, start, end;
        bool known, same;
    } last;
};

/* From OLD to the library of EVENT; both must live till moving_end. */
void moving_begin(struct moving *moving, const struct library *old, const struct event *event);
void moving_end(struct moving *moving);
/* The new number of ARTICLE, by its path, or where that is gone by its text. ARTICLE_NONE: it is
 * gone, or was that already. */
uint32_t moving_to(const struct moving *moving, uint32_t article);
/* Of an old ARTICLE that is not gone: */
/* its text is another now, */
bool moving_changed(struct moving *moving, uint32_t article);
/* where byte AT of its text is, or would be; */
uint32_t moving_at(struct moving *moving, uint32_t article, uint32_t at);
/* where the words of SPAN are. */
struct span moving_span(struct moving *moving, uint32_t article, struct span span);

#endif
