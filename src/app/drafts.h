/* SPDX-License-Identifier: ISC */
/* Notes left unfinished, and the one that is being typed, as they stand in the state folder. Two
 * programs may have one dossier open: what the one has kept the other never takes away. */
#ifndef DOSSIER_SRC_APP_DRAFTS_H
#define DOSSIER_SRC_APP_DRAFTS_H

#include "dossier/app/world.h"
#include "dossier/yaml/read.h"

/* Those of STATE, with the text of its open editor. */
void drafts_of(struct arena *arena, const struct state *state, struct drafts *out);
/* Adds those of FOUND, which stand in the file now, that this program neither has in OUT nor KNOWS:
 * they are another's. */
void drafts_add_others(struct arena *arena, const struct drafts *found, const struct drafts *knows,
                       struct drafts *out);
bool drafts_same(const struct drafts *a, const struct drafts *b);
/* A deep copy, in ARENA, which is emptied before. */
void drafts_copy(struct arena *arena, const struct drafts *drafts, struct drafts *out);

/* The list `drafts` of a file, whose root is TREE. */
void drafts_read(struct arena *arena, const struct yaml_node *tree, struct drafts *out);
void drafts_put(struct buf *out, const struct drafts *drafts);

#endif
