/* SPDX-License-Identifier: ISC */
/* Versions of one note: what is the same in them, and which is the later. */
#ifndef DOSSIER_SRC_NOTES_VERSIONS_H
#define DOSSIER_SRC_NOTES_VERSIONS_H

#include "dossier/notes/note.h"

#define VERSION_TEXT 9 /* room for the name of a version and a NUL */

/* When it was changed last; to delete it is to change it. */
int64_t version_moment(const struct note *note);
/* The moment of a deletion of NOTE that happens NOW: behind its last change, also where the two
 * fall into one second. */
int64_t version_deletion(const struct note *note, int64_t now);
/* They say the same: text, tags, actor, and what they reply to. */
bool version_same_words(const struct note *a, const struct note *b);
/* They stand at the same passage. */
bool version_same_place(const struct note *a, const struct note *b);
/* All that is stored is the same. */
bool version_same(const struct note *a, const struct note *b);
/* Eight digits that are others when text, tags, quote or deletion are. */
void version_name(const struct note *note, char name[VERSION_TEXT]);

#endif
