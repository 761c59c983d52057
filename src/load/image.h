/* SPDX-License-Identifier: ISC */
/* What is kept of a large dossier from one run to the next, in the cache folder: its segments, a
 * file each, and one file that says which of them there are and in what orders their articles
 * stand. Each is replaced by rename, so that several programs may start and end at once; what is
 * damaged, foreign or of another version counts as not there. */
#ifndef DOSSIER_LOAD_IMAGE_H
#define DOSSIER_LOAD_IMAGE_H

#include "dossier/base/error.h"
#include "dossier/model/library.h"

#include <stdbool.h>

/* Fills LIBRARY, which is new, with the corpus, the title and the problems of articles that were
 * kept of FOLDER, as they were then; its corpus needs no finishing. False where nothing is. */
bool image_open(const char *folder, struct library *library);
/* Keeps those of LIBRARY, if it is large enough to be worth it. */
bool image_save(const struct library *library, struct error *error);
/* Everything that LIBRARY has of what was kept is as it was written: reads all of it. */
bool image_is_sound(const struct library *library);
/* Where what is kept of FOLDER lies, in ARENA; NULL: nowhere. */
const char *image_folder(struct arena *arena, const char *folder);
/* Removes it. The number of files and bytes that were removed. */
size_t image_drop(const char *folder, uint64_t *bytes);
/* How much it is, without removing it. */
size_t image_measure(const char *folder, uint64_t *bytes);

#endif
