/* SPDX-License-Identifier: ISC */
/* The item of an actor in tags.yaml, as a tree: what tags_amend and tags_merge look for in it. */
#ifndef DOSSIER_SRC_LOAD_TAGS_ITEM_H
#define DOSSIER_SRC_LOAD_TAGS_ITEM_H

#include "dossier/base/error.h"
#include "dossier/model/amendment.h"
#include "dossier/yaml/schema.h"

/* The item of the actor ID. NULL with the error where there is none, or none that can be changed.
 */
const struct yaml_node *tags_item(const struct yaml_node *root, struct str id, struct error *error);
/* The words of an alias, which may be a map with a condition. */
struct str tags_item_words(const struct yaml_node *alias);
/* The child of LIST, which may be one scalar, with these WORDS; NULL. */
const struct yaml_node *tags_item_find(const struct yaml_node *list, struct str words);
/* The value behind which KEY goes where ITEM has it not: the keys have an order. */
const struct yaml_node *tags_item_after(const struct yaml_node *item, const char *key);
/* KEY is one that an actor has. */
bool tags_item_knows(struct str key);

#endif
