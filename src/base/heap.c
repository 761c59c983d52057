/* SPDX-License-Identifier: ISC */
#include "dossier/base/heap.h"

#include <stdlib.h>
#include <unistd.h>

static void (*on_exhaustion)(void);

void memory_on_exhaustion(void (*restore)(void))
{
    on_exhaustion = restore;
}

_Noreturn void memory_exhausted(void)
{
    static const char sentence[] = "dossier: out of memory; every note saved so far is on disk\n";
    if (on_exhaustion)
        on_exhaustion();
    ssize_t written = write(STDERR_FILENO, sentence, sizeof sentence - 1);
    (void)written;
    _exit(2);
}

void *memory_get(size_t size)
{
    void *at = calloc(1, size ? size : 1);
    if (!at)
        memory_exhausted();
    return at;
}

void *memory_resize(void *old, size_t size)
{
    void *at = realloc(old, size ? size : 1);
    if (!at)
        memory_exhausted();
    return at;
}
