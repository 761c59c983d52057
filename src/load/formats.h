/* SPDX-License-Identifier: ISC */
/* The table of formats. */
#ifndef DOSSIER_LOAD_FORMATS_H
#define DOSSIER_LOAD_FORMATS_H

#include "dossier/load/format.h"

/* The format of a file by its name's ending; NULL if that is of none. */
const struct format *formats_of(struct str path);
/* What stands behind the last dot of the name, with it; empty where that is no ending:
 * "Article 5.3". */
struct str formats_ending(struct str path);

#endif
