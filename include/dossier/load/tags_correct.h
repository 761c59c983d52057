/* SPDX-License-Identifier: ISC */
/* What a reader says of an article goes into its entry in tags.yaml: in place, comments, order and
 * layout kept, under its lock, and so that it can be taken back to the byte by tags_patch. */
#ifndef DOSSIER_LOAD_TAGS_CORRECT_H
#define DOSSIER_LOAD_TAGS_CORRECT_H

#include "dossier/base/error.h"
#include "dossier/model/amendment.h"
#include "dossier/model/correction.h"

/* Does CORRECTION in the tags.yaml of FOLDER as it is on disk now, and saves it; the file and the
 * article's entry are made where they are missing. DONE, in ARENA, is what it did. */
bool tags_correct(const char *folder, const struct correction *correction, struct arena *arena,
                  struct tags_patch *done, struct error *error);

#endif
