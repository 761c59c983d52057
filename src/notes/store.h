/* SPDX-License-Identifier: ISC */
/* Changing this user's files, then memory. */
#ifndef DOSSIER_SRC_NOTES_STORE_H
#define DOSSIER_SRC_NOTES_STORE_H

#include "shelf.h"

/* Stores versions of this user's notes, deleted ones too, each in the file where it belongs, in one
 * save of each file; from another file of this user's it goes. Where another program changed the
 * same note, NOTES[i].id is that of the second version; empty for a deletion, which is not carried
 * out then. On failure memory holds what the files hold. */
bool store_notes(struct notebook *notebook, struct note *notes, size_t count, struct error *error);
/* Notes that this user has checked the note with this id; ON 0: has not. */
bool store_check(struct notebook *notebook, struct str id, int64_t on, struct error *error);
/* Stores this user's verdict, or takes the one with its id away. */
bool store_verdict(struct notebook *notebook, const struct verdict *verdict, bool there,
                   struct error *error);

#endif
