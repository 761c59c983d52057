/* SPDX-License-Identifier: ISC */
/* Text that stays text in HTML, in an element and in a quoted attribute. */
#ifndef DOSSIER_SRC_EXPORT_HTML_TEXT_H
#define DOSSIER_SRC_EXPORT_HTML_TEXT_H

#include "dossier/base/buf.h"
#include "dossier/base/str.h"

/* Adds S on one line. */
void html_text(struct buf *out, struct str s);
/* Adds S in paragraphs, parted by empty lines; other line ends become <br>. */
void html_paragraphs(struct buf *out, struct str s);

#endif
