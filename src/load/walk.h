/* SPDX-License-Identifier: ISC */
/* The files below a folder. */
#ifndef DOSSIER_LOAD_WALK_H
#define DOSSIER_LOAD_WALK_H

#include "dossier/base/arena.h"
#include "dossier/base/error.h"

#include <stdbool.h>

struct walked {
    struct str path;  /* below the folder, with slashes; any bytes */
    const char *real; /* where it is read: no symbolic link on the way */
};

struct walk {
    struct walked *at;
    size_t len, cap;
};

/* Adds all plain files below FOLDER to OUT, by path. Left out are hidden ones, tags.yaml, notes/,
 * and, with a warning each, what is no plain file and symbolic links that lead out of FOLDER or to
 * what is there already. False where FOLDER itself can't be read. */
bool walk_folder(struct arena *arena, const char *folder, struct walk *out,
                 struct problems *problems, struct error *error);

#endif
