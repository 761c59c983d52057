/* SPDX-License-Identifier: ISC */
#include "dossier/reading/dating.h"

#include "dossier/reading/times.h"

#define WIDEST 366 /* days of a range that tells something */

/* The last time that lies behind, and the first that lies ahead. */
struct bounds {
    struct time_said past, ahead;
    bool has_past, has_ahead;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Two years in digits: a text without them has no two dates, and need not be read. */
static bool has_years(struct str text)
{
    int years = 0;
    for (size_t i = 0; i + 4 <= text.len && years < 2; i++) {
        const char *at = text.at + i;
        bool year =
            (at[0] == '1' || at[0] == '2') && is_digit(at[1]) && is_digit(at[2]) && is_digit(at[3]);
        years += year;
        i += year ? 3 : 0;
    }
    return years >= 2;
}

/* Days and months that are stated with their year. A year alone tells too little: "the 2024
 * election" is spoken of long before it. */
static bool is_whole(const struct time_said *said)
{
    return said->basis == TIME_STATED && said->confidence >= 0.95F &&
           said->precision != TIME_PRECISE_YEAR;
}

static void take(struct bounds *bounds, const struct time_said *said)
{
    if (!is_whole(said))
        return;
    if (said->direction < 0 && (!bounds->has_past || said->from > bounds->past.from)) {
        bounds->past = *said;
        bounds->has_past = true;
    }
    if (said->direction > 0 && (!bounds->has_ahead || said->to < bounds->ahead.to)) {
        bounds->ahead = *said;
        bounds->has_ahead = true;
    }
}

static struct str why_of(const struct article *article, struct arena *arena,
                         const struct bounds *bounds)
{
    struct str past = span_of(article->text, bounds->past.span),
               ahead = span_of(article->text, bounds->ahead.span);
    return arena_printf(arena, "It speaks of %.*s as past, and of %.*s as still ahead.",
                        STR_ARG(past), STR_ARG(ahead));
}

bool dating_find(const struct article *article, struct arena *arena, struct dating *out)
{
    struct bounds bounds = {.has_past = false};
    struct times times = {0};
    if (article_day(article) != DAY_NONE || article->facts.known & ARTICLE_DATE ||
        !has_years(article->text))
        return false;
    struct times_reader reader = times_reader_of(article, TIMES_ORDER_AUTO);
    for (size_t i = 0; i < article->body.len; i++)
        times_in(&reader, article->body.at[i], DAY_NONE, arena, &times);
    for (size_t i = 0; i < times.len; i++)
        take(&bounds, &times.at[i]);
    if (!bounds.has_past || !bounds.has_ahead || bounds.past.from > bounds.ahead.to ||
        bounds.ahead.to - bounds.past.from > WIDEST)
        return false;
    *out = (struct dating){bounds.past.from, bounds.ahead.to, why_of(article, arena, &bounds)};
    return true;
}

void dating_take(struct article *article, const struct dating *dating)
{
    struct facts *facts = &article->facts;
    facts->from = dating->from;
    facts->to = dating->to;
    facts->why = dating->why;
    facts->basis = BASIS_INFERRED;
    article->worked_out |= ARTICLE_DATE;
}
