/* SPDX-License-Identifier: ISC */
/* A note as the listing `notes` and the format jsonl tell it: what is worked out for a row, once
 * for both. */
#ifndef DOSSIER_EXPORT_NOTE_ROW_H
#define DOSSIER_EXPORT_NOTE_ROW_H

#include "dossier/base/arena.h"
#include "dossier/base/buf.h"
#include "dossier/model/library.h"
#include "dossier/notes/note.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NOTE_ROW_CONTEXT 40 /* characters before and after, as the contract of jsonl says */

struct note_row {
    struct str article; /* its path, where it is now; empty for a note on an actor alone */
    bool has_place;
    struct span at;           /* stored offsets: where the passage is now, else where it was */
    struct str before, after; /* what adjoins it there, cut at word bounds; else as kept */
    struct str *actors;       /* ids: who counts as mentioned in the passage, each once, as they
                                 come */
    size_t actor_count;
    struct str created, modified; /* RFC 3339; empty where a note made by hand does not say */
};

/* The same actors by their numbers. */
struct note_actors {
    uint32_t *at;
    size_t len, cap;
};

void note_row_actors(struct arena *arena, const struct library *library, const struct note *note,
                     struct note_actors *out);
/* What OUT points to is in ARENA, the library or the note. */
void note_row_make(struct arena *arena, const struct library *library, const struct note *note,
                   struct note_row *out);
/* Adds NOTE as one JSON object without a line end; its fields are those of `notes`. */
void note_row_json(const struct note *note, const struct note_row *row, struct buf *out);

#endif
