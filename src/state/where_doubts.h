/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_SRC_STATE_WHERE_DOUBTS_H
#define DOSSIER_SRC_STATE_WHERE_DOUBTS_H

#include "where_notes.h"

/* The mention in doubt under the cursor, and who is in question. */
void where_doubts(const struct telling *telling);

#endif
