/* SPDX-License-Identifier: ISC */
/* How times are told of: the article's own, the sentence around one, and how it was worked out. */
#include "dossier/reading/times.h"

#include "dossier/base/memory.h"
#include "dossier/text/sentences.h"
#include "dossier/text/utf8.h"

#define NEAR 1000 /* bytes before and behind a time that its sentence is looked for in */
#define SURE 0.9F

bool times_own(const struct article *article, struct time_said *out)
{
    const struct facts *facts = &article->facts;
    bool known = facts->date != DAY_NONE;
    *out = (struct time_said){.from = known ? facts->date : facts->from,
                              .to = known ? facts->date : facts->to,
                              .basis = TIME_PUBLICATION,
                              .confidence = 1};
    if (out->from == DAY_NONE || out->to == DAY_NONE)
        return false;
    day days = out->to - out->from;
    out->precision = days < 3    ? TIME_PRECISE_DAY
                     : days < 8  ? TIME_PRECISE_WEEK
                     : days < 93 ? TIME_PRECISE_MONTH
                                 : TIME_PRECISE_YEAR;
    return true;
}

static bool own_is_stated(const struct article *article)
{
    return !(article->worked_out & ARTICLE_DATE) && article->facts.basis != BASIS_INFERRED;
}

/* The words hold a year: one in full, or that of a date in numbers, 3/4/25. */
static bool has_year(struct str words)
{
    int digits = 0, numbers = 0;
    for (size_t i = 0; i < words.len && digits < 4; i++) {
        bool digit = words.at[i] >= '0' && words.at[i] <= '9';
        digits = digit ? digits + 1 : 0;
        numbers += digits == 1;
    }
    return digits == 4 || numbers >= 3;
}

/* The words say all of it; what was meant need not be worked out from another day. */
static bool says_all(const struct article *article, const struct time_said *said)
{
    return said->basis == TIME_STATED && has_year(span_of(article->text, said->span));
}

bool times_is_stated(const struct article *article, const struct time_said *said)
{
    if (said->basis == TIME_PUBLICATION)
        return own_is_stated(article);
    return says_all(article, said) && said->confidence >= SURE;
}

struct span times_sentence(const struct article *article, struct span span)
{
    if (!article_paragraph_count(article))
        return (struct span){span.start, span.start};
    struct span around = article_paragraphs(article)[article_paragraph(article, span.start)].span;
    if (span.start < around.start)
        return (struct span){span.start, span.start};
    if (span.start - around.start > NEAR)
        around.start = (uint32_t)utf8_start(article->text, span.start - NEAR);
    if (around.end > span.start && around.end - span.start > NEAR)
        around.end = (uint32_t)utf8_start(article->text, span.start + NEAR);
    struct span found = sentences_around(span_of(article->text, around), span.start - around.start);
    return (struct span){around.start + found.start, around.start + found.end};
}

/* ---- why ---- */

/* ", as seen from 27 Nov 2025, a Thursday, the article’s own date" */
static void add_reference(const struct article *article, struct buf *out)
{
    static const char *const weekdays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                           "Friday", "Saturday", "Sunday"};
    char date[DAY_TEXT];
    day_words(article->facts.date, date);
    if (!date[0])
        return;
    buf_printf(out, ", as seen from %s, a %s, the article’s own date, which is %s", date,
               weekdays[day_weekday(article->facts.date)],
               own_is_stated(article) ? "stated" : "itself ~ worked out");
}

static void add_direction(const struct time_said *said, struct buf *out)
{
    if (said->direction)
        buf_printf(out, " The words beside it speak of it as %s.",
                   said->direction < 0 ? "past" : "still ahead");
    else
        buf_chars(out, " No word beside it says whether it is past or ahead.");
}

static void add_meaning(const struct article *article, const struct time_said *said,
                        struct buf *out)
{
    struct str words = span_of(article->text, said->span);
    buf_printf(out, "“%.*s” ", STR_ARG(words));
    if (says_all(article, said)) {
        buf_chars(out, "says so itself.");
        return;
    }
    buf_chars(out, said->basis == TIME_STATED    ? "leaves the year out: it is worked out"
                   : said->basis == TIME_WEEKDAY ? "is a weekday: which one is worked out"
                                                 : "is worked out");
    if (said->from_text)
        buf_chars(out, ", as seen from the time that the text speaks of before it");
    else
        add_reference(article, out);
    buf_char(out, '.');
    if (said->basis != TIME_RELATIVE)
        add_direction(said, out);
}

void times_own_why(const struct article *article, struct buf *out)
{
    const struct facts *facts = &article->facts;
    char date[DAY_TEXT], from[DAY_TEXT], to[DAY_TEXT];
    day_words(facts->date, date);
    day_words(facts->from, from);
    day_words(facts->to, to);
    buf_printf(out, "%s%s", date[0] ? date : "not known",
               facts->basis == BASIS_INFERRED ? ", ~ inferred"
               : !own_is_stated(article)      ? ", ~ worked out"
               : date[0]                      ? ", stated"
                                              : "");
    if (from[0] || to[0])
        buf_printf(out, "; it lies between %s and %s", from[0] ? from : "?", to[0] ? to : "?");
    if (facts->why.len)
        buf_printf(out, ". %.*s", STR_ARG(facts->why));
}

void times_why(const struct article *article, const struct time_said *said, struct buf *out)
{
    if (said->basis == TIME_PUBLICATION) {
        buf_chars(out, "The article’s own date: ");
        times_own_why(article, out);
        return;
    }
    add_meaning(article, said, out);
    if (said->confidence < SURE)
        buf_chars(out, " This is likely, not sure.");
}
