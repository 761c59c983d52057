/* SPDX-License-Identifier: ISC */
/* Text that stays text in Org. */
#ifndef DOSSIER_SRC_EXPORT_ORG_TEXT_H
#define DOSSIER_SRC_EXPORT_ORG_TEXT_H

#include "dossier/base/buf.h"
#include "dossier/base/str.h"

#include <stdbool.h>

/* Adds S on one line; runs of white space become one space. AT_START: it begins a line or a
 * heading, where more signs and words have a meaning. */
void org_text(struct buf *out, struct str s, bool at_start);

#endif
