/* SPDX-License-Identifier: ISC */
/* How a listing is made and changed. */
#ifndef DOSSIER_SRC_STATE_LISTING_MAKE_H
#define DOSSIER_SRC_STATE_LISTING_MAKE_H

#include "dossier/base/day.h"
#include "dossier/state/listing.h"

/* The article that stands at PLACE of the list while nothing is filtered, and its place. */
uint32_t listing_place_article(const struct listing *listing, size_t place);
uint32_t listing_article_place(const struct listing *listing, uint32_t article);
/* Months since year 0; UINT32_MAX for DAY_NONE. */
uint32_t listing_month(day d);

/* Finds the groups of what passed since they were found last; or of all, when order or folds are
 * others. */
void listing_group_more(struct listing *listing);
void listing_group_anew(struct listing *listing);
/* Folds the group KEY away, or unfolds it; or all. */
void listing_fold(struct listing *listing, uint32_t key);
void listing_fold_all(struct listing *listing, bool folded);
/* The articles are others now: only what is folded is kept, where it is known by its month. */
void listing_forget(struct listing *listing);
void listing_free(struct listing *listing);

#endif
