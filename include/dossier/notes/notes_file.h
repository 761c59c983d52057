/* SPDX-License-Identifier: ISC */
/* One writer's file of notes. Changes are spliced in: comments and the bytes of other notes stay.
 */
#ifndef DOSSIER_NOTES_NOTES_FILE_H
#define DOSSIER_NOTES_NOTES_FILE_H

#include "dossier/base/buf.h"
#include "dossier/base/error.h"
#include "dossier/notes/note.h"

struct note_list {
    struct note *at;
    size_t len, cap;
};

/* Reads SOURCE; notes that are right are added to OUT, deleted ones too; problems name FILE. False
 * if the file as a whole can't be read: then it must not be written either. */
bool notes_read(struct arena *arena, struct str source, struct str file, struct str writer,
                struct note_list *out, struct problems *problems);
/* Puts NOTE into the file PATH under its lock: reads the file anew, replaces the block with its id
 * or adds one at its place in the order, saves safely. A file that can't be read is left alone, and
 * so is a block whose text or tags are not those of BEFORE: somebody wrote them meanwhile. BEFORE
 * is NULL where this program knows of none. */
bool notes_write(const char *path, const struct note *note, const struct note *before,
                 struct error *error);
/* NOTE as a YAML map, for yaml_edit. */
void notes_item(const struct note *note, struct buf *out);

#endif
