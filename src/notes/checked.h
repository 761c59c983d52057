/* SPDX-License-Identifier: ISC */
/* Who has checked whose notes. */
#ifndef DOSSIER_SRC_NOTES_CHECKED_H
#define DOSSIER_SRC_NOTES_CHECKED_H

#include "shelf.h"

/* Fills in checked_by of all notes, by name; of one; of those with an id. */
void checked_find(struct notebook *notebook);
void checked_find_of(struct notebook *notebook, struct note *note);
void checked_find_id(struct notebook *notebook, struct str id);

#endif
