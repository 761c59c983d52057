/* SPDX-License-Identifier: ISC */
/* What the files of a dossier look like from outside, without reading them: whether any of them has
 * changed, and which. */
#ifndef DOSSIER_LOAD_SURVEY_H
#define DOSSIER_LOAD_SURVEY_H

#include "dossier/base/arena.h"
#include "dossier/load/progress.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One file: numbers made of its path, and of its size, moments and inode. */
struct surveyed {
    uint64_t path, look;
};

struct survey {
    struct arena *arena;
    struct surveyed *at; /* by path; tags.yaml and searches.yaml are among them */
    size_t len, cap;
    bool there; /* what was to be looked at can be */
    bool same;  /* nothing has changed since the survey before */
    struct {
        struct str *at; /* below the dossier, with slashes */
        size_t len, cap;
    } changed; /* files that were there before, and look other now */
};

struct survey_request {
    const char *path;            /* a folder or a file */
    const struct survey *before; /* or NULL: all is new */
    /* Called for each folder before it is listed, with its real path; may be NULL. */
    void (*enter)(void *context, const char *folder);
    void *context;
    const struct progress *progress; /* looked at for its wish to stop; may be NULL */
};

/* Looks at all files that may be articles, and tags.yaml: hidden ones and notes/ are left out, and
 * links are not followed, for what they lead to is in the folder too or is not read. One that was
 * stopped has nothing in it, and THERE is false. The caller frees it. May be called from any
 * thread. */
struct survey *survey_make(const struct survey_request *request);
/* The same where nothing but the files at the COUNT paths CHANGED, below the folder PATH, can look
 * other than BEFORE. NULL where one of them is not there as a plain file. */
struct survey *survey_renew(const struct survey *before, const char *path,
                            const struct str *changed, size_t count);
void survey_free(struct survey *survey);
/* Looks again at tags.yaml and searches.yaml of the dossier at PATH alone, of which this program
 * has just written one: for the next survey it is nothing new. */
void survey_look_at_own(struct survey *survey, const char *path);
/* A file of this name may be an article, or is one of those two. */
bool survey_concerns(struct str name);

#endif
