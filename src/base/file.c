/* SPDX-License-Identifier: ISC */
#include "dossier/base/file.h"

#include "dossier/base/hash.h"

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

static bool read_file(const char *path, int flags, size_t limit, struct buf *out,
                      struct error *error)
{
    buf_clear(out);
    /* O_NONBLOCK: a FIFO would hang open(); the kind is checked before anything is read */
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | flags);
    if (fd < 0)
        return error_set(error, "%s: can't be opened: %s", path,
                         errno == ELOOP ? "it is a symbolic link" : strerror(errno));
    struct stat st;
    bool ok;
    if (fstat(fd, &st) != 0)
        ok = error_set(error, "%s: can't be looked at: %s", path, strerror(errno));
    else if (!S_ISREG(st.st_mode))
        ok = error_set(error, "%s: is %s, not a file", path,
                       S_ISDIR(st.st_mode) ? "a folder" : "a device, pipe or socket");
    else {
        if (st.st_size > 0 && (size_t)st.st_size <= limit)
            make_room(out, (size_t)st.st_size);
        ok = read_all(fd, path, limit, out, error);
    }
    close(fd);
    return ok;
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

static bool write_all(int fd, struct str bytes)
{
    while (bytes.len) {
        ssize_t n = write(fd, bytes.at, bytes.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        bytes = str_sub(bytes, (size_t)n, bytes.len);
    }
    return true;
}

/* What is to be the content of a file, in one or more pieces. */
struct content {
    const struct str *pieces;
    size_t count;
};

/* Small pieces are put together, so that a thousand of them are not as many calls. */
static bool write_content(int fd, struct content content)
{
    struct buf few = {0};
    bool ok = true;
    for (size_t i = 0; i < content.count && ok; i++) {
        struct str piece = content.pieces[i];
        bool large = piece.len >= READ_AT_ONCE;
        if (!large)
            buf_str(&few, piece);
        if (large || few.len >= READ_AT_ONCE) {
            ok = write_all(fd, buf_view(&few)) && (!large || write_all(fd, piece));
            buf_clear(&few);
        }
    }
    ok = ok && write_all(fd, buf_view(&few));
    int failure = errno;
    buf_free(&few);
    errno = failure;
    return ok;
}

static const char *folder_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    if (slash == path)
        return "/";
    return arena_chars(arena, (struct str){path, (size_t)(slash - path)});
}

static bool sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    /* some file systems can't sync a folder and say EINVAL: then rename is all there is */
    bool ok = fsync(fd) == 0 || errno == EINVAL;
    return close(fd) == 0 && ok;
}

/* Writes CONTENT to the new file TEMP; on failure nothing of it is left. */
static bool write_new(const char *temp, struct content content, mode_t mode)
{
    int fd = open(temp, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    if (fd < 0)
        return false;
    /* after a failed fsync the descriptor is never used again: the caller may write a new file */
    bool ok = fchmod(fd, mode) == 0 && write_content(fd, content) && fsync(fd) == 0;
    int failure = errno;
    if (close(fd) != 0 && ok) {
        ok = false;
        failure = errno;
    }
    if (!ok) {
        unlink(temp);
        errno = failure;
    }
    return ok;
}

static bool save(const char *path, struct content content, mode_t mode, bool replace,
                 struct error *error)
{
    struct arena *arena = arena_new();
    const char *folder = folder_of(arena, path);
    char unique[9];
    hash_random(unique, sizeof unique - 1);
    struct str base = path_base(str_of(path));
    const char *temp =
        arena_printf(arena, "%s/.%.*s.%s.tmp", folder, STR_ARG(str_sub(base, 0, 200)), unique).at;
    const char *step = NULL;
    if (!write_new(temp, content, mode))
        step = "written";
    else if (replace ? rename(temp, path) != 0 : link(temp, path) != 0)
        step = replace ? "replaced" : "created";
    else if (!sync_folder(folder))
        step = "made to last";
    int failure = errno;
    if (step || !replace)
        unlink(temp);
    arena_free(arena);
    return !step || error_set(error, "%s: can't be %s: %s", path, step, strerror(failure));
}

bool file_save(const char *path, struct str bytes, mode_t mode, struct error *error)
{
    return file_save_pieces(path, &bytes, 1, mode, error);
}

bool file_save_pieces(const char *path, const struct str *pieces, size_t count, mode_t mode,
                      struct error *error)
{
    struct stat st;
    if (lstat(path, &st) == 0) {
        if (!S_ISREG(st.st_mode))
            return error_set(error, "%s: is not a plain file, so it is not replaced", path);
        mode = st.st_mode & 07777;
    }
    return save(path, (struct content){pieces, count}, mode, true, error);
}

bool file_create(const char *path, struct str bytes, mode_t mode, struct error *error)
{
    return save(path, (struct content){&bytes, 1}, mode, false, error);
}

bool file_make_folder(const char *path, mode_t mode, struct error *error)
{
    if (file_is_folder(path))
        return true;
    struct arena *arena = arena_new();
    const char *above = folder_of(arena, path);
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
