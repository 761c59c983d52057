/* SPDX-License-Identifier: ISC */
/* Titles and sources in the order of their letters. */
#ifndef DOSSIER_SRC_STATE_ORDERS_NAMES_H
#define DOSSIER_SRC_STATE_ORDERS_NAMES_H

#include "dossier/model/corpus.h"

#include <stdint.h>

/* The articles by their headlines, folded, then by date; on the heap. */
uint32_t *orders_by_title(const struct corpus *corpus);
/* For each article the rank of its source's name among all, folded; UINT32_MAX where it has none.
 * On the heap. */
uint32_t *orders_rank_sources(const struct corpus *corpus);

#endif
