/* SPDX-License-Identifier: ISC */
/* A note's block as text. An item is a map in block style without indentation: what notes_item
 * gives. */
#ifndef DOSSIER_SRC_NOTES_ITEM_H
#define DOSSIER_SRC_NOTES_ITEM_H

#include "blocks.h"
#include "dossier/base/buf.h"
#include "dossier/notes/note.h"
#include "dossier/yaml/read.h"

/* What the block OLD says beyond a note's own keys, in the form of an item. */
void item_put_other_keys(struct buf *out, const struct yaml_node *old);
/* Adds ITEM as a block that stands in by INDENT. */
void item_put_block(struct buf *out, struct str item, size_t indent, struct str line_end);
/* Adds LINES of a block that stands in by FROM, as they are to stand in another file. */
void item_put_lines(struct buf *out, struct str lines, size_t from, size_t indent,
                    struct str line_end);
/* LINES, one block for a file with this INDENT, read back as NOTE. */
bool item_reads_as(struct str lines, size_t indent, const struct note *note);
/* LINES as a note; false where they are none. */
bool item_read(struct arena *arena, struct str lines, size_t indent, struct note *note);

#endif
