/* SPDX-License-Identifier: ISC */
/* searches.yaml, beside tags.yaml: the searches that were saved. See dossier-search(5). */
#ifndef DOSSIER_LOAD_SEARCHES_FILE_H
#define DOSSIER_LOAD_SEARCHES_FILE_H

#include "dossier/model/library.h"
#include "dossier/search/saved.h"

#define SEARCHES_FILE "searches.yaml"

/* The searches of the folder of LIBRARY, in ARENA; none for a single file, or where there is no
 * such file. What is wrong goes to PROBLEMS and is left out; so does a query that can't be read,
 * but that stays. */
void searches_read(struct arena *arena, const struct library *library, struct saved_searches *out,
                   struct problems *problems);
/* Saves QUERY under NAME, in place, comments kept; one of that name is replaced. An empty QUERY
 * takes it away. */
bool searches_save(const char *folder, struct str name, struct str query, struct error *error);

#endif
