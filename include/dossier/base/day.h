/* SPDX-License-Identifier: ISC */
/* Days of the Gregorian calendar and moments in UTC. */
#ifndef DOSSIER_BASE_DAY_H
#define DOSSIER_BASE_DAY_H

#include "dossier/base/str.h"

#include <stdbool.h>
#include <stdint.h>

typedef int32_t day; /* days since 1970-01-01; DAY_NONE: not known */
#define DAY_NONE INT32_MIN

#define DAY_TEXT 16       /* room for "2025-11-27" or "27 Nov 2025" and a NUL */
#define DAY_RANGE_TEXT 32 /* room for "28 Dec 2024–3 Jan 2025" and a NUL */
#define MOMENT_TEXT 24    /* room for "2026-11-21T10:00:00Z" and a NUL */

/* YEAR 1 to 9999, MONTH 1 to 12, DATE 1 to 31; DAY_NONE where there is no such day. */
day day_of(int year, int month, int date);
void day_split(day d, int *year, int *month, int *date);
/* Exactly YYYY-MM-DD, and a day that exists. */
bool day_parse(struct str s, day *out);
/* YYYY-MM-DD; "" for DAY_NONE. */
void day_iso(day d, char out[DAY_TEXT]);
/* 27 Nov 2025; "" for DAY_NONE. */
void day_words(day d, char out[DAY_TEXT]);
/* The days FROM to TO, both in it, in as few words as say it: "27 Nov 2025", "24–30 Nov 2025",
 * "28 Nov–4 Dec 2025", "Nov 2025", "Mar–May 2025", "2025", "2022–2024"; "" where one is DAY_NONE.
 */
void day_range_words(day from, day to, char out[DAY_RANGE_TEXT]);
/* 0 for a Monday to 6 for a Sunday. */
int day_weekday(day d);
/* The first day of the month that lies BY months after (before, where BY is less than 0) that of D;
 * DAY_NONE beyond the years 1 to 9999. */
day day_month_begin(day d, int by);
/* Jan to Dec for MONTH 1 to 12. */
const char *day_month(int month);

/* RFC 3339 in UTC, whole seconds. */
bool moment_parse(struct str s, int64_t *out);
void moment_text(int64_t seconds, char out[MOMENT_TEXT]);

#endif
