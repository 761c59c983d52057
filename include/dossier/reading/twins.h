/* SPDX-License-Identifier: ISC */
/* Articles that have nearly the same text. Of each the runs of eight words (shingles) are hashed,
 * and the smallest hashes kept: two texts share as large a part of those as of their runs (Broder,
 * "On the Resemblance and Containment of Documents", 1997). */
#ifndef DOSSIER_READING_TWINS_H
#define DOSSIER_READING_TWINS_H

#include "dossier/base/arena.h"
#include "dossier/model/corpus.h"

/* A later article that has most of the runs of an earlier one. */
struct twin {
    uint32_t article, of; /* OF is the earlier one, by date, then path */
    int percent;          /* of the runs, about */
};

struct twins {
    struct twin *at; /* by article, by date */
    size_t len, cap;
};

/* Adds all twins to OUT, in ARENA, each with the earliest that it is like. Reads all texts, on all
 * cores. Articles of less than some 30 words are left out. */
void twins_find(struct arena *arena, const struct corpus *corpus, struct twins *out);

#endif
