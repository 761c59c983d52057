/* SPDX-License-Identifier: ISC */
/* Which place in an article is a note's passage, if any is. */
#ifndef DOSSIER_NOTES_ANCHOR_JUDGE_H
#define DOSSIER_NOTES_ANCHOR_JUDGE_H

#include "anchor_rate.h"
#include "dossier/model/library.h"

#define JUDGE_PLACES 9

struct verdict {
    enum anchor_state state; /* never exact: its caller knows where the passage was */
    struct candidate best;   /* the place most like it, accepted or not */
    bool any;                /* BEST holds */
    bool more;               /* there was more to look at than is looked at */
    size_t standing;         /* places where the quote stands word for word; of more that many */
    struct span places[JUDGE_PLACES]; /* ambiguous: the places that are as good, in order */
    size_t place_count;
};

/* WORK counts what was done for all notes together; beyond a limit, nothing is looked for. */
void judge(const struct library *library, uint32_t article, const struct note *note, uint64_t *work,
           struct verdict *out);

#endif
