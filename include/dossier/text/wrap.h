/* SPDX-License-Identifier: ISC */
/* Lines for the screen: Unicode line breaking (UAX #14, by libunistring), whole grapheme clusters.
 */
#ifndef DOSSIER_TEXT_WRAP_H
#define DOSSIER_TEXT_WRAP_H

#include "dossier/base/arena.h"
#include "dossier/base/span.h"
#include "dossier/base/str.h"

/* Adds to OUT the lines of the bytes WHAT of TEXT (a paragraph; line ends in it count as spaces) in
 * WIDTH columns, at least 1. The white space at a break belongs to no line; a word that is too long
 * is broken between clusters; a cluster wider than WIDTH stands alone. An empty WHAT gives one
 * empty line. */
void wrap_lines(struct arena *arena, struct str text, struct span what, int width,
                struct spans *out);

#endif
