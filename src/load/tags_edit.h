/* SPDX-License-Identifier: ISC */
/* Changing tags.yaml: the one file of the user's own that is written to, so in place, and under a
 * lock, so that two programs lose nothing of each other. */
#ifndef DOSSIER_SRC_LOAD_TAGS_EDIT_H
#define DOSSIER_SRC_LOAD_TAGS_EDIT_H

#include "dossier/base/buf.h"
#include "dossier/base/error.h"
#include "dossier/yaml/read.h"

/* Changes SOURCE, which reads as ROOT, to what CONTEXT asks for. */
typedef bool (*tags_edit_change)(struct buf *source, const struct yaml_node *root,
                                 const void *context, struct error *error);

/* Reads the tags.yaml of FOLDER as it is on disk now, not as it was some time ago; lets CHANGE
 * change it, and saves it. The file is made where it is missing. */
bool tags_edit(const char *folder, tags_edit_change change, const void *context,
               struct error *error);
/* The same for another FILE in FOLDER, which begins with HEAD where it is made. */
bool tags_edit_file(const char *folder, const char *file, const char *head, tags_edit_change change,
                    const void *context, struct error *error);
/* Adds "KEY: VALUE" as a line. */
void tags_edit_put(struct buf *out, const char *key, struct str value);

#endif
