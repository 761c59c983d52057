/* SPDX-License-Identifier: ISC */
/* Changes to a YAML file in place: comments, order and layout of all the rest stay to the byte. */
#ifndef DOSSIER_YAML_EDIT_H
#define DOSSIER_YAML_EDIT_H

#include "dossier/base/buf.h"
#include "dossier/base/error.h"
#include "dossier/base/str.h"

#include <stdbool.h>

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

#endif
