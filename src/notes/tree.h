/* SPDX-License-Identifier: ISC */
/* A notes file as a tree, and what the order of its blocks goes by. */
#ifndef DOSSIER_SRC_NOTES_TREE_H
#define DOSSIER_SRC_NOTES_TREE_H

#include "dossier/base/error.h"
#include "dossier/yaml/read.h"

#include <stdint.h>

/* The list of notes of SOURCE in *LIST, NULL where it has none. False where the file as a whole
 * can't be read, with the place in FAILURE. */
bool notes_tree(struct arena *arena, struct str source, const struct yaml_node **root,
                const struct yaml_node **list, struct yaml_failure *failure);
/* The keys of a note that this program knows. */
bool notes_knows_key(struct str key);
/* The first number of `at`; 0 where there is none. */
uint32_t notes_start(const struct yaml_node *block);

#endif
