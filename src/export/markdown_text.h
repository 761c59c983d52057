/* SPDX-License-Identifier: ISC */
/* Text that stays text in Markdown. */
#ifndef DOSSIER_SRC_EXPORT_MARKDOWN_TEXT_H
#define DOSSIER_SRC_EXPORT_MARKDOWN_TEXT_H

#include "dossier/base/buf.h"
#include "dossier/base/str.h"

#include <stdbool.h>

/* Adds S on one line; runs of white space become one space. AT_START: it begins a line, where more
 * signs have a meaning. */
void markdown_text(struct buf *out, struct str s, bool at_start);
/* Adds S in bold between BEFORE and AFTER, which adjoin it, behind and before an ellipsis where
 * CUT. What adjoins is left out where bold would not begin or end beside it. Begins a line. */
void markdown_bold(struct buf *out, struct str s, struct str before, bool cut_before,
                   struct str after, bool cut_after);

#endif
