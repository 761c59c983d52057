/* SPDX-License-Identifier: ISC */
/* Ordering the articles of a corpus, whose parts are in. */
#ifndef DOSSIER_MODEL_ORDERS_H
#define DOSSIER_MODEL_ORDERS_H

#include "dossier/model/corpus.h"

/* What the arrays of CORPUS lie in. */
struct arena *corpus_arena(struct corpus *corpus);

/* Makes by_path, by_date and rank. */
void orders_make(struct corpus *corpus);
/* The same from the orders of BEFORE, which CORPUS continues; false, and nothing done, where too
 * much is other. */
bool orders_continue(struct corpus *corpus, const struct corpus *before);

#endif
