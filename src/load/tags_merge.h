/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_SRC_LOAD_TAGS_MERGE_H
#define DOSSIER_SRC_LOAD_TAGS_MERGE_H

#include "dossier/base/buf.h"
#include "dossier/base/error.h"
#include "dossier/model/amendment.h"
#include "dossier/yaml/read.h"

/* All that is in the item of AMENDMENT's actor goes into that of INTO, comments too. */
bool tags_merge(struct buf *source, const struct yaml_node *root, const struct amendment *amendment,
                struct error *error);

#endif
