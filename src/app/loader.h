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
    struct watch *watch;       /* the folders that are read are put under it */
    struct watch_files files;  /* what has changed since SEEN; the loader's to free */
    bool anyway;               /* it is read also where it looks as it did */
    bool first;                /* nothing is shown yet: what was kept of an earlier run may be
                                  given at once, and is then the generation before */
};

/* A load gives one of these, or first one that is early, and perhaps a last one where what was kept
 * turned out to be damaged. */
struct loaded {
    bool early;                   /* what was kept of an earlier run: nobody is named in it yet, and
                                     the folder was not looked at */
    const struct library *before; /* what the difference is to; NULL: it is not known */
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
/* Gives up what is under way, but lets what was read be kept. False where its thread does not end
 * soon: then it goes on till the program ends, and what it was given must live as long. */
bool loader_close(struct loader *loader);
/* Readable when there is something to take, or a load is over. */
int loader_fd(const struct loader *loader);
/* Begins a load; none may be under way. Where there can be no thread, it is done at once. */
void loader_begin(struct loader *loader, const struct loader_request *request);
/* One was begun, and is not over or not taken yet: the next must wait. What is read is kept for the
 * next run before it is over. */
bool loader_is_busy(const struct loader *loader);
/* The folder is being read, or what was read is not taken yet: that is worth telling, and can be
 * cancelled. */
bool loader_is_reading(const struct loader *loader);
/* Of the load that is under way; may be cancelled by it. */
struct progress *loader_progress(struct loader *loader);
/* Takes what came of a load so far; false where there is nothing new. The caller owns what is in
 * it, and has loader_let_go called before it frees the library. */
bool loader_take(struct loader *loader, struct loaded *out);
/* LIBRARY, which was taken, is still looked at to be kept; NULL never is. */
bool loader_is_keeping(const struct loader *loader, const struct library *library);
/* Waits till that is not so. */
void loader_let_go(struct loader *loader, const struct library *library);
/* Cancels what is being read, waits for its end and throws away what was not taken. True where
 * there was any of that. */
bool loader_give_up(struct loader *loader);
/* Frees what LOADED holds. */
void loaded_free(struct loaded *loaded);

/* Milliseconds of a clock that never goes back. */
int64_t loader_clock(void);

#endif
