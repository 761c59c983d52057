/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_SRC_STATE_WHERE_ABOUT_H
#define DOSSIER_SRC_STATE_WHERE_ABOUT_H

#include "where_notes.h"

/* What the row says of the article, and whether that is stated. */
void where_about(const struct telling *telling);

#endif
