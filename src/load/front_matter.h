/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_LOAD_FRONT_MATTER_H
#define DOSSIER_LOAD_FRONT_MATTER_H

#include "dossier/base/error.h"
#include "dossier/base/span.h"
#include "dossier/model/article.h"

/* The front matter at the beginning of TEXT: a line "---", a YAML map, a line "---" or "...", in
 * the first 64 KiB; what it states goes to STATED. Empty where there is none. FILE is for problems.
 */
struct span front_matter_read(struct arena *arena, struct str text, struct str file,
                              struct facts *stated, struct problems *problems);

#endif
