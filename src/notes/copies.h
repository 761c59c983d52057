/* SPDX-License-Identifier: ISC */
/* Copies of a notes file that file-syncing services leave beside it, where it was changed in two
 * places at once. */
#ifndef DOSSIER_SRC_NOTES_COPIES_H
#define DOSSIER_SRC_NOTES_COPIES_H

#include "shelf.h"

/* Finds out which files are copies, and of whose. */
void copies_mark(struct shelf_files *files, struct str writer);

#endif
