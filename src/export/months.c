/* SPDX-License-Identifier: ISC */
#include "months.h"

#include "dossier/base/memory.h"

#include <stdio.h>

static int month_of(day d)
{
    int year, month, date;
    day_split(d, &year, &month, &date);
    return year * 12 + month - 1;
}

void months_find(const struct corpus *corpus, size_t most, struct months *out)
{
    static const int steps[] = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24000};
    int first = 0, last = 0;
    *out = (struct months){.step = 1};
    for (size_t i = 0; i < corpus->len; i++) {
        day d = corpus_day(corpus, corpus->by_path[i]);
        if (d == DAY_NONE) {
            out->undated = true;
            continue;
        }
        int month = month_of(d);
        first = out->count && first < month ? first : month;
        last = out->count && last > month ? last : month;
        out->count = 1;
    }
    for (size_t i = 0; out->count && i < COUNT(steps); i++) {
        out->step = steps[i];
        out->first = first - first % out->step;
        out->count = (size_t)((last - out->first) / out->step) + 1;
        if (out->count <= most)
            return;
    }
}

size_t months_at(const struct months *months, day d)
{
    return d == DAY_NONE ? months->count : (size_t)((month_of(d) - months->first) / months->step);
}

void months_name(const struct months *months, size_t number, char out[MONTHS_TEXT])
{
    int month = months->first + (int)number * months->step;
    if (number >= months->count)
        snprintf(out, MONTHS_TEXT, "undated");
    else if (months->step % 12 == 0)
        snprintf(out, MONTHS_TEXT, "%d", month / 12);
    else
        snprintf(out, MONTHS_TEXT, "%s %d", day_month(month % 12 + 1), month / 12);
}
