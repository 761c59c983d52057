/* SPDX-License-Identifier: ISC */
/* What an article has in common with others, word for word: copied wording, shared quotations. Runs
 * of eight words (shingles: Broder, "On the Resemblance and Containment of Documents", 1997) are
 * looked up in the index, where a run costs what its rarest word does. */
#ifndef DOSSIER_READING_COPIES_H
#define DOSSIER_READING_COPIES_H

#include "dossier/base/arena.h"
#include "dossier/base/span.h"
#include "dossier/model/library.h"

#include <stddef.h>
#include <stdint.h>

/* A passage that stands elsewhere too. */
struct copied_passage {
    struct span span;  /* text offsets; in one sentence */
    uint32_t articles; /* how many others have some of it */
    uint32_t first;    /* the earliest of those, by date */
};

struct copies {
    struct copied_passage *at; /* by start */
    size_t len, cap;
};

/* Adds the passages of ARTICLE's body that other articles have to OUT, in ARENA. Sentences of fewer
 * words than a run, and runs without a rare word, are left out. */
void copies_find(struct arena *arena, const struct library *library, uint32_t article,
                 struct copies *out);

#endif
