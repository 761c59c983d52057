/* SPDX-License-Identifier: ISC */
/* By inotify, one watch a folder. What comes from any but the root and the folders of notes is
 * about articles; folders are added from the thread that lists them. */
#include "watch.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/load/survey.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/vfs.h>
#include <unistd.h>

#define EVENTS                                                                          \
    (IN_CREATE | IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO | \
     IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK)
#define NOTES_FOLDER "notes"

#define MOST_FILES 64 /* that are told of one by one */

struct watch {
    char *folder; /* the root, and its real path */
    char *real;
    int fd, root;
    pthread_mutex_t lock; /* of the folders */
    struct arena *arena;  /* of their paths */
    struct {
        const char **at; /* by the number of the watch: real paths; NULL: none, or not known */
        size_t len, cap;
    } folders;
    struct watch_files files;
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
    watch->real = realpath(folder, NULL);
    watch->arena = arena_new();
    watch->files.arena = arena_new();
    pthread_mutex_init(&watch->lock, NULL);
    arena_free(arena);
    return watch;
}

void watch_close(struct watch *watch)
{
    if (watch->fd >= 0)
        close(watch->fd);
    vec_free(&watch->notes);
    pthread_mutex_destroy(&watch->lock);
    arena_free(watch->arena);
    arena_free(watch->files.arena);
    vec_free(&watch->folders);
    free(watch->real);
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

/* Watch NUMBER is of FOLDER. */
static void know(struct watch *watch, int number, const char *folder)
{
    size_t nth = (size_t)number;
    pthread_mutex_lock(&watch->lock);
    while (watch->folders.len <= nth)
        *vec_add(NULL, &watch->folders) = NULL;
    if (!watch->folders.at[nth] || strcmp(watch->folders.at[nth], folder) != 0)
        watch->folders.at[nth] = arena_chars(watch->arena, str_of(folder));
    pthread_mutex_unlock(&watch->lock);
}

bool watch_folder(struct watch *watch, const char *folder)
{
    if (watch->fd < 0)
        return false;
    int number = inotify_add_watch(watch->fd, folder, EVENTS);
    if (number >= 0)
        know(watch, number, folder);
    /* one that has gone, or can't be read, is the survey's to find */
    return number >= 0 || (errno != ENOSPC && errno != ENOMEM);
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

/* The path below the root of what EVENT is about; empty where it is not known. */
static struct str path_of(struct watch *watch, const struct inotify_event *event)
{
    struct str path = {0};
    size_t len = watch->real ? strlen(watch->real) : 0;
    pthread_mutex_lock(&watch->lock);
    const char *folder = event->wd >= 0 && (size_t)event->wd < watch->folders.len
                             ? watch->folders.at[event->wd]
                             : NULL;
    if (folder && len && strncmp(folder, watch->real, len) == 0 &&
        (!folder[len] || folder[len] == '/'))
        path = arena_printf(watch->files.arena, "%s%s%s", folder[len] ? folder + len + 1 : "",
                            folder[len] ? "/" : "", event->name);
    pthread_mutex_unlock(&watch->lock);
    return path;
}

/* Files are told by their paths, if there are not many: whether they are there is found by looking.
 */
static void note_file(struct watch *watch, const struct inotify_event *event)
{
    struct watch_files *files = &watch->files;
    struct str path = {0};
    if (event->len && !(event->mask & IN_ISDIR))
        path = path_of(watch, event);
    for (size_t i = 0; i < files->len && path.len; i++) {
        if (str_eq(files->at[i], path))
            return;
    }
    if (!path.len || files->len == MOST_FILES)
        files->more = true;
    else
        *vec_add(files->arena, files) = path;
}

struct watch_files watch_files(struct watch *watch)
{
    struct watch_files files = watch->files;
    watch->files = (struct watch_files){.arena = arena_new()};
    files.more = files.more || !files.len;
    return files;
}

unsigned watch_take(struct watch *watch)
{
    _Alignas(struct inotify_event) char bytes[16384];
    unsigned news = 0;
    ssize_t n;
    while (watch->fd >= 0 && (n = read(watch->fd, bytes, sizeof bytes)) > 0) {
        for (ssize_t at = 0; at < n;) {
            const struct inotify_event *event = (const struct inotify_event *)(bytes + at);
            unsigned its = news_of(watch, event);
            if (its & WATCH_ARTICLES)
                note_file(watch, event);
            news |= its;
            at += (ssize_t)(sizeof *event + event->len);
        }
    }
    return news;
}
