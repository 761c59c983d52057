/* SPDX-License-Identifier: ISC */
/* The one gate to every terminal, file listing and message: control, format and bidirectional
 * characters become visible (<U+202E>), never hidden, never sent. */
#ifndef DOSSIER_TEXT_SAFE_H
#define DOSSIER_TEXT_SAFE_H

#include "dossier/base/buf.h"
#include "dossier/base/str.h"

/* Adds S on one line: each run of line ends and tabs becomes one space. */
void safe_line(struct buf *out, struct str s);
/* Adds S, line ends and tabs kept. */
void safe_lines(struct buf *out, struct str s);
/* Adds S as a JSON string with its quotation marks (RFC 8259): hostile characters as \u…,
 * ill-formed bytes as U+FFFD. */
void safe_json(struct buf *out, struct str s);

#endif
