/* SPDX-License-Identifier: ISC */
/* Changing in tags.yaml who is who: in place, comments, order and layout kept, under its lock, and
 * so that it can be taken back to the byte. */
#ifndef DOSSIER_LOAD_TAGS_AMEND_H
#define DOSSIER_LOAD_TAGS_AMEND_H

#include "dossier/base/error.h"
#include "dossier/model/amendment.h"

/* Does AMENDMENT in the tags.yaml of FOLDER as it is on disk now, and saves it; the file is made
 * where it is missing. DONE, in ARENA, is what it did. */
bool tags_amend(const char *folder, const struct amendment *amendment, struct arena *arena,
                struct tags_patch *done, struct error *error);
/* Takes PATCH back, or, not BACK, does it again. Where another program has changed these lines
 * meanwhile nothing is done, and the error says so; what it changed elsewhere stays. */
bool tags_patch(const char *folder, const struct tags_patch *patch, bool back, struct error *error);

#endif
