/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_SRC_APP_EDITOR_H
#define DOSSIER_SRC_APP_EDITOR_H

#include "dossier/base/buf.h"
#include "dossier/base/error.h"

#include <stdbool.h>

/* Lets the user edit TEXT in COMMAND (empty: $VISUAL, $EDITOR, else vi) and puts what came of it
 * into OUT. The terminal must be the command's meanwhile. False, with nothing in OUT, where it
 * failed. */
bool editor_run(struct str command, struct str text, struct buf *out, struct error *error);

#endif
