/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_SRC_STATE_WHERE_TIMES_H
#define DOSSIER_SRC_STATE_WHERE_TIMES_H

#include "where_notes.h"

/* The time under the cursor, in the pane. */
void where_times(const struct telling *telling);
/* The row under the cursor; in linear mode what else lies in its stretch of time. */
void where_timeline(const struct telling *telling);

#endif
