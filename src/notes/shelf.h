/* SPDX-License-Identifier: ISC */
/* The notes files of all writers, as they are read and as they are on disk. */
#ifndef DOSSIER_SRC_NOTES_SHELF_H
#define DOSSIER_SRC_NOTES_SHELF_H

#include "dossier/notes/anchor.h"
#include "dossier/notes/notebook.h"
#include "dossier/notes/notes_file.h"
#include "ids.h"
#include "look.h"

struct shelf_file {
    const char *folder, *path;
    struct str writer, shown;
    bool own; /* this user's */
    bool is_private;
    bool readable;      /* one that is not must not be written */
    bool altered;       /* CONTENT is not that of SOURCE any more, because this program saved */
    struct str copy_of; /* the writer of whose file it is a copy; or empty */
    struct arena *arena;
    struct buf source;
    struct notes_content content; /* as stored: with the tags' names of then; an empty id: gone */
    struct ids ids;               /* of the content's notes */
    struct {
        uint32_t *at; /* of the content's notes: what the next save of the file drops */
        size_t len, cap;
    } due;
    struct problems problems;
    struct look look; /* when it was read */
};

struct shelf_files {
    struct shelf_file **at; /* in order of folder, then name */
    size_t len, cap;
    const struct library *library;
    int64_t now;            /* as far as this program was told */
    struct arena *gathered; /* of what was made of the files */
    struct ids ids;         /* of the notebook's notes */
    size_t clashes;         /* notes that are in one */
    struct problems of_copies, of_folders;
    struct {
        struct str *at; /* "ID:VERSION", in order */
        size_t len, cap;
    } seen;
};

/* Makes the shelf, empty. */
void shelf_open(struct notebook *notebook, const struct library *library);
void shelf_close(struct notebook *notebook);
/* Reads the files that are new or others than before; forgets those that are gone. True if
 * anything is other now. Where this user's own file can't be read, notes are from then on written
 * apart. */
bool shelf_read(struct notebook *notebook);
/* Reads FILE if it is not as before; true if so. */
bool shelf_reload(struct shelf_file *file, struct anchor_finder *finder);
/* This user's own file; NULL where there is no place for it. It need not exist yet. */
struct shelf_file *shelf_own(struct notebook *notebook, bool is_private);
/* The note with this id as FILE has it, deleted or not; NULL. */
struct note *shelf_note(const struct shelf_file *file, struct str id);
/* NOTE stands in FILE now. */
void shelf_put(struct shelf_file *file, struct anchor_finder *finder, const struct note *note);

#endif
