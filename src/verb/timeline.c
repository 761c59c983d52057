/* SPDX-License-Identifier: ISC */
/* timeline: the times that the texts speak of, and the articles' own dates, in order of time. */
#include "common.h"

#include "dossier/base/memory.h"
#include "dossier/reading/times.h"

#include <stdlib.h>

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
    request->order = times_order_named(call->config.options.dates);
    if (!read_day(call, "since", &request->since) || !read_day(call, "until", &request->until))
        return false;
    if (call->operand_count)
        request->articles =
            arena_many(call->arena, bool, call->library->corpus.numbers + (size_t)1);
    for (size_t i = 0; i < call->operand_count; i++) {
        uint32_t article;
        if (!verb_article_named(call, call->operands[i], &article))
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

static void gather(const struct verb_call *call, const struct request *request, uint32_t number,
                   struct entries *entries)
{
    const struct article *article = corpus_article(&call->library->corpus, number);
    struct times times = {0};
    struct entry own = {.article = number};
    arena_clear(call->scratch);
    if (times_own(article, &own.said))
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
    struct str in = !shown           ? STR("")
                    : entry->sayable ? span_of(article->text, times_sentence(article, said->span))
                                     : headline;
    bool here = entry->sayable;
    char when[DAY_RANGE_TEXT];
    day_range_words(said->from, said->to, when);
    const struct cell cells[] = {
        [SHOWN_DATE] = cell_text(str_of(when)),
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
