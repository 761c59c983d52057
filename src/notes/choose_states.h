/* SPDX-License-Identifier: ISC */
/* The words for what state a note is in, for reading a choice and for taking by it. */
#ifndef DOSSIER_SRC_NOTES_CHOOSE_STATES_H
#define DOSSIER_SRC_NOTES_CHOOSE_STATES_H

#include "dossier/base/str.h"

#include <stdbool.h>
#include <stdint.h>

/* What an error says is allowed after is: */
#define CHOOSE_STATES \
    "exact, moved, changed, ambiguous, orphan, conflict, new, checked, private, reply, deleted"

/* The number of the state called WORD; false where there is none. */
bool choose_state(struct str word, uint32_t *out);

#endif
