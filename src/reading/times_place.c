/* SPDX-License-Identifier: ISC */
/* From what is said to days. News speak mostly of what has been: of the days that a weekday, or a
 * date without a year, can be, the one before is taken unless the sentence, or the distance, speaks
 * for the one after. */
#include "times_match.h"

#include "dossier/base/memory.h"

#include <limits.h>
#include <stdlib.h>

#define AHEAD 4   /* what lies ahead counts as so many times as far away */
#define AGAINST 3 /* the same where the sentence points the other way */

static void set(struct time_said *out, day from, day to, enum time_precision precision,
                enum time_basis basis, float confidence)
{
    *out = (struct time_said){
        .from = from, .to = to, .precision = precision, .basis = basis, .confidence = confidence};
}

static int year_of(day d)
{
    int year, month, date;
    day_split(d, &year, &month, &date);
    return year;
}

/* How far D is from REFERENCE, as a reader would have it. */
static long far(day d, day reference, int direction)
{
    if (d == DAY_NONE)
        return LONG_MAX;
    long days = labs((long)d - reference);
    if (d > reference)
        return direction > 0 ? days : direction < 0 ? days * AGAINST : days * AHEAD;
    return d < reference && direction > 0 ? days * AGAINST : days;
}

/* The year in which DATE of MONTH (or the month's middle) is what is meant; 0: none is. */
static int nearest_year(const struct time_match *match, day reference, int direction)
{
    int middle = year_of(reference), best = 0;
    long nearest = LONG_MAX;
    for (int year = middle - 1; year <= middle + 1; year++) {
        day d = day_of(year, match->month, match->date ? match->date : 15);
        long distance = far(d, reference, direction);
        bool wrong =
            match->date && d != DAY_NONE && match->weekday >= 0 && day_weekday(d) != match->weekday;
        if (!wrong && distance < nearest) {
            nearest = distance;
            best = year;
        }
    }
    return best;
}

static day end_of_month(day begin)
{
    day next = day_month_begin(begin, 1);
    return next == DAY_NONE ? begin + 30 : next - 1;
}

/* Early, in the middle or late in the days FROM to TO. */
static void cut_part(int part, day *from, day *to)
{
    day days = *to - *from + 1, first = *from;
    if (part < 0)
        return;
    *from = first + days * part / 3;
    *to = first + days * (part + 1) / 3 - 1;
}

static bool place_date(const struct time_match *match, day reference, int direction,
                       struct time_said *out)
{
    bool stated = match->year != 0;
    int year = match->year;
    if (!stated && reference == DAY_NONE)
        return false;
    if (!stated)
        year = nearest_year(match, reference, direction);
    day d = year ? day_of(year, match->month, match->date) : DAY_NONE;
    if (d == DAY_NONE)
        return false;
    bool agrees = match->weekday < 0 || day_weekday(d) == match->weekday;
    set(out, d, d, TIME_PRECISE_DAY, TIME_STATED, !agrees ? 0.5F : stated ? 0.98F : 0.92F);
    return true;
}

/* A month by its name, as such ("in May"), or as the last or next of its name. */
static int year_of_month(const struct time_match *match, day reference, int direction)
{
    int middle = year_of(reference);
    const struct time_form *form = match->form;
    if (!form || !form->has_by)
        return nearest_year(match, reference, direction);
    if (form->unit == UNIT_YEAR)
        return middle + form->by;
    day begin = day_of(middle, match->month, 1);
    if (form->by < 0)
        return end_of_month(begin) < reference ? middle : middle - 1;
    return begin > reference ? middle : middle + 1;
}

static bool place_month(const struct time_match *match, day reference, int direction,
                        struct time_said *out)
{
    int year = match->year;
    if (!year && reference == DAY_NONE)
        return false;
    if (!year)
        year = year_of_month(match, reference, direction);
    day from = day_of(year, match->month, 1);
    if (from == DAY_NONE)
        return false;
    day to = end_of_month(from);
    cut_part(match->part, &from, &to);
    set(out, from, to, TIME_PRECISE_MONTH, TIME_STATED, match->year ? 0.98F : 0.9F);
    return true;
}

static bool place_weekday(const struct time_match *match, day reference, int direction,
                          struct time_said *out)
{
    const struct time_form *form = match->form;
    int back = (day_weekday(reference) - match->weekday + 7) % 7;
    day d = reference - back;
    if (form->has_by && form->by < 0)
        d = back ? d : d - 7;
    else if ((form->has_by && form->by > 0) ||
             (back && (direction > 0 || (form->when == WHEN_NEAR && direction >= 0))))
        d += 7;
    bool sure = direction || form->has_by || !back;
    set(out, d, d, TIME_PRECISE_DAY, TIME_WEEKDAY, sure ? 0.92F : 0.85F);
    return true;
}

/* The days of the week, month or year that lies BY after that of REFERENCE. */
static bool period(int unit, int by, day reference, day *from, day *to)
{
    if (unit == UNIT_DAY) {
        *from = *to = reference + by;
    } else if (unit == UNIT_WEEK) {
        *from = reference - day_weekday(reference) + 7 * by;
        *to = *from + 6;
    } else if (unit == UNIT_MONTH) {
        *from = day_month_begin(reference, by);
        *to = *from == DAY_NONE ? DAY_NONE : end_of_month(*from);
    } else {
        *from = day_of(year_of(reference) + by, 1, 1);
        *to = day_of(year_of(reference) + by, 12, 31);
    }
    return *from != DAY_NONE && *to != DAY_NONE;
}

/* "Earlier this month" ends with the day it is said on, "later this month" begins with it. */
static void cut_when(const struct time_form *form, day reference, day *from, day *to)
{
    if (form->when == WHEN_PAST && *from <= reference && reference < *to)
        *to = reference;
    if (form->when == WHEN_FUTURE && *from < reference && reference <= *to)
        *from = reference;
}

static bool place_period(const struct time_match *match, day reference, struct time_said *out)
{
    const struct time_form *form = match->form;
    int unit = match->unit < 0 ? UNIT_DAY : match->unit;
    bool counted = form->classes & BIT(CLASS_NUMBER);
    day from, to;
    if (match->number > 5000 || !period(unit, form->by * match->number, reference, &from, &to))
        return false;
    cut_part(match->part, &from, &to);
    cut_when(form, reference, &from, &to);
    set(out, from, to, (enum time_precision)unit, TIME_RELATIVE, counted ? 0.8F : 0.93F);
    return true;
}

/* Spring begins with March, and winter ends with the February after it. */
static bool place_season(const struct time_match *match, day reference, struct time_said *out)
{
    int year = match->year, first = 3 + 3 * match->season;
    bool stated = year != 0;
    if (!stated && reference == DAY_NONE)
        return false;
    if (!stated) {
        int month, date, by = match->form->by;
        day_split(reference, &year, &month, &date);
        if (match->season == 3 && month < 3)
            year--;
        day begin = day_of(year, first, 1);
        bool begun = begin <= reference, over = begun && day_month_begin(begin, 3) <= reference;
        year += by < 0 ? (over ? 0 : -1) : by > 0 && begun ? 1 : 0;
    }
    day from = day_of(year, first, 1), end = from == DAY_NONE ? from : day_month_begin(from, 3);
    if (end == DAY_NONE)
        return false;
    day to = end - 1;
    if (!stated)
        cut_when(match->form, reference, &from, &to);
    set(out, from, to, TIME_PRECISE_MONTH, stated ? TIME_STATED : TIME_RELATIVE, 0.8F);
    return true;
}

static bool place_weekend(const struct time_match *match, day reference, int direction,
                          struct time_said *out)
{
    const struct time_form *form = match->form;
    day saturday = reference - day_weekday(reference) + 5;
    if (form->has_by)
        saturday += form->by < 0 && reference > saturday ? 0 : form->by < 0 ? -7 : 7;
    else if (direction <= 0 && reference < saturday && form->when != WHEN_NEAR)
        saturday -= 7;
    set(out, saturday, saturday + 1, TIME_PRECISE_DAY, TIME_RELATIVE, 0.8F);
    return true;
}

static day holiday_in(const struct time_form *form, int year)
{
    day first = day_of(year, form->month, form->date);
    if (first == DAY_NONE || !form->weekday)
        return first;
    return first + (form->weekday - 1 - day_weekday(first) + 7) % 7;
}

static bool place_holiday(const struct time_match *match, day reference, int direction,
                          struct time_said *out)
{
    day best = DAY_NONE;
    for (int year = year_of(reference) - 1; year <= year_of(reference) + 1; year++) {
        day d = holiday_in(match->form, year);
        if (far(d, reference, direction) < far(best, reference, direction))
            best = d;
    }
    if (best == DAY_NONE)
        return false;
    set(out, best, best, TIME_PRECISE_DAY, TIME_STATED, 0.85F);
    return true;
}

static bool place_year(const struct time_match *match, struct time_said *out)
{
    set(out, day_of(match->year, 1, 1), day_of(match->year, 12, 31), TIME_PRECISE_YEAR, TIME_STATED,
        match->sure_year ? 0.97F : 0.9F);
    return out->from != DAY_NONE;
}

/* "That year": the one the text has just spoken of. */
static bool place_in_text(const struct time_match *match, const struct time_said *last,
                          struct time_said *out)
{
    day from, to;
    if (!last || (int)last->precision > match->unit ||
        !period(match->unit, 0, last->from, &from, &to))
        return false;
    set(out, from, to, (enum time_precision)match->unit, TIME_RELATIVE, 0.75F);
    out->from_text = true;
    return true;
}

/* Those that stand for themselves; the others are meant from a day. */
static bool place_stated(const struct time_match *match, day reference, int direction,
                         const struct time_said *last, bool *known, struct time_said *out)
{
    *known = true;
    if (match->form && match->form->kind == KIND_NOTHING)
        return false;
    if (match->form && match->form->kind == KIND_TEXT)
        return place_in_text(match, last, out);
    if (match->month && match->date)
        return place_date(match, reference, direction, out);
    if (match->month)
        return place_month(match, reference, direction, out);
    if (match->season >= 0 && match->form)
        return place_season(match, reference, out);
    if (match->year)
        return place_year(match, out);
    *known = false;
    return false;
}

bool time_place(const struct time_match *match, day reference, int direction,
                const struct time_said *last, struct time_said *out)
{
    bool known;
    const struct time_form *form = match->form;
    if (form && form->when == WHEN_PAST)
        direction = -1;
    if (form && form->when == WHEN_FUTURE)
        direction = 1;
    bool ok = place_stated(match, reference, direction, last, &known, out);
    if (known)
        return ok;
    if (reference == DAY_NONE || !form)
        return false;
    if (form->kind == KIND_HOLIDAY)
        return place_holiday(match, reference, direction, out);
    if (form->kind == KIND_WEEKEND)
        return place_weekend(match, reference, direction, out);
    return match->weekday >= 0 ? place_weekday(match, reference, direction, out)
                               : place_period(match, reference, out);
}
