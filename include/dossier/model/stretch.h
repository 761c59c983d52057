/* SPDX-License-Identifier: ISC */
/* Time in stretches: the days, weeks (from Monday), months or years, each kind numbered in order of
 * time, so that stretch N + 1 begins on the day after the last of N. */
#ifndef DOSSIER_MODEL_STRETCH_H
#define DOSSIER_MODEL_STRETCH_H

#include "dossier/base/day.h"
#include "dossier/model/times.h"

/* The number of the stretch that holds D, which is a day. */
long stretch_at(enum time_precision kind, day d);
/* The first day of stretch NUMBER; where it lies beyond the years 1 to 9999, the first of these
 * days, or the one behind the last. */
day stretch_begin(enum time_precision kind, long number);
/* Its last day. */
day stretch_end(enum time_precision kind, long number);
/* "27 Nov 2025", "24–30 Nov 2025", "Nov 2025", "2025". */
void stretch_words(enum time_precision kind, long number, char out[DAY_RANGE_TEXT]);

#endif
