/* SPDX-License-Identifier: ISC */
/* A search while it is typed, and the saved ones. */
#ifndef DOSSIER_STATE_SEARCHING_H
#define DOSSIER_STATE_SEARCHING_H

#include "dossier/base/buf.h"
#include "dossier/state/layout.h"
#include "dossier/state/list.h"
#include "dossier/state/thread.h"

#include <stdbool.h>
#include <stddef.h>

/* A saved search, above the list of the articles. */
struct folder {
    struct str name;
    struct thread thread; /* of @name; what it finds is counted while no key waits */
    bool made;            /* it is; else it is, once the list is on the screen */
    bool bad;             /* its query can't be read */
};
struct folders {
    struct folder *at; /* as state->saved; on the heap */
    size_t len;
    struct list list;
    bool focus;       /* the cursor of the list is among them */
    size_t open;      /* the list has only the articles of this one; len: none is open */
    size_t listed;    /* as many of its articles were found when they were listed last */
    uint32_t version; /* of these: never 0, another number for other articles */
};

/* A search while it is typed: what was there before it, to come back to. */
struct seeking {
    bool open;
    bool shown;           /* the state's thread is that of the line; THREAD is the one before */
    bool behind;          /* the line can't be read, or not yet: shown is what stood before */
    bool begun;           /* the last word of the line was taken for the beginning of one */
    bool asked;           /* that was tried, whatever came of it */
    bool offered;         /* Enter again takes it so */
    bool wrong;           /* what the message says is wrong with the line, at COLUMN */
    bool explained;       /* the status line tells how the query is read */
    int column;           /* of the line, in characters from 0 */
    struct thread thread; /* held meanwhile */
    bool lit, zoomed;
    enum view view;
    enum pane focus;
    enum xref xref;
    struct list places;
    struct buf filter;
};

#endif
