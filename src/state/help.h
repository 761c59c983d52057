/* SPDX-License-Identifier: ISC */
/* Help, made from the table of commands and the keys in force. */
#ifndef DOSSIER_SRC_STATE_HELP_H
#define DOSSIER_SRC_STATE_HELP_H

#include "dossier/state/state.h"

/* The keys of this place; where these are shown already, all keys. */
void help_show(struct state *state);

#endif
