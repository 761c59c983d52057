/* SPDX-License-Identifier: ISC */
/* The list under `tags:` of tags.yaml: what tags mean, and what they were called before. */
#ifndef DOSSIER_SRC_LOAD_TAGS_NAMES_H
#define DOSSIER_SRC_LOAD_TAGS_NAMES_H

#include "dossier/model/tags.h"
#include "dossier/yaml/schema.h"

/* Reads LIST (may be NULL) into TAGS, copied to ARENA. */
void tags_read_names(struct arena *arena, const struct schema_report *report,
                     const struct yaml_node *list, struct tags *tags);

#endif
