/* SPDX-License-Identifier: ISC */
/* Scalars as YAML source, quoted only where they must be, so that yaml_read gives back the same
 * bytes. Ill-formed UTF-8 becomes U+FFFD. */
#ifndef DOSSIER_YAML_WRITE_H
#define DOSSIER_YAML_WRITE_H

#include "dossier/base/buf.h"
#include "dossier/base/str.h"

/* Adds S as a scalar on one line: plain where that reads back as the same text and is neither null
 * nor a bool, else in double quotation marks with escapes. */
void yaml_put_text(struct buf *out, struct str s);
/* Adds S as a value behind "key:", a block literal ("|", lines indented by INDENT) where S has line
 * ends and a literal can hold it, else as yaml_put_text. Begins with a space, ends with a line end.
 */
void yaml_put_block(struct buf *out, struct str s, int indent);
/* Adds "[a, b]". */
void yaml_put_texts(struct buf *out, const struct str *texts, size_t count);

#endif
