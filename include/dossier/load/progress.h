/* SPDX-License-Identifier: ISC */
/* How far a load has come, and whether it is to stop: the only thing that the one who loads and the
 * one who looks on both touch, each from a thread of their own. */
#ifndef DOSSIER_LOAD_PROGRESS_H
#define DOSSIER_LOAD_PROGRESS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Zeroed: nothing is read yet. Only the loader counts; anybody may set CANCEL. */
struct progress {
    atomic_size_t articles;       /* files that were read */
    atomic_size_t articles_total; /* files that there are; 0 while that is not known */
    _Atomic uint64_t bytes;       /* of the files that were read */
    atomic_bool cancel;           /* the load is to end as soon as it can, with nothing */
};

/* Each does nothing where PROGRESS is NULL. */
static inline void progress_total(struct progress *progress, size_t articles)
{
    if (progress)
        atomic_store(&progress->articles_total, articles);
}

/* One file more, of so many bytes, was read. */
static inline void progress_add(struct progress *progress, uint64_t bytes)
{
    if (!progress)
        return;
    atomic_fetch_add(&progress->articles, 1);
    atomic_fetch_add(&progress->bytes, bytes);
}

static inline void progress_cancel(struct progress *progress)
{
    if (progress)
        atomic_store(&progress->cancel, true);
}

static inline bool progress_is_cancelled(const struct progress *progress)
{
    return progress && atomic_load(&progress->cancel);
}

#endif
