/* SPDX-License-Identifier: ISC */
/* Changes come in bursts (a pull, a sync, a save by way of a second file): they are dealt with when
 * it has been quiet for a moment, and once in a while where it never is. Moments are milliseconds.
 */
#ifndef DOSSIER_SRC_APP_BURST_H
#define DOSSIER_SRC_APP_BURST_H

#include <stdbool.h>
#include <stdint.h>

#define BURST_QUIET 100   /* so long nothing more must come */
#define BURST_LONGEST 700 /* then what has come is dealt with all the same */

struct burst {
    bool on;
    int64_t first, last;
};

static inline void burst_add(struct burst *burst, int64_t now)
{
    if (!burst->on)
        burst->first = now;
    burst->on = true;
    burst->last = now;
}

/* When it is to be dealt with; -1: there is none. */
static inline int64_t burst_due(const struct burst *burst)
{
    int64_t quiet = burst->last + BURST_QUIET, late = burst->first + BURST_LONGEST;
    return !burst->on ? -1 : quiet < late ? quiet : late;
}

#endif
