/* SPDX-License-Identifier: ISC */
/* Where the notes of a dossier lie. See dossier-notes(5). */
#ifndef DOSSIER_SRC_NOTES_PLACES_H
#define DOSSIER_SRC_NOTES_PLACES_H

#include "dossier/notes/notebook.h"

/* Sets writer, beside, apart, and folder, elsewhere and why as far as they follow from the folders.
 */
void places_find(struct notebook *notebook, const struct library *library,
                 const struct notebook_request *request);
/* From now on this user's notes are written apart, because of WHY. */
void places_move_apart(struct notebook *notebook, struct str why);
/* Makes the folder that notes are written to, and the one of private ones, which is shut to others.
 */
bool places_make(const struct notebook *notebook, struct error *error);
bool places_make_secret(const struct notebook *notebook, struct error *error);
/* The sentence for one that there is no place for; false. */
bool places_refuse(const struct notebook *notebook, bool is_private, struct error *error);
/* FOLDER is where private notes lie, by whatever name. */
bool places_is_secret(const struct notebook *notebook, const char *folder);
/* How the user knows WRITER's file in FOLDER. */
struct str places_shown(const struct notebook *notebook, const char *folder, struct str writer);
/* This user's file in FOLDER. */
const char *places_file(struct arena *arena, const struct notebook *notebook, const char *folder);

#endif
