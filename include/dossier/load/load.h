/* SPDX-License-Identifier: ISC */
/* A folder, a file or standard input to a library. */
#ifndef DOSSIER_LOAD_LOAD_H
#define DOSSIER_LOAD_LOAD_H

#include "dossier/base/error.h"
#include "dossier/load/progress.h"
#include "dossier/model/library.h"

struct load_request {
    const char *path;             /* a folder or a file; "-": standard input */
    const struct library *before; /* the generation before, which lives till the load is over, and
                                     is not written to: a load may take from it what has not
                                     changed. NULL: there is none */
    bool no_cache;                /* nothing that was kept of an earlier run is looked at */
    const struct str *changed; /* paths below the folder: since BEFORE nothing else has changed but
                                  tags.yaml; so no other file is looked at */
    size_t changed_count;      /* 0: anything may have */
};

/* The library of what stands at the path. Articles that can't be read are in it with their problem;
 * a bad tags.yaml is left out where it is wrong. NULL only where PATH itself can't be read, or
 * where PROGRESS (which may be NULL) says to stop. The caller frees it. May be called from any
 * thread. */
struct library *library_load(const struct load_request *request, struct progress *progress,
                             struct error *error);
/* A new generation of BEFORE for what tags.yaml says now: it has the same articles, and those of
 * which something else is said are read again. NULL where that does not do, because they are many
 * or lie elsewhere, or the one text was named by itself: then all must be loaded. The caller frees
 * it. */
struct library *library_retag(const struct library *before);
/* The articles of the folder PATH as they were kept of an earlier run, at once and without a look
 * at the folder: there are no actors and no mentions in it. NULL where nothing is kept. The caller
 * frees it, and should load the folder with it as the generation before. */
struct library *library_kept(const char *path);
/* Keeps LIBRARY for the next run, if it is large and has changed since it was kept. */
bool library_keep(const struct library *library, struct error *error);
/* Everything that was kept and that LIBRARY has is as it was written; reads all of it. If not, what
 * is kept should be dropped, and the folder be loaded anew. */
bool library_is_sound(const struct library *library);

/* What is kept of a dossier. */
struct kept {
    char folder[4096];
    size_t files;
    uint64_t bytes;
};
/* Finds out, and with DROP removes it. False where there is no place for it. */
bool library_kept_files(const char *path, bool drop, struct kept *out);

#endif
