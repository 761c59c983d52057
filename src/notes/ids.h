/* SPDX-License-Identifier: ISC */
/* Where in an array of notes the one with an id stands: a hash table of places. */
#ifndef DOSSIER_SRC_NOTES_IDS_H
#define DOSSIER_SRC_NOTES_IDS_H

#include "dossier/notes/note.h"

#define IDS_NONE UINT32_MAX

/* Zero it to begin. Each function is given the array that the places are in. */
struct ids {
    uint32_t *slots; /* 0: free; else a place + 1, or IDS_NONE: one that was taken out */
    size_t cap, used;
};

void ids_free(struct ids *ids);
/* The table of all COUNT notes. */
void ids_build(struct ids *ids, const struct note *notes, size_t count);
void ids_add(struct ids *ids, const struct note *notes, uint32_t place);
/* Takes out the note at PLACE, which still stands there. */
void ids_remove(struct ids *ids, const struct note *notes, uint32_t place);
/* All places from FROM on are BY further on now. */
void ids_shift(struct ids *ids, uint32_t from, int by);
/* The place of a note with this id, or IDS_NONE. *STEP begins as 0; called again with it, the next
 * such note is found. */
uint32_t ids_find(const struct ids *ids, const struct note *notes, struct str id, size_t *step);

#endif
