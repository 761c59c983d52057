/* SPDX-License-Identifier: ISC */
/* Running a query over the corpus. */
#ifndef DOSSIER_SEARCH_SEARCH_H
#define DOSSIER_SEARCH_SEARCH_H

#include "dossier/model/library.h"
#include "dossier/model/pattern.h"
#include "dossier/notes/notebook.h"
#include "dossier/search/query.h"

/* Adds to OUT (in ARENA) a place for each word, phrase, actor, expression and note of QUERY that
 * matched, in the articles that answer it whole; articles by date, then by start. What stands under
 * NOT gives no places; a query of fields alone gives a place an article, its headline. Without
 * NOTEBOOK note: finds nothing. False, with a sentence, where an expression was stopped because it
 * tried too much: OUT has what was found before. */
bool search_run(const struct query *query, const struct library *library,
                const struct notebook *notebook, struct arena *arena, struct places *out,
                struct error *error);

#endif
