/* SPDX-License-Identifier: ISC */
/* What remember.c and remember_articles.c share. */
#ifndef DOSSIER_SRC_APP_REMEMBER_PARTS_H
#define DOSSIER_SRC_APP_REMEMBER_PARTS_H

#include "dossier/model/difference.h"
#include "dossier/state/state.h"
#include "dossier/yaml/read.h"

void remember_put_key(struct buf *out, const char *name, struct str value);
/* All that the state knows of articles; and what stood in the file BEFORE of those that are not in
 * the library. BEFORE may be NULL. */
void remember_put_articles(struct buf *out, const struct state *state,
                           const struct yaml_node *before);

/* The value of a key of MAP; empty, false or NULL where it is not there or of another kind. */
struct str remember_text(const struct yaml_node *map, const char *name);
bool remember_true(const struct yaml_node *map, const char *name);
const struct yaml_node *remember_items(const struct yaml_node *map, const char *name);
/* A whole number up to MOST. */
bool remember_number(const struct yaml_node *node, uint32_t most, uint32_t *out);
/* The article of an item that still is there, and the bytes of its text; ARTICLE_NONE. */
uint32_t remember_article(const struct state *state, const struct yaml_node *item, uint32_t *most);
/* What TREE says of articles, or ONLY of these, which stand by path; ONLY may be NULL. */
void remember_take_articles(struct state *state, const struct yaml_node *tree,
                            const struct article_numbers *only);

#endif
