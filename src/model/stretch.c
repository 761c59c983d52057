/* SPDX-License-Identifier: ISC */
#include "dossier/model/stretch.h"

#define YEARS 9999      /* day_of knows no later one */
#define MONDAY_BEFORE 3 /* days from a Monday to day 0, a Thursday */
#define DAYS_OF_WEEK 7

long stretch_at(enum time_precision kind, day d)
{
    int year, month, date;
    if (kind == TIME_PRECISE_DAY)
        return d;
    if (kind == TIME_PRECISE_WEEK)
        return ((long)d - day_weekday(d) + MONDAY_BEFORE) / DAYS_OF_WEEK;
    day_split(d, &year, &month, &date);
    return kind == TIME_PRECISE_YEAR ? year : (long)year * 12 + month - 1;
}

day stretch_begin(enum time_precision kind, long number)
{
    day first = day_of(1, 1, 1), last = day_of(YEARS, 12, 31) + 1;
    bool months = kind == TIME_PRECISE_MONTH || kind == TIME_PRECISE_YEAR;
    long from = !months ? 0 : kind == TIME_PRECISE_YEAR ? number : number / 12;
    if (months)
        return from < 1 ? first
               : from > YEARS
                   ? last
                   : day_of((int)from, kind == TIME_PRECISE_YEAR ? 1 : (int)(number % 12) + 1, 1);
    long d = kind == TIME_PRECISE_WEEK ? number * DAYS_OF_WEEK - MONDAY_BEFORE : number;
    return d < first ? first : d > last ? last : (day)d;
}

day stretch_end(enum time_precision kind, long number)
{
    return stretch_begin(kind, number + 1) - 1;
}

void stretch_words(enum time_precision kind, long number, char out[DAY_RANGE_TEXT])
{
    day_range_words(stretch_begin(kind, number), stretch_end(kind, number), out);
}
