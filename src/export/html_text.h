/* SPDX-License-Identifier: ISC */
/* Text that stays text in HTML. */
#ifndef DOSSIER_SRC_EXPORT_HTML_TEXT_H
#define DOSSIER_SRC_EXPORT_HTML_TEXT_H

#include "dossier/base/buf.h"
#include "dossier/base/str.h"

/* Adds S on one line, in an element or a quoted attribute; what would hide something is named. */
void html_text(struct buf *out, struct str s);
/* Adds S, in an element whose style knows the class "hidden". Whoever takes it out of the page has
 * S again: white space too, and format characters; only controls, which HTML can't hold, are named.
 */
void html_exact(struct buf *out, struct str s);
/* Adds S in paragraphs, parted by empty lines; other line ends become <br>. */
void html_paragraphs(struct buf *out, struct str s);

#endif
