/* SPDX-License-Identifier: ISC */
/* By what a file is known for an export of this program, and never taken for an article. */
#ifndef DOSSIER_BASE_MARK_H
#define DOSSIER_BASE_MARK_H

#include "dossier/base/str.h"

#include <stdbool.h>

/* The words that say so; anybody may put them into the first 512 bytes of a file. */
#define EXPORT_MARK "[dossier: not an article]"

/* BYTES, or their beginning, say that they are no article: they hold the mark; or, in the formats
 * that have no place for it, they begin as our CSV and JSON lines do. */
bool mark_found(struct str bytes);

#endif
