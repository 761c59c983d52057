/* SPDX-License-Identifier: ISC */
/* The times that a text speaks of. */
#ifndef DOSSIER_MODEL_TIMES_H
#define DOSSIER_MODEL_TIMES_H

#include "dossier/base/day.h"
#include "dossier/base/span.h"

#include <stdbool.h>
#include <stddef.h>

enum time_precision {
    TIME_PRECISE_DAY,
    TIME_PRECISE_WEEK,
    TIME_PRECISE_MONTH, /* seasons too: their span tells */
    TIME_PRECISE_YEAR
};

enum time_basis {
    TIME_STATED,     /* 18 April 2025; April 18 */
    TIME_WEEKDAY,    /* on Tuesday */
    TIME_RELATIVE,   /* yesterday, late last month */
    TIME_PUBLICATION /* the article's own date */
};

struct time_said {
    struct span span; /* where it stands, text offsets */
    day from, to;     /* what it means, both ends in it */
    enum time_precision precision;
    enum time_basis basis;
    int direction;    /* the words beside it speak of it as past (-1) or ahead (1); 0: not */
    bool from_text;   /* seen from what the text spoke of before ("that year"), not from a day */
    float confidence; /* 0 to 1; from 0.9 on it is shown as sure */
};

struct times {
    struct time_said *at;
    size_t len, cap;
};

/* "day", "week", "month", "year"; "stated", "weekday", "relative", "publication". */
const char *time_precision_name(enum time_precision precision);
const char *time_basis_name(enum time_basis basis);

#endif
