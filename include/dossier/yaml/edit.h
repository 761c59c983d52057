/* SPDX-License-Identifier: ISC */
/* Changes to a YAML file in place: comments, order and layout of all the rest stay to the byte. */
#ifndef DOSSIER_YAML_EDIT_H
#define DOSSIER_YAML_EDIT_H

#include "dossier/base/buf.h"
#include "dossier/base/error.h"
#include "dossier/base/str.h"
#include "dossier/yaml/read.h"

#include <stdbool.h>
#include <stddef.h>

/* An item is a map in block style without indentation or dash: "id: x\nname: y\n". Each function
 * parses SOURCE before and after; if the result does not read back as what was meant, SOURCE is
 * left as it was and the error says so. */

/* Adds ITEM at the end of the list under the top-level key LIST, which is made where it is missing,
 * null or empty. */
bool yaml_edit_add(struct buf *source, const char *list, struct str item, struct error *error);
/* Adds ITEM before the item of that list whose key `id` is BEFORE; at the end where BEFORE is
 * empty. */
bool yaml_edit_insert(struct buf *source, const char *list, struct str before, struct str item,
                      struct error *error);
/* Puts ITEM in place of the one whose key `id` is ID. False where there is none. */
bool yaml_edit_replace(struct buf *source, const char *list, struct str id, struct str item,
                       struct error *error);
/* Takes the item whose key `id` is ID out of the list. */
bool yaml_edit_remove(struct buf *source, const char *list, struct str id, struct error *error);

/* Changes further inside. ROOT is what SOURCE reads as, and the other nodes are of that tree; once
 * SOURCE is changed they tell of one that is no more. What is put in is a scalar, as yaml_put_text
 * writes it, or a map in block style as above. */

/* Adds COUNT ITEMS at the end of the list under KEY of MAP. Where there is none it is made, behind
 * AFTER, a value of MAP (NULL: at its end); a scalar there becomes the first item. */
bool yaml_edit_append(struct buf *source, const struct yaml_node *root, const struct yaml_node *map,
                      const char *key, const struct yaml_node *after, const struct str *items,
                      size_t count, struct error *error);
/* Takes CHILD out of PARENT: an item out of a list, or a value with its key out of a map. */
bool yaml_edit_drop(struct buf *source, const struct yaml_node *root,
                    const struct yaml_node *parent, const struct yaml_node *child,
                    struct error *error);
/* Puts VALUE in place of NODE. */
bool yaml_edit_swap(struct buf *source, const struct yaml_node *root, const struct yaml_node *node,
                    struct str value, struct error *error);
/* Sets the value under PATH, DEPTH keys of maps inside maps from the top on, to VALUE: a scalar as
 * yaml_put_text writes it, or a list or map in brackets. Maps that are missing on the way are made.
 * A new key stands behind the key AFTER of its map; at the end where there is none. Comments in an
 * old value go below the new one. */
bool yaml_edit_set(struct buf *source, const struct str *path, size_t depth, struct str after,
                   struct str value, struct error *error);
/* Takes the last key of PATH away with its value. True, too, where it is not there. */
bool yaml_edit_unset(struct buf *source, const struct str *path, size_t depth, struct error *error);
/* Adds the lines of COMMENTS, each beginning with "#", behind ITEM, an item of a list of lines, as
 * deep in as its keys. */
bool yaml_edit_remark(struct buf *source, const struct yaml_node *root,
                      const struct yaml_node *item, struct str comments, struct error *error);
/* Adds to OUT the comments that stand among the lines of ITEM, a line each. */
void yaml_edit_remarks(struct str source, const struct yaml_node *item, struct buf *out);

#endif
