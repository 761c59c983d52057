/* SPDX-License-Identifier: ISC */
/* The notes that the user sees, made of what all files hold. */
#ifndef DOSSIER_SRC_NOTES_GATHER_H
#define DOSSIER_SRC_NOTES_GATHER_H

#include "shelf.h"

/* Makes notes, graves and problems anew. */
void gather_all(struct notebook *notebook);
/* The problems alone. */
void gather_problems(struct notebook *notebook);
/* This user's note with this id is another now, or new, or deleted. */
void gather_one(struct notebook *notebook, struct str id);
/* The note with this id in memory, this writer's before another's where OWN, else after; NULL. */
struct note *gather_find(const struct notebook *notebook, struct str id, bool own);
/* A deletion at that moment can still be undone. */
bool gather_is_kept(const struct notebook *notebook, int64_t deleted);

#endif
