/* SPDX-License-Identifier: ISC */
/* What is kept from one run to the next, in the state folder: the place, what was read, starred and
 * seen, the thread, lines typed, notes left unfinished. */
#ifndef DOSSIER_SRC_APP_REMEMBER_H
#define DOSSIER_SRC_APP_REMEMBER_H

#include "dossier/app/world.h"
#include "dossier/model/difference.h"

/* Puts what was remembered into STATE, which is new. A file that is bad counts as none, and is kept
 * under another name when a new one is saved; a problem of the world's says so. */
void remember_load(struct world *world, struct state *state);
/* The same for articles alone, of a library that took the place of an early one: those of ADDED, by
 * path. */
void remember_added(const struct world *world, struct state *state,
                    const struct article_numbers *added);
/* False where it can't be kept; where there is no place for it, nothing is kept and that is no
 * error. */
bool remember_save(struct world *world, const struct state *state, struct error *error);
/* Something was typed that would be gone if the program were killed now. */
bool remember_is_behind(const struct world *world);

#endif
