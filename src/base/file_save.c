/* SPDX-License-Identifier: ISC */
/* Files that are there as a whole or not at all, whatever happens on the way. */
#include "dossier/base/file.h"
#include "dossier/base/hash.h"
#include "dossier/base/heap.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define WINDOW ((size_t)1 << 18) /* bytes that are copied at once */

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

/* What is to be the content of a file. */
struct content {
    const struct file_piece *pieces;
    size_t count;
};

static bool copy_part(int fd, const struct file_piece *piece, char *window)
{
    bool ok = true;
    for (size_t at = piece->from; ok && at < piece->to;) {
        size_t len = piece->to - at < WINDOW ? piece->to - at : WINDOW;
        ok = file_read_part(piece->fd, at, window, len) && write_all(fd, (struct str){window, len});
        at += len;
    }
    if (ok && file_moment(piece->fd) != piece->moment) {
        errno = EBUSY;
        ok = false;
    }
    return ok;
}

/* Small pieces are put together, so that a thousand of them are not as many calls. */
static bool write_content(int fd, struct content content)
{
    struct buf few = {0};
    char *window = NULL;
    bool ok = true;
    for (size_t i = 0; i < content.count && ok; i++) {
        const struct file_piece *piece = &content.pieces[i];
        bool small = piece->fd < 0 && piece->bytes.len < WINDOW;
        if (small)
            buf_str(&few, piece->bytes);
        if (!small || few.len >= WINDOW) {
            ok = write_all(fd, buf_view(&few));
            buf_clear(&few);
        }
        if (!window && piece->fd >= 0)
            window = memory_get(WINDOW);
        if (ok && !small)
            ok = piece->fd < 0 ? write_all(fd, piece->bytes) : copy_part(fd, piece, window);
    }
    ok = ok && write_all(fd, buf_view(&few));
    int failure = errno;
    buf_free(&few);
    free(window);
    errno = failure;
    return ok;
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

/* Who ends the program by ^C must not find half of a new file beside the old one: it ends when the
 * save is over. The signals that were held before. */
static sigset_t hold_signals(void)
{
    static const int held[] = {SIGINT, SIGTERM, SIGHUP};
    sigset_t hold, before;
    sigemptyset(&hold);
    for (size_t i = 0; i < sizeof held / sizeof *held; i++)
        sigaddset(&hold, held[i]);
    pthread_sigmask(SIG_BLOCK, &hold, &before);
    return before;
}

static bool save(const char *path, struct content content, mode_t mode, bool replace,
                 struct error *error)
{
    struct arena *arena = arena_new();
    const char *folder = path_folder(arena, path);
    char unique[9];
    hash_random(unique, sizeof unique - 1);
    struct str base = path_base(str_of(path));
    const char *temp =
        arena_printf(arena, "%s/.%.*s.%s.tmp", folder, STR_ARG(str_sub(base, 0, 200)), unique).at;
    const char *step = NULL;
    sigset_t before = hold_signals();
    if (!write_new(temp, content, mode))
        step = "written";
    else if (replace ? rename(temp, path) != 0 : link(temp, path) != 0)
        step = replace ? "replaced" : "created";
    else if (!sync_folder(folder))
        step = "made to last";
    int failure = errno;
    if (step || !replace)
        unlink(temp);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    arena_free(arena);
    return !step || error_set(error, "%s: can't be %s: %s", path, step, strerror(failure));
}

bool file_save(const char *path, struct str bytes, mode_t mode, struct error *error)
{
    struct file_piece piece = {.bytes = bytes, .fd = -1};
    return file_save_pieces(path, &piece, 1, mode, error);
}

bool file_save_pieces(const char *path, const struct file_piece *pieces, size_t count, mode_t mode,
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
    struct file_piece piece = {.bytes = bytes, .fd = -1};
    return save(path, (struct content){&piece, 1}, mode, false, error);
}
