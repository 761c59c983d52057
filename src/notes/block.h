/* SPDX-License-Identifier: ISC */
/* One note's block, read by its lines. */
#ifndef DOSSIER_SRC_NOTES_BLOCK_H
#define DOSSIER_SRC_NOTES_BLOCK_H

#include "dossier/notes/note.h"

/* Reads the block whose first line, INDENT spaces and "- ", begins at byte AT of SOURCE, if it is
 * in the form that this program writes (its keys in any order) and right in all its parts: NOTE
 * then holds what the YAML reader would find. The byte behind the block's last line, and how many
 * lines it has in COUNT (may be NULL); 0 where it is anything else, which then is the YAML reader's
 * to judge. NOTE borrows SOURCE; what must be put together is in ARENA. Where that is NULL, "?"
 * stands for it, and the tags are only counted: the block is checked all the same. */
size_t block_read(struct arena *arena, struct str source, size_t at, size_t indent,
                  struct note *note, int *count);

#endif
