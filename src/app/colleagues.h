/* SPDX-License-Identifier: ISC */
/* What this user has seen of colleagues' notes, kept from one run to the next beside what else is
 * remembered: a line for each version, "ID:VERSION". */
#ifndef DOSSIER_SRC_APP_COLLEAGUES_H
#define DOSSIER_SRC_APP_COLLEAGUES_H

#include "dossier/app/world.h"

/* Tells the notebook what was seen: as kept in FOLDER (NULL: nowhere), or, where nothing is kept
 * yet, all that there is now. */
void colleagues_load(struct world *world, const char *folder);
/* Tells a new notebook the same. */
void colleagues_mark(struct world *world);
/* Keeps in FOLDER what is seen by now, where that is more than before: all that was there at the
 * start, and what was under the cursor since. */
bool colleagues_save(struct world *world, const struct state *state, const char *folder,
                     struct error *error);
/* "3 notes of colleagues are new", nothing where none is; how many. */
size_t colleagues_tell(const struct world *world, struct buf *out);

#endif
