/* SPDX-License-Identifier: ISC */
/* The status sentences of the articles and of the concordance. */
#ifndef DOSSIER_SRC_STATE_WHERE_LIST_H
#define DOSSIER_SRC_STATE_WHERE_LIST_H

#include "where_notes.h"

void where_list(const struct telling *telling);
void where_places(const struct telling *telling);

#endif
