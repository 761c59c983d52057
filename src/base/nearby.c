/* SPDX-License-Identifier: ISC */
#include "dossier/base/nearby.h"

#include "dossier/base/heap.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool is_there(const struct nearby *nearby, const char *path, size_t len)
{
    return nearby->folder && strncmp(nearby->folder, path, len) == 0 && !nearby->folder[len];
}

static void go_to(struct nearby *nearby, const char *path, size_t len)
{
    nearby_close(nearby);
    nearby->folder = memory_get(len + 1);
    memcpy(nearby->folder, path, len);
    nearby->fd = open(len ? nearby->folder : "/", O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

struct near_file nearby_find(struct nearby *nearby, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return (struct near_file){AT_FDCWD, path};
    size_t len = (size_t)(slash - path);
    if (!is_there(nearby, path, len))
        go_to(nearby, path, len);
    return nearby->fd >= 0 ? (struct near_file){nearby->fd, slash + 1}
                           : (struct near_file){AT_FDCWD, path};
}

void nearby_close(struct nearby *nearby)
{
    if (nearby->folder && nearby->fd >= 0)
        close(nearby->fd);
    free(nearby->folder);
    *nearby = (struct nearby){.folder = NULL};
}
