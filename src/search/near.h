/* SPDX-License-Identifier: ISC */
/* Places that stand near each other. */
#ifndef DOSSIER_SEARCH_NEAR_H
#define DOSSIER_SEARCH_NEAR_H

#include "dossier/model/corpus.h"
#include "dossier/model/pattern.h"

/* OUT holds from FIRST to MIDDLE the places of one side, from there on those of the other, all of
 * ARTICLE. Those stay that have one of the other side at most DISTANCE words away, and that do not
 * lie over it. */
void near_keep(const struct corpus *corpus, uint32_t article, struct places *out, size_t first,
               size_t middle, uint32_t distance);

#endif
