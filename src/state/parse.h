/* SPDX-License-Identifier: ISC */
/* A command line in its parts. */
#ifndef DOSSIER_SRC_STATE_PARSE_H
#define DOSSIER_SRC_STATE_PARSE_H

#include "dossier/state/acts.h"

/* "3 next", "export! markdown notes.md": as far as the parts are there, the argument as it was
 * typed. False where the name is no command's; NAME is what stands there. */
bool parse_line(struct str line, struct call *call, struct str *name);

#endif
