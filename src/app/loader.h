/* SPDX-License-Identifier: ISC */
/* Reading a dossier in a thread beside the loop. The two share the request, which is not changed
 * meanwhile, the counters of progress, a slot for what came of it, and a pipe; nothing else. */
#ifndef DOSSIER_SRC_APP_LOADER_H
#define DOSSIER_SRC_APP_LOADER_H

#include "watch.h"

#include "dossier/load/load.h"
#include "dossier/load/survey.h"
#include "dossier/model/difference.h"
#include "dossier/notes/notebook.h"

/* All that it points to must live till the load is taken, and not be changed. */
struct loader_request {
    struct load_request load;
    struct notebook_request notes;
    const struct survey *seen; /* how the folder looked when it was read last; NULL: never */
    const struct watch *watch; /* the folders that are read are put under it */
    bool anyway;               /* it is read also where it looks as it did */
};

struct loaded {
    struct library *library;      /* NULL: it looks as it did, or could not be read */
    struct notebook *notebook;    /* of the library's notes; NULL where that is */
    struct survey *survey;        /* how the folder looked just before it was read */
    struct difference difference; /* of the library to the one before */
    size_t folders, unwatched;    /* how many there are; of how many changes are not told */
    bool stopped;                 /* somebody cancelled it */
    struct error error;           /* empty: nothing went wrong */
    int64_t took;                 /* milliseconds */
};

struct loader;

struct loader *loader_open(void);
/* Gives up what is under way. False where its thread does not end at once: then it goes on till the
 * program ends, and what it was given must live as long. */
bool loader_close(struct loader *loader);
/* Readable when a load is over. */
int loader_fd(const struct loader *loader);
/* Begins a load; none may be under way. Where there can be no thread, it is done at once. */
void loader_begin(struct loader *loader, const struct loader_request *request);
/* One was begun and not taken yet. */
bool loader_is_busy(const struct loader *loader);
/* Of the load that is under way; may be cancelled by it. */
struct progress *loader_progress(struct loader *loader);
/* Takes what came of a load that is over; false where none is. The caller owns what is in it. */
bool loader_take(struct loader *loader, struct loaded *out);
/* Cancels what is under way, waits for its end and throws away what came of it. */
void loader_give_up(struct loader *loader);
/* Frees what LOADED holds. */
void loaded_free(struct loaded *loaded);

/* Milliseconds of a clock that never goes back. */
int64_t loader_clock(void);

#endif
