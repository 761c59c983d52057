/* SPDX-License-Identifier: ISC */
/* The time that a corpus covers, in equal spans of months, for drawings. */
#ifndef DOSSIER_SRC_EXPORT_MONTHS_H
#define DOSSIER_SRC_EXPORT_MONTHS_H

#include "dossier/base/day.h"
#include "dossier/model/corpus.h"

#include <stdbool.h>
#include <stddef.h>

#define MONTHS_TEXT 24 /* room for "undated", "Nov 2025" or "2025" and a NUL */

struct months {
    int first;    /* the first month, counted from the year 0 */
    int step;     /* months in a span */
    size_t count; /* spans; 0 where no article is dated */
    bool undated; /* some article is not */
};

/* At most MOST spans. */
void months_find(const struct corpus *corpus, size_t most, struct months *out);
/* Which span holds D; the one after the last for DAY_NONE. */
size_t months_at(const struct months *months, day d);
/* What span NUMBER is called; "undated" after the last. */
void months_name(const struct months *months, size_t number, char out[MONTHS_TEXT]);

#endif
