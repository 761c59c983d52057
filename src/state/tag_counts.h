/* SPDX-License-Identifier: ISC */
/* All tags of the dossier under the names that they have now. */
#ifndef DOSSIER_SRC_STATE_TAG_COUNTS_H
#define DOSSIER_SRC_STATE_TAG_COUNTS_H

#include "dossier/state/state.h"

struct tag_count {
    struct str tag;
    size_t notes, articles;
    int64_t last; /* when a note with it was made or changed last; 0: no note has it */
};

struct tag_counts {
    struct tag_count *at;
    size_t len, cap;
    uint32_t *slots; /* 1 + where each stands, by its hash */
    size_t slot_count;
};

void tag_counts_make(struct arena *arena, const struct state *state, struct tag_counts *out);
/* That of TAG, or NULL. */
struct tag_count *tag_counts_find(const struct tag_counts *counts, struct str tag);
/* "3 notes, 1 article; the road to peace": how often, and what tags.yaml says of it. */
struct str tag_counts_words(struct arena *arena, const struct state *state,
                            const struct tag_count *count);
/* The larger, the earlier it is offered: those used last go first. */
size_t tag_counts_weight(const struct tag_count *count);

#endif
