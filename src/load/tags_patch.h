/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_SRC_LOAD_TAGS_PATCH_H
#define DOSSIER_SRC_LOAD_TAGS_PATCH_H

#include "dossier/model/amendment.h"

/* What made AFTER of BEFORE, two states of the file, in ARENA. */
void tags_patch_make(struct arena *arena, struct str before, struct str after,
                     struct tags_patch *out);

#endif
