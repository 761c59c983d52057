/* SPDX-License-Identifier: ISC */
/* The status sentence of the notes. */
#ifndef DOSSIER_SRC_STATE_WHERE_NOTES_H
#define DOSSIER_SRC_STATE_WHERE_NOTES_H

#include "dossier/state/state.h"

/* What a filter of notes understands, on one line. */
#define CHOICE_GRAMMAR "words #tag @actor in:001 by:anna is:orphan since:2025-11-01 not … or …"

/* An arena for one sentence. */
struct telling {
    const struct state *state;
    struct arena *arena;
    struct buf *out;
};

void where_notes(const struct telling *telling);

#endif
