/* SPDX-License-Identifier: ISC */
/* What a search asks for: words, "a phrase", prefix*, actor:ID, joined by AND (or by nothing), OR,
 * NOT and brackets. A query's words match as aliases do: dossier-tags(5). */
#ifndef DOSSIER_SEARCH_QUERY_H
#define DOSSIER_SEARCH_QUERY_H

#include "dossier/base/error.h"
#include "dossier/model/library.h"

struct query;

/* TEXT read as a query, in ARENA; NULL with an error that points at the column where it goes wrong.
 */
struct query *query_read(struct arena *arena, const struct library *library, struct str text,
                         struct error *error);

#endif
