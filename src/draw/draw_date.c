/* SPDX-License-Identifier: ISC */
/* Dates and places as rows show them. */
#include "parts.h"

#include "dossier/base/day.h"
#include "dossier/text/grapheme.h"

static bool inferred(const struct article *article)
{
    return (article->worked_out & ARTICLE_DATE) || article->facts.basis == BASIS_INFERRED;
}

static struct str one_day(struct arena *arena, day d, enum date_form form)
{
    int year, month, date;
    day_split(d, &year, &month, &date);
    if (form == DATE_SHORT)
        return arena_printf(arena, "%d %s", date, day_month(month));
    if (form == DATE_YEAR)
        return arena_printf(arena, "%d %s %02d", date, day_month(month), year % 100);
    return arena_printf(arena, "%d %s %d", date, day_month(month), year);
}

/* The month that holds both days, else the years. */
static struct str range(struct arena *arena, day from, day to, enum date_form form)
{
    int year, month, date, last_year, last_month;
    day_split(from, &year, &month, &date);
    day_split(to, &last_year, &last_month, &date);
    if (year != last_year)
        return arena_printf(arena, "%d–%02d", year, last_year % 100);
    if (month != last_month)
        return arena_printf(arena, "%d", year);
    if (form == DATE_SHORT)
        return arena_printf(arena, "%s", day_month(month));
    return arena_printf(arena, form == DATE_YEAR ? "%s %02d" : "%s %d", day_month(month),
                        form == DATE_YEAR ? year % 100 : year);
}

struct str draw_days(struct arena *arena, day from, day to, enum date_form form)
{
    return from == to || from == DAY_NONE ? one_day(arena, to, form) : range(arena, from, to, form);
}

struct str draw_date(struct arena *arena, const struct article *article, enum date_form form)
{
    const struct facts *facts = &article->facts;
    struct str text;
    if (facts->date != DAY_NONE)
        text = one_day(arena, facts->date, form);
    else if (facts->from != DAY_NONE && facts->to != DAY_NONE)
        text = range(arena, facts->from, facts->to, form);
    else
        return STR("");
    return inferred(article) ? arena_printf(arena, "%.*s~", STR_ARG(text)) : text;
}

struct str draw_day(struct arena *arena, const struct corpus *corpus, day d)
{
    size_t low = corpus_since(corpus, d);
    bool worked_out = false;
    for (; low < corpus->len && !worked_out && corpus_day(corpus, corpus->by_date[low]) == d; low++)
        worked_out = corpus_day_inferred(corpus, corpus->by_date[low]);
    struct str words = one_day(arena, d, DATE_WHOLE);
    return worked_out ? arena_printf(arena, "%.*s~", STR_ARG(words)) : words;
}

static int year_of(const struct corpus *corpus, size_t rank)
{
    int year, month, date;
    day_split(corpus_day(corpus, corpus->by_date[rank]), &year, &month, &date);
    return year;
}

enum date_form draw_date_form(const struct corpus *corpus)
{
    size_t count = corpus_since(corpus, CORPUS_UNDATED);
    return count && year_of(corpus, 0) != year_of(corpus, count - 1) ? DATE_YEAR : DATE_SHORT;
}

int draw_date_width(enum date_form form)
{
    static const int widths[] = {[DATE_SHORT] = 7, [DATE_YEAR] = 10, [DATE_WHOLE] = 12};
    return widths[form];
}

bool draw_has_dates(const struct corpus *corpus)
{
    return corpus->len && corpus_day(corpus, corpus->by_date[0]) != DAY_NONE;
}

int draw_label_width(const struct corpus *corpus)
{
    int width = corpus_totals(corpus)->label_width;
    return width < 3 ? 3 : width < 12 ? width : 12;
}

struct str draw_place(struct arena *arena, const struct library *library, uint32_t article,
                      uint32_t at)
{
    struct buf b = {0};
    library_place(library, article, at, &b);
    struct str place = arena_str(arena, buf_view(&b));
    buf_free(&b);
    return place;
}
