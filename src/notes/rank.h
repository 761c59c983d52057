/* SPDX-License-Identifier: ISC */
/* Which version of a note counts, where a writer has several files. */
#ifndef DOSSIER_SRC_NOTES_RANK_H
#define DOSSIER_SRC_NOTES_RANK_H

#include "shelf.h"

#define RANK_SIBLINGS 4 /* a writer's files: one in each folder */

/* What a file's notes are held against. */
struct rank {
    const struct notebook *notebook;
    const struct shelf_file *file;
    const struct shelf_file *siblings[RANK_SIBLINGS]; /* other files of its writer */
    size_t count;
};

/* FILE's notes are taken: it can be read, and is no copy. */
bool rank_is_read(const struct shelf_file *file);
struct rank rank_begin(const struct notebook *notebook, const struct shelf_file *file);
/* The version that counts before NOTE of the file; NULL where NOTE counts itself. */
const struct note *rank_above(const struct rank *rank, const struct note *note);
/* The version of this user's note with this id that counts; NULL. */
const struct note *rank_own(const struct notebook *notebook, struct str id);

#endif
