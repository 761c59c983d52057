/* SPDX-License-Identifier: ISC */
/* The folder while it is read, and what came into it. */
#ifndef DOSSIER_STATE_READING_H
#define DOSSIER_STATE_READING_H

#include "dossier/base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* How the reading of the folder stands. */
enum reading_kind {
    READING_DONE,   /* nothing is being read */
    READING_FIRST,  /* for the first time: the library is still empty */
    READING_AGAIN,  /* because something has changed; the library is that of before */
    READING_STOPPED /* the first time was stopped, or failed: the library is empty */
};
struct reading {
    enum reading_kind kind;
    size_t articles, total; /* read; to be read: 0 while that is not known */
    uint64_t bytes;
    int64_t took; /* milliseconds so far */
};

/* What became of articles when the folder was read again. */
struct arrivals {
    size_t added, changed, renamed, gone;
};

struct state;
/* The folder was not read yet: the library is empty, whatever is in the folder. */
bool state_is_blank(const struct state *state);
/* Something is half typed or half chosen that a new library or notebook would take away: one that
 * comes unasked must wait. A note in the editor and a selection need not. */
bool state_is_midway(const struct state *state);
/* "2 new articles, 1 changed": adds nothing to OUT where there is no news. */
void state_tell_news(const struct state *state, struct buf *out);
/* "reading: 34,000 of 100,000 articles, 120 MB, about 2 s left", for as long as that is so; HOW:
 * the key that stops it is told too. */
void state_tell_reading(const struct state *state, bool how, struct buf *out);

#endif
