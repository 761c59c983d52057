/* SPDX-License-Identifier: ISC */
/* Two versions of one note. */
#ifndef DOSSIER_SRC_NOTES_CLASH_H
#define DOSSIER_SRC_NOTES_CLASH_H

#include "dossier/base/error.h"
#include "dossier/notes/notes_file.h"

/* A and B say the same of the same passage; when, and at which byte, is not compared, nor whether
 * they are deleted. */
bool clash_same(const struct note *a, const struct note *b);

/* What is to be done where one file has both. */
enum clash { CLASH_FIRST, CLASH_SECOND, CLASH_BOTH };
/* The one that was changed or deleted later, where they say the same; the one that is not deleted,
 * where one is; else both. */
enum clash clash_decide(const struct note *first, const struct note *second);

/* NOTE becomes a version of its own beside the one with its id. */
void clash_part(struct arena *arena, struct note *note);

/* Of LIST's notes from FROM on, those with one id: decided as above. Reported, with FILE's name,
 * where PROBLEMS is not NULL. */
void clash_settle(struct arena *arena, struct note_list *list, size_t from, struct str file,
                  struct problems *problems);

#endif
