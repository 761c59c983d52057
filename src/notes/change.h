/* SPDX-License-Identifier: ISC */
/* Changes to the text of a notes file. */
#ifndef DOSSIER_SRC_NOTES_CHANGE_H
#define DOSSIER_SRC_NOTES_CHANGE_H

#include "layout.h"

#include "dossier/base/buf.h"
#include "dossier/notes/notes_file.h"

/* What a file holds under an id. */
struct held {
    bool there;
    bool whole; /* NOTE is what it says; else it is there, but wrong in some part */
    struct note note;
};

enum deed { DEED_NONE, DEED_ADD, DEED_REPLACE, DEED_REMOVE, DEED_APART };

/* What CHANGE comes to in a file that has HELD under its note's id, and OWN under the id that a
 * clashing version of it gets. Sets CLASHED, and the note's id. */
enum deed change_decide(struct notes_change *change, const struct held *held,
                        const struct held *own);
/* It is about another list of the file than the notes. */
bool change_is_apart(const struct notes_change *change);
bool change_apart(struct buf *source, const struct notes_change *change, struct error *error);
/* The note with ID is, or is not any more, in `checked`. */
bool change_check(struct buf *source, struct str id, int64_t on, struct error *error);

/* Carries out the first of COUNT changes, and as many more as concern other notes, in a file whose
 * blocks were found: their number in DONE. LAYOUT has looked for change_ids. */
bool change_blocks(struct layout *layout, struct notes_change *changes, size_t count, size_t *done,
                   struct error *error);
/* The ids that the changes are about. */
struct strs change_ids(struct arena *arena, const struct notes_change *changes, size_t count);
/* Carries out one change, in a file that is laid out in any way that YAML allows. */
bool change_tree(struct buf *source, struct notes_change *change, struct error *error);

#endif
