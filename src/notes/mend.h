/* SPDX-License-Identifier: ISC */
/* A damaged file, or one with the marks of a merge, as it is to be from now on. */
#ifndef DOSSIER_SRC_NOTES_MEND_H
#define DOSSIER_SRC_NOTES_MEND_H

#include "dossier/base/arena.h"
#include "dossier/base/error.h"

/* TEXT, in ARENA, holds what notes_read finds in SOURCE, and is YAML. */
bool mend_source(struct arena *arena, struct str source, struct str *text, struct error *error);

#endif
