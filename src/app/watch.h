/* SPDX-License-Identifier: ISC */
/* Whether the system tells of changes in the dossier's folders, and, where few files were written,
 * of which: what has become of them is found by looking. Where it can't, the one that is made tells
 * nothing, and who holds it looks every few seconds. */
#ifndef DOSSIER_SRC_APP_WATCH_H
#define DOSSIER_SRC_APP_WATCH_H

#include "dossier/base/arena.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>

enum watch_news {
    WATCH_ARTICLES = 1, /* articles, tags.yaml or folders */
    WATCH_NOTES = 2
};

struct watch;

/* For the dossier at PATH, a folder or a file; never NULL. The caller closes it. */
struct watch *watch_open(const char *path);
void watch_close(struct watch *watch);
/* Readable when there is news; -1 where there never is. */
int watch_fd(const struct watch *watch);
/* Other machines may change what is at PATH, and the system does not hear of it. */
bool watch_is_deaf(const char *path);
/* Watches FOLDER too, whose files may be articles; of one that is watched already that is all the
 * same. False where no more can be watched. May be called from any thread. */
bool watch_folder(struct watch *watch, const char *folder);
/* Watches FOLDER, where notes are; NULL, or one that is not there, is passed over. */
void watch_notes(struct watch *watch, const char *folder);
/* How many folders a user may have watched here; 0: not known. */
size_t watch_most(void);
/* What the news since the last time is about: enum watch_news; 0: nothing. */
unsigned watch_take(struct watch *watch);

/* Files below the dossier's folder that were written, or came or went. */
struct watch_files {
    struct arena *arena; /* owns the paths */
    struct str *at;      /* below the folder */
    size_t len, cap;
    bool more; /* something else has happened too: anything may be other */
};
/* Those that were told of, by watch_take, since the last time: with MORE set where it is not known.
 * The caller frees the arena. */
struct watch_files watch_files(struct watch *watch);

#endif
