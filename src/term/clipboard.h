/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_SRC_TERM_CLIPBOARD_H
#define DOSSIER_SRC_TERM_CLIPBOARD_H

#include "dossier/base/buf.h"

#include <stdbool.h>

#define CLIPBOARD_MOST ((size_t)64 << 10) /* bytes of text that terminals are known to take */

/* The sequence that puts TEXT on the terminal's clipboard (OSC 52, the text in base64, RFC 4648);
 * false where it is too long. Nothing of the text itself is in it. */
bool clipboard_sequence(struct str text, struct buf *out);

#endif
