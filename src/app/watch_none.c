/* SPDX-License-Identifier: ISC */
/* Where the system has no inotify: nothing is told, so the folder is looked at. */
#include "watch.h"

#include "dossier/base/heap.h"

#include <stdlib.h>

struct watch {
    int none;
};

struct watch *watch_open(const char *path)
{
    (void)path;
    return memory_get(sizeof(struct watch));
}

void watch_close(struct watch *watch)
{
    free(watch);
}

int watch_fd(const struct watch *watch)
{
    (void)watch;
    return -1;
}

bool watch_is_deaf(const char *path)
{
    (void)path;
    return true;
}

bool watch_folder(struct watch *watch, const char *folder)
{
    (void)watch;
    (void)folder;
    return true;
}

void watch_notes(struct watch *watch, const char *folder)
{
    (void)watch;
    (void)folder;
}

size_t watch_most(void)
{
    return 0;
}

unsigned watch_take(struct watch *watch)
{
    (void)watch;
    return 0;
}

struct watch_files watch_files(struct watch *watch)
{
    (void)watch;
    return (struct watch_files){.arena = arena_new(), .more = true};
}
