/* SPDX-License-Identifier: ISC */
/* By inotify, one watch a folder. Only the root and the folders of notes are known by their number:
 * what comes from any other is about articles, and which of them has changed the survey finds. So
 * nothing here grows with the dossier, and folders may be added from the thread that lists them. */
#include "watch.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/load/survey.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/vfs.h>
#include <unistd.h>

#define EVENTS                                                                          \
    (IN_CREATE | IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO | \
     IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK)
#define NOTES_FOLDER "notes"

struct watch {
    char *folder; /* the root */
    int fd, root;
    struct {
        int *at; /* watches of folders with notes */
        size_t len, cap;
    } notes;
};

struct watch *watch_open(const char *path)
{
    struct watch *watch = memory_get(sizeof *watch);
    struct arena *arena = arena_new();
    const char *folder = file_is_folder(path) ? path : path_folder(arena, path);
    size_t size = strlen(folder) + 1;
    watch->folder = memory_get(size);
    memcpy(watch->folder, folder, size);
    watch->fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    watch->root = watch->fd >= 0 ? inotify_add_watch(watch->fd, folder, EVENTS) : -1;
    arena_free(arena);
    return watch;
}

void watch_close(struct watch *watch)
{
    if (watch->fd >= 0)
        close(watch->fd);
    vec_free(&watch->notes);
    free(watch->folder);
    free(watch);
}

int watch_fd(const struct watch *watch)
{
    return watch->fd;
}

bool watch_is_deaf(const char *path)
{
    /* NFS, SMB, CIFS, SMB2, FUSE, 9P, Ceph, AFS, Coda */
    static const unsigned remote[] = {0x6969,     0x517b,     0xff534d42, 0xfe534d42, 0x65735546,
                                      0x01021997, 0x00c36400, 0x5346414f, 0x73757245};
    struct statfs st;
    if (statfs(path, &st) != 0)
        return false;
    for (size_t i = 0; i < COUNT(remote); i++)
        if ((unsigned)st.f_type == remote[i])
            return true;
    return false;
}

bool watch_folder(const struct watch *watch, const char *folder)
{
    if (watch->fd < 0)
        return false;
    /* one that has gone, or can't be read, is the survey's to find */
    return inotify_add_watch(watch->fd, folder, EVENTS) >= 0 ||
           (errno != ENOSPC && errno != ENOMEM);
}

void watch_notes(struct watch *watch, const char *folder)
{
    /* the root may have been put in place of another */
    if (watch->fd >= 0)
        watch->root = inotify_add_watch(watch->fd, watch->folder, EVENTS);
    int number = folder && watch->fd >= 0 ? inotify_add_watch(watch->fd, folder, EVENTS) : -1;
    for (size_t i = 0; i < watch->notes.len; i++)
        if (watch->notes.at[i] == number)
            return;
    if (number >= 0 && number != watch->root)
        *vec_add(NULL, &watch->notes) = number;
}

size_t watch_most(void)
{
    unsigned long most = 0;
    FILE *file = fopen("/proc/sys/fs/inotify/max_user_watches", "re");
    if (file && fscanf(file, "%lu", &most) != 1)
        most = 0;
    if (file)
        fclose(file);
    return most;
}

static bool is_of_notes(const struct watch *watch, const struct inotify_event *event)
{
    for (size_t i = 0; i < watch->notes.len; i++)
        if (watch->notes.at[i] == event->wd)
            return true;
    return event->wd == watch->root && event->len && !strcmp(event->name, NOTES_FOLDER) &&
           event->mask & IN_ISDIR;
}

static unsigned news_of(const struct watch *watch, const struct inotify_event *event)
{
    if (event->mask & IN_Q_OVERFLOW)
        return WATCH_ARTICLES | WATCH_NOTES;
    if (event->mask & IN_IGNORED)
        return event->wd == watch->root ? WATCH_ARTICLES : 0;
    if (event->len && event->name[0] == '.')
        return 0;
    if (is_of_notes(watch, event))
        return WATCH_NOTES;
    bool folder = event->mask & IN_ISDIR || !event->len;
    return folder || survey_concerns(str_of(event->name)) ? WATCH_ARTICLES : 0;
}

unsigned watch_take(struct watch *watch)
{
    _Alignas(struct inotify_event) char bytes[16384];
    unsigned news = 0;
    ssize_t n;
    while (watch->fd >= 0 && (n = read(watch->fd, bytes, sizeof bytes)) > 0) {
        for (ssize_t at = 0; at < n;) {
            const struct inotify_event *event = (const struct inotify_event *)(bytes + at);
            news |= news_of(watch, event);
            at += (ssize_t)(sizeof *event + event->len);
        }
    }
    return news;
}
