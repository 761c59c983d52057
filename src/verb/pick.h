/* SPDX-License-Identifier: ISC */
/* Which notes are meant: the options and words that notes and export have in common. */
#ifndef DOSSIER_VERB_PICK_H
#define DOSSIER_VERB_PICK_H

#include "dossier/notes/choose.h"
#include "dossier/verb/verb.h"

#include <stdbool.h>
#include <stddef.h>

#define PICK_OPTIONS                                                                           \
    {"tag", 0, "TAG", "only notes with this tag"},                                             \
        {"actor", 0, "ACTOR", "only notes on this actor, or on a passage that mentions them"}, \
        {"article", 0, "ARTICLE", "only notes in this article"},                               \
        {"writer", 0, "WRITER", "only the notes of this writer"},                              \
        {"state", 0, "STATE", "only notes in this state: orphan, conflict, checked, …"},       \
    {                                                                                          \
        "since", 0, "DAY", "only notes made or changed on this day or later"                   \
    }

/* Reads the options of CALL and its operands from FIRST on. False, and told, where they name what
 * is not there. */
bool pick_read(const struct verb_call *call, size_t first, struct choose *out);

#endif
