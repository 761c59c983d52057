/* SPDX-License-Identifier: ISC */
/* Conversions after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (eras of 400
 * years that begin on 1 March). */
#include "dossier/base/day.h"

#include <stdio.h>

static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

const char *day_month(int month)
{
    return month >= 1 && month <= 12 ? months[month - 1] : "";
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

day day_of(int year, int month, int date)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || date < 1 ||
        date > days_in(year, month))
        return DAY_NONE;
    int y = month <= 2 ? year - 1 : year;
    int era = y / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + date - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

void day_split(day d, int *year, int *month, int *date)
{
    int shifted = d + 719468;
    int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
    int day_of_era = shifted - era * 146097;
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int shifted_month = (5 * day_of_year + 2) / 153;
    *date = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    *month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    *year = year_of_era + era * 400 + (*month <= 2);
}

int day_weekday(day d)
{
    return ((d + 3) % 7 + 7) % 7; /* day 0 was a Thursday */
}

day day_month_begin(day d, int by)
{
    int year, month, date;
    day_split(d, &year, &month, &date);
    int number = year * 12 + month - 1 + by;
    return number < 12 ? DAY_NONE : day_of(number / 12, number % 12 + 1, 1);
}

static bool digits(struct str s, size_t from, size_t n, int *out)
{
    long number;
    if (!str_number(str_sub(s, from, from + n), &number))
        return false;
    *out = (int)number;
    return true;
}

bool day_parse(struct str s, day *out)
{
    int year, month, date;
    if (s.len != 10 || s.at[4] != '-' || s.at[7] != '-' || !digits(s, 0, 4, &year) ||
        !digits(s, 5, 2, &month) || !digits(s, 8, 2, &date))
        return false;
    *out = day_of(year, month, date);
    return *out != DAY_NONE;
}

void day_iso(day d, char out[DAY_TEXT])
{
    int year, month, date;
    out[0] = '\0';
    if (d == DAY_NONE)
        return;
    day_split(d, &year, &month, &date);
    snprintf(out, DAY_TEXT, "%04d-%02d-%02d", year, month, date);
}

void day_words(day d, char out[DAY_TEXT])
{
    int year, month, date;
    out[0] = '\0';
    if (d == DAY_NONE)
        return;
    day_split(d, &year, &month, &date);
    snprintf(out, DAY_TEXT, "%d %s %04d", date, day_month(month), year);
}

/* One end of a range, as far as its other end does not say it too. */
struct end {
    int year, month, date;
};

static struct end end_of(day d)
{
    struct end end;
    day_split(d, &end.year, &end.month, &end.date);
    return end;
}

static void put_end(char *out, size_t room, const struct end *end, bool date, bool month, bool year)
{
    size_t len = 0;
    out[0] = '\0';
    if (date)
        len += (size_t)snprintf(out, room, "%d", end->date);
    if (month)
        len +=
            (size_t)snprintf(out + len, room - len, "%s%s", len ? " " : "", day_month(end->month));
    if (year)
        snprintf(out + len, room - len, "%s%04d", len ? " " : "", end->year);
}

void day_range_words(day from, day to, char out[DAY_RANGE_TEXT])
{
    out[0] = '\0';
    if (from == DAY_NONE || to == DAY_NONE)
        return;
    struct end first = end_of(from), last = end_of(to), next = end_of(to + 1);
    bool full = first.date == 1 && next.date == 1; /* whole ones: no days need be said */
    bool years = full && first.month == 1 && next.month == 1;
    bool one_year = first.year == last.year, one_month = one_year && first.month == last.month;
    char begin[DAY_TEXT] = "", end[DAY_TEXT];
    put_end(end, sizeof end, &last, !full, !years, true);
    if (!(years ? one_year : full ? one_month : from == to))
        put_end(begin, sizeof begin, &first, !full, !years && !(one_month && !full),
                !one_year || years);
    snprintf(out, DAY_RANGE_TEXT, "%s%s%s", begin, begin[0] ? "–" : "", end);
}

bool moment_parse(struct str s, int64_t *out)
{
    day d;
    int hour, minute, second;
    if (s.len != 20 || s.at[10] != 'T' || s.at[13] != ':' || s.at[16] != ':' || s.at[19] != 'Z' ||
        !day_parse(str_sub(s, 0, 10), &d) || !digits(s, 11, 2, &hour) ||
        !digits(s, 14, 2, &minute) || !digits(s, 17, 2, &second) || hour > 23 || minute > 59 ||
        second > 60)
        return false;
    *out = (int64_t)d * 86400 + hour * 3600 + minute * 60 + second;
    return true;
}

void moment_text(int64_t seconds, char out[MOMENT_TEXT])
{
    int64_t days = seconds / 86400 - (seconds % 86400 < 0);
    int rest = (int)(seconds - days * 86400);
    char date[DAY_TEXT];
    day_iso((day)days, date);
    snprintf(out, MOMENT_TEXT, "%.10sT%02d:%02d:%02dZ", date, rest / 3600 % 24, rest / 60 % 60,
             rest % 60);
}
