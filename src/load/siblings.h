/* SPDX-License-Identifier: ISC */
/* Articles of one source, and the lines that they have in common. */
#ifndef DOSSIER_LOAD_SIBLINGS_H
#define DOSSIER_LOAD_SIBLINGS_H

#include "dossier/model/library.h"
#include "dossier/model/recurring.h"

/* Gives ARTICLE, of which all else is known, the LINES (NULL: none) that may stand in other
 * articles too; its headline is none of them, and a body that is stated has none. */
void siblings_place(struct article *article, struct recurring *lines);
/* Once all articles are read: those lines that do are no part of their bodies. LIBRARY's corpus was
 * made of BEFORE (NULL: of nothing), and its parts from MADE on are new. Articles of the parts
 * before, of which something else is true now, are taken into a new one, as if they had changed. */
void siblings_settle(struct library *library, const struct corpus *before, size_t made);

#endif
