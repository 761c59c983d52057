/* SPDX-License-Identifier: ISC */
/* A folder, a file or standard input to a library. */
#ifndef DOSSIER_LOAD_LOAD_H
#define DOSSIER_LOAD_LOAD_H

#include "dossier/base/error.h"
#include "dossier/model/library.h"

struct load_request {
    const char *path; /* a folder or a file; "-": standard input */
};

/* The library of what stands at the path. Articles that can't be read are in it with their problem;
 * a bad tags.yaml is left out where it is wrong. NULL only where PATH itself can't be read. The
 * caller frees it. */
struct library *library_load(const struct load_request *request, struct error *error);

#endif
