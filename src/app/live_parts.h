/* SPDX-License-Identifier: ISC */
/* What live.c and live_take.c share. */
#ifndef DOSSIER_SRC_APP_LIVE_PARTS_H
#define DOSSIER_SRC_APP_LIVE_PARTS_H

#include "burst.h"
#include "loader.h"

#include "dossier/app/world.h"

#define LOOK_EVERY 5000 /* milliseconds between two looks at what nobody watches */

struct live {
    struct loader *loader;
    struct watch *watch;
    struct survey *survey; /* of the library that the world has; NULL: not known */
    struct loaded ready;   /* what was read, till it can be taken in */
    bool is_ready;
    bool asked, wanted;   /* the user asked for the load under way; for the next */
    bool given_up;        /* a load was in vain and is to be done again */
    bool deaf, told_deaf; /* the system does not tell of all changes; the user knows */
    bool lost;            /* the folder can't be read any more, and the user knows */
    bool whole;           /* the next load must look at all files: what was told was not taken in */
    bool blind;           /* there are folders that can't be watched */
    struct burst articles, notes;
    int64_t began, told;   /* the load under way; the last sentence on it */
    int64_t rest, look_at; /* no load begins before; the next look, or -1 */
};

/* Takes in what is ready; the state is not midway. */
void live_take_ready(struct world *world);
/* The library stays as it was: the folder is not otherwise, was not read to the end, or can't be.
 * Frees LOADED. */
void live_keep(struct world *world, struct loaded *loaded);
/* The state of the load under way, as KIND. */
struct reading live_reading(const struct live *live, enum reading_kind kind);
/* Watches the folders of the notes, of which some may be new. */
void live_watch_notes(const struct world *world);

#endif
