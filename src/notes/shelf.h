/* SPDX-License-Identifier: ISC */
/* Reading all writers' files. */
#ifndef DOSSIER_SRC_NOTES_SHELF_H
#define DOSSIER_SRC_NOTES_SHELF_H

#include "dossier/notes/notebook.h"

/* Fills the notebook with the notes of all files beside and apart, the deleted ones left out, not
 * yet anchored or in order. Where this user's own file beside can't be read, notes are from then on
 * written apart. */
void shelf_read(struct notebook *notebook);

#endif
