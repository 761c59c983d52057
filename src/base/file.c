/* SPDX-License-Identifier: ISC */
#include "dossier/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_AT_ONCE ((size_t)1 << 18)
#define HUGE_PAGE ((size_t)1 << 21)

/* A large file costs more in page faults than in reading, so its room is asked for in large pages,
 * where the system has them. */
static void make_room(struct buf *out, size_t size)
{
    buf_reserve(out, size + 1);
    uintptr_t start = ((uintptr_t)out->at + HUGE_PAGE - 1) & ~(uintptr_t)(HUGE_PAGE - 1);
    uintptr_t end = ((uintptr_t)out->at + out->cap) & ~(uintptr_t)(HUGE_PAGE - 1);
    int failure = errno;
    if (start < end)
        madvise((void *)start, end - start, MADV_HUGEPAGE);
    errno = failure;
}

static bool read_all(int fd, const char *path, size_t limit, struct buf *out, struct error *error)
{
    for (;;) {
        /* a byte more than was foreseen is room enough to find the end */
        if (out->cap < out->len + 2)
            buf_reserve(out, READ_AT_ONCE);
        size_t room = out->cap - out->len - 1;
        ssize_t n = read(fd, out->at + out->len, room < READ_AT_ONCE ? room : READ_AT_ONCE);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return error_set(error, "%s: can't be read: %s", path, strerror(errno));
        out->len += (size_t)n;
        out->at[out->len] = '\0';
        if (n == 0)
            return true;
        if (out->len > limit)
            return error_set(error, "%s: larger than %zu MiB, which is the most that is read", path,
                             limit >> 20);
    }
}

static int64_t moment_of(const struct stat *st)
{
    return (int64_t)st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec;
}

static struct file_look look_of(const struct stat *st)
{
    return (struct file_look){st->st_size > 0 ? st->st_size : 0, moment_of(st),
                              (uint64_t)st->st_ino};
}

static bool look_at(struct near_file file, struct file_look *look)
{
    struct stat st;
    if (fstatat(file.folder, file.name, &st, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(st.st_mode))
        return false;
    *look = look_of(&st);
    return true;
}

bool file_look_at(const char *path, struct file_look *look)
{
    return look_at((struct near_file){AT_FDCWD, path}, look);
}

bool file_look_near(struct nearby *nearby, const char *path, struct file_look *look)
{
    return look_at(nearby_find(nearby, path), look);
}

bool file_looks_same(const struct file_look *a, const struct file_look *b)
{
    return a->size == b->size && a->written == b->written && a->inode == b->inode;
}

/* Opens the regular file PATH, which is FILE; -1 where it is none. */
static int open_file(const char *path, struct near_file file, int flags, struct file_look *look,
                     struct error *error)
{
    /* O_NONBLOCK: a FIFO would hang open(); the kind is checked before anything is read */
    int fd = openat(file.folder, file.name, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | flags);
    struct stat st;
    if (fd < 0)
        error_set(error, "%s: can't be opened: %s", path,
                  errno == ELOOP ? "it is a symbolic link" : strerror(errno));
    else if (fstat(fd, &st) != 0)
        error_set(error, "%s: can't be looked at: %s", path, strerror(errno));
    else if (!S_ISREG(st.st_mode))
        error_set(error, "%s: is %s, not a file", path,
                  S_ISDIR(st.st_mode) ? "a folder" : "a device, pipe or socket");
    else {
        *look = look_of(&st);
        return fd;
    }
    if (fd >= 0)
        close(fd);
    return -1;
}

static bool read_file(const char *path, int flags, size_t limit, struct buf *out,
                      struct error *error)
{
    struct file_look look;
    buf_clear(out);
    int fd = open_file(path, (struct near_file){AT_FDCWD, path}, flags, &look, error);
    if (fd < 0)
        return false;
    if (look.size && (uint64_t)look.size <= limit)
        make_room(out, (size_t)look.size);
    bool ok = read_all(fd, path, limit, out, error);
    close(fd);
    return ok;
}

int file_open(const char *path, struct file_look *look, struct error *error)
{
    return open_file(path, (struct near_file){AT_FDCWD, path}, O_NOFOLLOW, look, error);
}

int file_open_near(struct nearby *nearby, const char *path, struct file_look *look,
                   struct error *error)
{
    return open_file(path, nearby_find(nearby, path), O_NOFOLLOW, look, error);
}

bool file_read_all(int fd, char *into, size_t *len)
{
    size_t got = 0;
    while (got < *len) {
        ssize_t n = read(fd, into + got, *len - got);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        if (n == 0)
            break;
        got += (size_t)n;
    }
    *len = got;
    return true;
}

int64_t file_moment(int fd)
{
    struct stat st;
    if (fstat(fd, &st) != 0)
        return -1;
    return moment_of(&st);
}

bool file_read_part(int fd, size_t from, char *into, size_t len)
{
    while (len) {
        ssize_t n = pread(fd, into, len, (off_t)from);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        into += n;
        from += (size_t)n;
        len -= (size_t)n;
    }
    return true;
}

bool file_read(const char *path, size_t limit, struct buf *out, struct error *error)
{
    return read_file(path, O_NOFOLLOW, limit, out, error);
}

bool file_read_named(const char *path, size_t limit, struct buf *out, struct error *error)
{
    return read_file(path, 0, limit, out, error);
}

bool file_read_stdin(size_t limit, struct buf *out, struct error *error)
{
    buf_clear(out);
    return read_all(STDIN_FILENO, "standard input", limit, out, error);
}

bool file_make_folder(const char *path, mode_t mode, struct error *error)
{
    if (file_is_folder(path))
        return true;
    struct arena *arena = arena_new();
    const char *above = path_folder(arena, path);
    bool ok = strcmp(above, path) == 0 || file_make_folder(above, mode, error);
    arena_free(arena);
    if (ok && mkdir(path, mode) != 0 && errno != EEXIST)
        return error_set(error, "%s: can't make this folder: %s", path, strerror(errno));
    return ok;
}

bool file_exists(const char *path)
{
    struct stat st;
    return lstat(path, &st) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

bool file_is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool file_is_writable_folder(const char *path)
{
    return file_is_folder(path) && access(path, W_OK | X_OK) == 0;
}

enum lock_outcome { LOCK_TAKEN, LOCK_HELD, LOCK_IMPOSSIBLE };

/* Waits for the lock of FD; where another program holds it for too long, or it can't be had, errno
 * says why. */
static enum lock_outcome wait_for_lock(int fd, int milliseconds)
{
    for (int waited = 0; flock(fd, LOCK_EX | LOCK_NB) != 0; waited += 10) {
        if (errno == EINTR)
            continue;
        if (errno != EWOULDBLOCK)
            return LOCK_IMPOSSIBLE;
        if (waited >= milliseconds)
            return LOCK_HELD;
        poll(NULL, 0, 10);
    }
    return LOCK_TAKEN;
}

static int refuse_held(int fd, const char *path, struct error *error)
{
    close(fd);
    error_set(error, "%s: another program holds it; try again", path);
    return -1;
}

/* Takes the lock file PATH. */
static int lock_file(const char *path, int milliseconds, struct error *error)
{
    int fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    enum lock_outcome outcome = fd >= 0 ? wait_for_lock(fd, milliseconds) : LOCK_IMPOSSIBLE;
    if (outcome == LOCK_TAKEN)
        return fd;
    if (outcome == LOCK_HELD)
        return refuse_held(fd, path, error);
    error_set(error, "%s: can't be locked: %s", path, strerror(errno));
    if (fd >= 0)
        close(fd);
    return -1;
}

int file_lock_folder(const char *folder, int milliseconds, struct error *error)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        error_set(error, "%s: can't be opened: %s", folder, strerror(errno));
        return -1;
    }
    enum lock_outcome outcome = wait_for_lock(fd, milliseconds);
    if (outcome == LOCK_TAKEN)
        return fd;
    if (outcome == LOCK_HELD)
        return refuse_held(fd, folder, error);
    close(fd);
    struct arena *arena = arena_new();
    int lock = lock_file(path_join(arena, folder, ".lock"), milliseconds, error);
    arena_free(arena);
    return lock;
}

void file_unlock(int lock)
{
    if (lock >= 0)
        close(lock);
}
