/* SPDX-License-Identifier: ISC */
/* Reading whole files safely, replacing them safely, and where the user's folders are. */
#ifndef DOSSIER_BASE_FILE_H
#define DOSSIER_BASE_FILE_H

#include "dossier/base/arena.h"
#include "dossier/base/buf.h"
#include "dossier/base/error.h"
#include "dossier/base/nearby.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* Reads all of PATH into OUT (cleared first). Never blocks on a FIFO, never follows a symbolic link
 * in the last part, refuses what is not a regular file or is larger than LIMIT bytes. */
bool file_read(const char *path, size_t limit, struct buf *out, struct error *error);
/* The same, but a symbolic link is followed: for files that the user named. */
bool file_read_named(const char *path, size_t limit, struct buf *out, struct error *error);
/* All of standard input, LIMIT bytes at most. */
bool file_read_stdin(size_t limit, struct buf *out, struct error *error);

/* By what a file is known to be as it was. */
struct file_look {
    int64_t size;    /* bytes */
    int64_t written; /* when it was last written to, in nanoseconds since 1970 */
    uint64_t inode;
};

/* Opens PATH for reading, with the same care, and tells what it looks like; -1 where that can't be.
 */
int file_open(const char *path, struct file_look *look, struct error *error);
int file_open_near(struct nearby *nearby, const char *path, struct file_look *look,
                   struct error *error);
/* Reads up to *LEN bytes; fewer are there where *LEN is less afterwards. False, and errno says why,
 * where they can't be read. */
bool file_read_all(int fd, char *into, size_t *len);
/* Reads LEN bytes from byte FROM on; false where there are fewer. */
bool file_read_part(int fd, size_t from, char *into, size_t len);

/* What the plain file PATH looks like; false where there is none, or only a symbolic link. */
bool file_look_at(const char *path, struct file_look *look);
bool file_look_near(struct nearby *nearby, const char *path, struct file_look *look);
bool file_looks_same(const struct file_look *a, const struct file_look *b);

/* When FD was last written to, in nanoseconds since 1970; -1: not known. */
int64_t file_moment(int fd);

/* Replaces PATH by BYTES so that at every moment, power cuts included, the old or the new content
 * is there: a new file beside it (O_EXCL, MODE), fsync, rename, fsync of the folder. The mode of a
 * file that exists is kept. */
bool file_save(const char *path, struct str bytes, mode_t mode, struct error *error);
/* Bytes in memory; or, where FD is not -1, the bytes FROM to TO of that open file, which must not
 * have been written to since MOMENT. */
struct file_piece {
    struct str bytes;
    int fd;
    size_t from, to;
    int64_t moment;
};
/* The same with the COUNT pieces one behind the other. */
bool file_save_pieces(const char *path, const struct file_piece *pieces, size_t count, mode_t mode,
                      struct error *error);
/* Creates PATH with BYTES, as safely; fails where it exists. */
bool file_create(const char *path, struct str bytes, mode_t mode, struct error *error);

/* Makes PATH and the folders above it where they are missing. */
bool file_make_folder(const char *path, mode_t mode, struct error *error);
/* False only where it is certain that nothing is there: what can't be looked at must not be taken
 * for new and be written over. */
bool file_exists(const char *path);
bool file_is_folder(const char *path);
/* A file can be created in the folder PATH. */
bool file_is_writable_folder(const char *path);

/* Takes the lock of FOLDER itself, waiting up to MILLISECONDS, so that no lock file is left lying
 * about among the user's files; only where a file system can't do that, the hidden file .lock in it
 * is taken. A descriptor for file_unlock, or -1. */
int file_lock_folder(const char *folder, int milliseconds, struct error *error);
void file_unlock(int lock);

/* FOLDER/NAME; NAME alone where FOLDER is empty or NAME is absolute. */
const char *path_join(struct arena *arena, const char *folder, const char *name);
/* What stands after the last slash. */
struct str path_base(struct str path);
/* The folder that PATH is in: "." where it names none. */
const char *path_folder(struct arena *arena, const char *path);
/* The real path, or PATH itself where there is none. */
const char *path_real(struct arena *arena, const char *path);

enum xdg { XDG_CONFIG, XDG_DATA, XDG_STATE, XDG_CACHE };
/* The folder of that kind for this program, e.g. $XDG_DATA_HOME/dossier; not made. NULL where
 * neither the variable nor $HOME is set to an absolute path. */
const char *path_xdg(struct arena *arena, enum xdg kind);
/* The folder below path_xdg(KIND) that belongs to the dossier in FOLDER, named after its real path.
 */
const char *path_xdg_for(struct arena *arena, enum xdg kind, const char *folder);

#endif
