/* SPDX-License-Identifier: ISC */
/* When an article without a date came out, as far as what it speaks of tells. */
#ifndef DOSSIER_READING_DATING_H
#define DOSSIER_READING_DATING_H

#include "dossier/base/arena.h"
#include "dossier/model/article.h"

#include <stdbool.h>

/* A range that holds the day, both ends in it. */
struct dating {
    day from, to;
    struct str why; /* a sentence, in the arena it was asked with */
};

/* The range from the last day that the article states whole and speaks of as past to the first that
 * it speaks of as ahead. False where it has a date or is stated to have none, where it has no such
 * pair, where they lie more than a year apart, or where they contradict each other. */
bool dating_find(const struct article *article, struct arena *arena, struct dating *out);
/* Puts it among the facts of ARTICLE, a copy, as worked out. */
void dating_take(struct article *article, const struct dating *dating);

#endif
