/* SPDX-License-Identifier: ISC */
/* Which note replies to which, of those that are exported. */
#ifndef DOSSIER_SRC_EXPORT_THREADS_H
#define DOSSIER_SRC_EXPORT_THREADS_H

#include "dossier/export/exporter.h"
#include "lookup.h"

#include <stdint.h>

#define THREADS_NONE UINT32_MAX

/* Notes by their places in the request. */
struct threads {
    uint32_t *parent;  /* what each replies to; THREADS_NONE: nothing that is exported */
    uint32_t *child;   /* its first reply, by the time it was made */
    uint32_t *next;    /* the next reply to the same */
    struct lookup ids; /* places by id */
};

void threads_find(struct arena *arena, const struct export_request *request, struct threads *out);
/* The note that follows AT in the thread of ROOT, each before its replies; THREADS_NONE at the end.
 * DEPTH is how deep AT stands below the root, and is kept so. */
uint32_t threads_next(const struct threads *threads, uint32_t root, uint32_t at, int *depth);

#endif
