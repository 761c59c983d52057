/* SPDX-License-Identifier: ISC */
/* Days that a draft names. */
#ifndef DOSSIER_SRC_PROOF_DATES_H
#define DOSSIER_SRC_PROOF_DATES_H

#include "dossier/base/arena.h"
#include "dossier/base/day.h"
#include "dossier/base/span.h"

#include <stdbool.h>
#include <stddef.h>

struct date_named {
    int year, month, date; /* 0: not said */
    struct span span;      /* as it is written */
};

struct dates_named {
    struct date_named *at;
    size_t len, cap;
};

/* Adds the dates in SPAN of TEXT: 27 November 2025, Nov. 27, 2025-11-27, November 2025, August 20.
 */
void dates_find(struct arena *arena, struct str text, struct span span, struct dates_named *out);
/* The days that DATE may mean; a year that is not said is the one that brings it nearest to NEAR.
 */
void dates_range(const struct date_named *date, day near, day *from, day *to);

#endif
