/* SPDX-License-Identifier: ISC */
/* Where themes and presets of keys are: the user's files go before installed ones, these before the
 * ones that are built in. */
#ifndef CONFIG_FILES_H
#define CONFIG_FILES_H

#include "dossier/base/arena.h"
#include "dossier/base/buf.h"
#include "dossier/base/error.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>

#define CONFIG_LARGEST ((size_t)1 << 20) /* bytes of a file */

/* Made from the files in themes/ when the program is built; the last has no name. */
struct built_in {
    const char *name, *text;
};
extern const struct built_in built_in_files[];

/* The content of NAME.yaml into OUT, and in *FILE what to call it in problems. False where there is
 * none; where there is one that can't be read, a problem says so. */
bool files_find(struct arena *arena, struct str name, struct buf *out, struct str *file,
                struct problems *problems);
/* The names of all such files that begin with PREFIX, without it; or, with an empty PREFIX, that do
 * not begin with "keys-". In ARENA, sorted. */
struct str *files_names(struct arena *arena, struct str prefix, size_t *count);

#endif
