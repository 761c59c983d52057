/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_LOAD_TAGS_ACTORS_H
#define DOSSIER_LOAD_TAGS_ACTORS_H

#include "dossier/base/arena.h"
#include "dossier/model/tags.h"
#include "dossier/yaml/schema.h"

/* Reads the list under `actors:` into TAGS. LIST may be NULL; it may be freed afterwards. */
void tags_read_actors(struct arena *arena, const struct schema_report *report,
                      const struct yaml_node *list, struct tags *tags);

#endif
