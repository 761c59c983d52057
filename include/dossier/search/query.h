/* SPDX-License-Identifier: ISC */
/* What a search asks for. The grammar, loosest first:
 *
 *     query  = both { OR both }
 *     both   = near { [AND] near }
 *     near   = term { NEAR [/n] term }            n words apart at most; 10 where it is not said
 *     term   = NOT term | ( query ) | @name | word | word* | "a phrase" | /expression/ | field:word
 *     field  = actor | title | source | tag | note | said | before | after
 *
 * A query's words match as aliases do: dossier-tags(5). Words, phrases, actors, expressions,
 * note: and said: have places; the other fields ask of the article as a whole. */
#ifndef DOSSIER_SEARCH_QUERY_H
#define DOSSIER_SEARCH_QUERY_H

#include "dossier/base/buf.h"
#include "dossier/base/error.h"
#include "dossier/model/library.h"
#include "dossier/search/saved.h"

struct query;

/* TEXT read as a query, in ARENA; @name is one of SAVED, which may be NULL. NULL with an error that
 * points at the column where it goes wrong. */
struct query *query_read(struct arena *arena, const struct library *library,
                         const struct saved_searches *saved, struct str text, struct error *error);

/* How the query was read, in words: what must hold, with brackets round what belongs together. */
void query_explain(const struct query *query, const struct library *library, struct buf *out);

#endif
