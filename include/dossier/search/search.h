/* SPDX-License-Identifier: ISC */
/* Running a query over the corpus. */
#ifndef DOSSIER_SEARCH_SEARCH_H
#define DOSSIER_SEARCH_SEARCH_H

#include "dossier/model/library.h"
#include "dossier/model/pattern.h"
#include "dossier/search/query.h"

/* Adds to OUT (in ARENA) a place for each word or phrase of QUERY that matched, in the articles
 * that answer it whole; articles by date, then by start. Words under NOT give no places. */
void search_run(const struct query *query, const struct library *library, struct arena *arena,
                struct places *out);

#endif
