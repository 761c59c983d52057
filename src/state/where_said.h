/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_SRC_STATE_WHERE_SAID_H
#define DOSSIER_SRC_STATE_WHERE_SAID_H

#include "where_notes.h"

/* Who says what is under the cursor, and where. */
void where_said(const struct telling *telling);

#endif
