/* SPDX-License-Identifier: ISC */
/* timeline: the times that the texts speak of, and the articles' own dates, in order of time. */
#include "common.h"

#include "dossier/base/memory.h"
#include "dossier/reading/times.h"
#include "dossier/text/sentences.h"
#include "dossier/text/utf8.h"

#include <stdlib.h>

#define NEAR 1000 /* bytes before and behind a time that its sentence is looked for in */

enum {
    SHOWN_DATE,
    PLACE,
    SHOWN_TEXT,
    SHOWN_IN,
    DATE,
    DATE_END,
    PRECISION,
    ARTICLE,
    START,
    END,
    TEXT,
    BASIS
};

static const struct column columns[] = {
    [SHOWN_DATE] = {NULL, "when", COLUMN_RIGHT, .least = 12},
    [PLACE] = {NULL, "place", .least = 10},
    [SHOWN_TEXT] = {NULL, "said", COLUMN_KEYWORD, .least = 16, .spare = 1},
    [SHOWN_IN] = {NULL, "sentence", .least = 30},
    [DATE] = {"date"},
    [DATE_END] = {"date_end"},
    [PRECISION] = {"precision"},
    [ARTICLE] = {"article"},
    [START] = {"start"},
    [END] = {"end"},
    [TEXT] = {"text"},
    [BASIS] = {"basis"},
};

/* A time and where it is said. */
struct entry {
    uint32_t article;
    struct time_said said;
    bool sayable; /* false: the article's own date, which stands nowhere */
};

struct entries {
    struct entry *at;
    size_t len, cap;
};

struct request {
    bool *articles; /* by number; NULL: all */
    day since, until;
    enum times_order order;
};

static bool read_day(const struct verb_call *call, const char *option, day *out)
{
    const char *value = verb_value(call, option);
    *out = DAY_NONE;
    return !value || day_parse(str_of(value), out) ||
           verb_fail("--%s: %s is no day; it is YYYY-MM-DD", option, value);
}

static bool read_request(const struct verb_call *call, struct request *request)
{
    struct str order = call->config.options.dates;
    request->order = str_is(order, "day-month")   ? TIMES_ORDER_DAY_FIRST
                     : str_is(order, "month-day") ? TIMES_ORDER_MONTH_FIRST
                                                  : TIMES_ORDER_AUTO;
    if (!read_day(call, "since", &request->since) || !read_day(call, "until", &request->until))
        return false;
    if (call->operand_count)
        request->articles =
            arena_many(call->arena, bool, call->library->corpus.numbers + (size_t)1);
    for (size_t i = 0; i < call->operand_count; i++) {
        uint32_t article;
        if (!verb_article(call, call->operands[i], &article))
            return false;
        request->articles[article] = true;
    }
    return true;
}

static void add(const struct verb_call *call, const struct request *request,
                struct entries *entries, struct entry entry)
{
    if ((request->since == DAY_NONE || entry.said.to >= request->since) &&
        (request->until == DAY_NONE || entry.said.from <= request->until))
        *vec_add(call->arena, entries) = entry;
}

/* The article's own date, or the range that holds it. */
static bool own_time(const struct article *article, struct time_said *out)
{
    const struct facts *facts = &article->facts;
    bool known = facts->date != DAY_NONE;
    *out = (struct time_said){.from = known ? facts->date : facts->from,
                              .to = known ? facts->date : facts->to,
                              .basis = TIME_PUBLICATION};
    day days = out->to - out->from;
    out->precision = days < 3    ? TIME_PRECISE_DAY
                     : days < 8  ? TIME_PRECISE_WEEK
                     : days < 93 ? TIME_PRECISE_MONTH
                                 : TIME_PRECISE_YEAR;
    return out->from != DAY_NONE && out->to != DAY_NONE;
}

static void gather(const struct verb_call *call, const struct request *request, uint32_t number,
                   struct entries *entries)
{
    const struct article *article = corpus_article(&call->library->corpus, number);
    struct times times = {0};
    struct entry own = {.article = number};
    arena_clear(call->scratch);
    if (own_time(article, &own.said))
        add(call, request, entries, own);
    times_of_article(article, request->order, call->scratch, &times);
    for (size_t i = 0; i < times.len; i++)
        add(call, request, entries, (struct entry){number, times.at[i], true});
}

static int compare(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    if (x->said.from != y->said.from)
        return x->said.from < y->said.from ? -1 : 1;
    if (x->said.to != y->said.to)
        return x->said.to < y->said.to ? -1 : 1;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    return (x->said.span.start > y->said.span.start) - (x->said.span.start < y->said.span.start);
}

/* "27 Nov 2025", "Nov 2025", "2025". */
static struct cell shown_date(const struct verb_call *call, const struct time_said *said)
{
    char from[DAY_TEXT], to[DAY_TEXT];
    int year, month, date;
    day_words(said->from, from);
    day_words(said->to, to);
    day_split(said->from, &year, &month, &date);
    if (said->precision == TIME_PRECISE_YEAR)
        return cell_text(arena_printf(call->scratch, "%d", year));
    if (said->precision == TIME_PRECISE_MONTH && said->to - said->from < 31 && date == 1)
        return cell_text(arena_printf(call->scratch, "%s %d", day_month(month), year));
    return cell_text(said->from == said->to ? arena_printf(call->scratch, "%s", from)
                                            : arena_printf(call->scratch, "%.6s–%s", from, to));
}

/* The sentence that SPAN stands in; of a paragraph that is endless, what is near. */
static struct str sentence_at(const struct article *article, struct span span)
{
    if (!article_paragraph_count(article))
        return STR("");
    struct span around = article_paragraphs(article)[article_paragraph(article, span.start)].span;
    if (span.start < around.start)
        return STR("");
    if (span.start - around.start > NEAR)
        around.start = (uint32_t)utf8_start(article->text, span.start - NEAR);
    if (around.end - span.start > NEAR)
        around.end = (uint32_t)utf8_start(article->text, span.start + NEAR);
    struct str paragraph = span_of(article->text, around);
    return span_of(paragraph, sentences_around(paragraph, span.start - around.start));
}

static void add_row(const struct verb_call *call, struct rows *rows, const struct entry *entry)
{
    arena_clear(call->scratch);
    const struct article *article = corpus_article(&call->library->corpus, entry->article);
    const struct time_said *said = &entry->said;
    struct span stored = verb_stored(article, said->span);
    struct str text = span_of(article->text, said->span);
    bool made_up;
    struct str headline = article_headline(article, 120, &made_up);
    bool shown = call->style.format == ROWS_TABLE || call->style.format == ROWS_GREP;
    struct str in = !shown ? STR("") : entry->sayable ? sentence_at(article, said->span) : headline;
    bool here = entry->sayable;
    const struct cell cells[] = {
        [SHOWN_DATE] = shown_date(call, said),
        [PLACE] = here ? verb_place_cell(call, entry->article, said->span.start)
                       : cell_text(article->label),
        [SHOWN_TEXT] = here ? cell_text(text) : cell_text(STR("(published)")),
        [SHOWN_IN] = cell_text(in),
        [DATE] = cell_day(said->from),
        [DATE_END] = cell_day(said->to),
        [PRECISION] = cell_text(str_of(time_precision_name(said->precision))),
        [ARTICLE] = cell_text(article->path),
        [START] = here ? cell_number(stored.start) : cell_null(),
        [END] = here ? cell_number(stored.end) : cell_null(),
        [TEXT] = here ? cell_text(text) : cell_null(),
        [BASIS] = cell_text(str_of(time_basis_name(said->basis))),
    };
    struct rows_place place = verb_place(call, entry->article, said->span.start, in);
    rows_add(rows, cells, &place);
}

static enum status run(struct verb_call *call)
{
    const struct corpus *corpus = &call->library->corpus;
    struct request request = {0};
    struct entries entries = {0};
    if (!read_request(call, &request))
        return STATUS_FAILED;
    const struct problems *problems = times_problems();
    for (size_t i = 0; i < problems->len; i++)
        verb_tell_problem(call, &problems->at[i]);
    for (size_t i = 0; i < corpus->len; i++) {
        uint32_t number = corpus->by_date[i];
        if (!request.articles || request.articles[number])
            gather(call, &request, number, &entries);
    }
    if (entries.len)
        qsort(entries.at, entries.len, sizeof *entries.at, compare);
    struct rows *rows = verb_rows(call, columns, COUNT(columns));
    for (size_t i = 0; i < entries.len; i++)
        add_row(call, rows, &entries.at[i]);
    return verb_close(rows);
}

static const struct verb_option options[] = {
    {"since", 0, "DAY", "only what lies on this day or after it (YYYY-MM-DD)"},
    {"until", 0, "DAY", "only what lies on this day or before it"},
    {0},
};

const struct verb verb_timeline = {
    .name = "timeline",
    .operands = "[ARTICLE…] [OPTION…]",
    .summary = "the times that the texts speak of, and the articles' own dates",
    .about =
        "Lists in order of time what the bodies of all articles, or of those named, speak of:\n"
        "dates, weekdays, \"yesterday\", \"late last month\". What is said as seen from a day is\n"
        "worked out from the article's date; in an article without one it is left out. The\n"
        "articles' own dates stand among them.\n",
    .example = "dossier timeline 004 --since 2025-04-01",
    .options = options,
    .least = 0,
    .most = SIZE_MAX,
    .flags = VERB_LISTS | VERB_PLACES | VERB_READS,
    .run = run,
};
