/* SPDX-License-Identifier: ISC */
/* The parts of an edit in place: what was read, what is to be spliced in, and the check of what
 * came of it. */
#ifndef YAML_EDIT_PARTS_H
#define YAML_EDIT_PARTS_H

#include "dossier/base/arena.h"
#include "dossier/base/buf.h"
#include "dossier/base/error.h"
#include "dossier/yaml/read.h"

#include <stdbool.h>
#include <stddef.h>

struct edit {
    struct arena *arena;
    struct str source; /* as it was */
    struct error *error;
    const char *name; /* of the top-level key */
    const struct yaml_node *root, *list;
    struct str item_source;        /* the new item, with line feeds */
    const struct yaml_node *item;  /* the same, read; NULL for a removal */
    const struct yaml_node *place; /* the item to put it before, to replace or to remove */
    bool removes;                  /* PLACE goes away */
    bool keyed;                    /* a key of a map is set */
    struct str line_end;           /* the file's own: "\n" or "\r\n" */
    size_t start, end;             /* TEXT goes in place of these bytes */
    struct buf text;
};

/* Lines of a block (edit_lines.c). */
/* The start of the line that holds byte AT, and of the one behind it; of the one before that which
 * starts at AT. */
size_t edit_line_start(struct str source, size_t at);
size_t edit_line_after(struct str source, size_t at);
size_t edit_line_before(struct str source, size_t at);
/* The item of LIST before ITEM, the last where ITEM is NULL; NULL where there is none. */
const struct yaml_node *edit_before(const struct yaml_node *list, const struct yaml_node *item);
/* Where the lines of NODE, which ends a line, end; empty lines behind it belong to no one, unless
 * they are a part of its text. */
size_t edit_lines_end(struct str source, const struct yaml_node *node);
/* Adds the lines of BLOCK to the text, each indented by INDENT, with the file's line ends. */
void edit_put_lines(struct edit *edit, struct str block, size_t indent);
/* Begins a new line in the text, where what stands before START does not end in one. */
void edit_end_line(struct edit *edit);

/* Each finds START, END and TEXT; the first may set the error. */
bool edit_block(struct edit *edit); /* in a list of lines that has items */
void edit_flow(struct edit *edit);  /* in a list in brackets that has items */

/* The text of an item that takes the place of OLD, a map of lines: keys whose value stays keep
 * their bytes and comments. False where the two can't be laid over each other. */
bool edit_merge(struct edit *edit, const struct yaml_node *old);

/* RESULT reads back as the old tree with the change that was meant, and nothing else. */
bool edit_check(const struct edit *edit, struct str result);
/* The two mean the same. */
bool edit_same(const struct yaml_node *a, const struct yaml_node *b);
/* The same where A is of a file that ended at byte END. */
bool edit_same_till(const struct yaml_node *a, const struct yaml_node *b, size_t end);

/* Adds to OUT the comments between FROM and TO that are no part of VALUE, which lies there; a line
 * each (edit_remarks.c). */
void edit_comments(struct str source, const struct yaml_node *value, size_t from, size_t to,
                   struct buf *out);

/* NODE in brackets (edit_flow.c). */
void edit_put_flow(struct buf *out, const struct yaml_node *node);
/* How an item can't be changed where it stands: the sentence; false. */
bool edit_refuse(const struct edit *edit);
/* The source with the splice done, into RESULT, which is empty. */
void edit_splice(const struct edit *edit, struct buf *result);
/* Puts RESULT, which is freed, in place of SOURCE if it is OK; else says how it can't be. */
bool edit_take(const struct edit *edit, struct buf *source, struct buf *result, bool ok);

#endif
