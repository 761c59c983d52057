/* SPDX-License-Identifier: ISC */
/* quotes: what was said in the articles, and by whom. */
#include "common.h"

#include "dossier/base/memory.h"
#include "dossier/model/quotation.h"
#include "dossier/reading/quotes.h"

enum {
    PLACE,
    SHOWN_DATE,
    SHOWN_SPEAKER,
    SHOWN_CUE,
    SHOWN_KIND,
    ARTICLE,
    DATE,
    START,
    END,
    TEXT,
    KIND,
    SPEAKER,
    SPEAKER_TEXT,
    SPEAKER_START,
    SPEAKER_END,
    SPEAKER_CLASS,
    CUE_TEXT,
    VIA,
    SAID_FROM,
    SAID_TO,
    SAID_BASIS,
    CONTINUES,
    CONFIDENCE,
    CONFIRMED,
    IN_BODY
};

static const struct column columns[] = {
    [PLACE] = {NULL, "place", .least = 10},
    [SHOWN_DATE] = {NULL, "date", COLUMN_RIGHT, .least = 12, .spare = 3},
    [SHOWN_SPEAKER] = {NULL, "speaker", .least = 12, .spare = 1},
    [SHOWN_CUE] = {NULL, "cue", .least = 8, .spare = 2},
    [SHOWN_KIND] = {NULL, "", .least = 1},
    [ARTICLE] = {"article"},
    [DATE] = {"date"},
    [START] = {"start"},
    [END] = {"end"},
    [TEXT] = {"text", "words", .least = 20},
    [KIND] = {"kind"},
    [SPEAKER] = {"speaker"},
    [SPEAKER_TEXT] = {"speaker_text"},
    [SPEAKER_START] = {"speaker_start"},
    [SPEAKER_END] = {"speaker_end"},
    [SPEAKER_CLASS] = {"speaker_class"},
    [CUE_TEXT] = {"cue"},
    [VIA] = {"via"},
    [SAID_FROM] = {"said_from"},
    [SAID_TO] = {"said_to"},
    [SAID_BASIS] = {"said_basis"},
    [CONTINUES] = {"continues"},
    [CONFIDENCE] = {"confidence"},
    [CONFIRMED] = {"confirmed"},
    [IN_BODY] = {"in_body"},
};

/* Which quotations are asked for. */
struct request {
    uint32_t article, speaker;
    struct str cue;
    day since;
    bool unattributed, unnamed, reported;
};

static bool read_since(const struct verb_call *call, day *out)
{
    const char *since = verb_value(call, "since");
    *out = DAY_NONE;
    if (!since || day_parse(str_of(since), out))
        return true;
    return verb_fail("--since takes a day, as in 2025-11-27; found %s", since);
}

static bool read_request(const struct verb_call *call, struct request *request)
{
    const char *speaker = verb_value(call, "speaker"), *cue = verb_value(call, "cue");
    request->speaker = ACTOR_NONE;
    if (!verb_article_option(call, &request->article) || !read_since(call, &request->since))
        return false;
    if (speaker && !verb_actor_named(call, str_of(speaker), &request->speaker))
        return false;
    request->cue = str_of(cue);
    request->unattributed = verb_value(call, "unattributed") != NULL;
    request->unnamed = verb_value(call, "unnamed") != NULL;
    request->reported = verb_value(call, "reported") != NULL;
    return true;
}

static struct str words_of(const struct article *article, struct span span)
{
    return quotation_has(span) ? span_of(article->text, span) : (struct str){0};
}

/* The day when it was said, where that is known; else the article's. */
static bool is_since(const struct article *article, const struct quotation *q, day since)
{
    day said = q->said_to != DAY_NONE ? q->said_to : article_day(article);
    return since == DAY_NONE || (said != DAY_NONE && said >= since);
}

static bool is_wanted(const struct request *request, const struct article *article,
                      const struct quotation *q)
{
    bool unnamed = q->class == SPEAKER_UNNAMED || q->class == SPEAKER_COLLECTIVE;
    if (request->speaker != ACTOR_NONE && q->speaker != request->speaker)
        return false;
    if (request->cue.len && !str_eq_nocase(words_of(article, q->cue), request->cue))
        return false;
    if (request->unattributed && (quotation_has(q->speaker_span) || q->speaker != ACTOR_NONE))
        return false;
    if (request->unnamed && (!unnamed || q->speaker != ACTOR_NONE))
        return false;
    return (!request->reported || q->kind == QUOTATION_REPORTED) &&
           is_since(article, q, request->since);
}

static const char *class_name(enum speaker_class class)
{
    static const char *const names[] = {[SPEAKER_NAMED] = "named",
                                        [SPEAKER_PRONOUN] = "pronoun",
                                        [SPEAKER_UNNAMED] = "unnamed",
                                        [SPEAKER_COLLECTIVE] = "collective",
                                        [SPEAKER_DOCUMENT] = "document"};
    return names[class];
}

static const struct {
    const char *name, *sign;
} kinds[] = {[QUOTATION_DIRECT] = {"direct", "\""},
             [QUOTATION_FRAGMENT] = {"fragment", "'"},
             [QUOTATION_SCARE] = {"scare", "'"},
             [QUOTATION_REPORTED] = {"reported", ":"}};

/* The actor's name, else the words; with a ~ where it is not sure. */
static struct cell shown_speaker(const struct verb_call *call, const struct article *article,
                                 const struct quotation *q)
{
    if (!quotation_has(q->speaker_span) && q->speaker == ACTOR_NONE)
        return cell_null();
    struct str name = q->speaker != ACTOR_NONE ? call->library->tags.at[q->speaker].name
                                               : words_of(article, q->speaker_span);
    const char *form = q->confidence < QUOTATION_SURE ? "%.*s ~" : "%.*s";
    return cell_text(arena_printf(call->scratch, form, STR_ARG(name)));
}

static struct cell bound_cell(const struct article *article, struct span span, bool end)
{
    if (!quotation_has(span))
        return cell_null();
    struct span stored = verb_stored(article, span);
    return cell_number(end ? stored.end : stored.start);
}

static struct cell basis_cell(const struct quotation *q)
{
    return quotation_has(q->said_why) ? cell_text(str_of(time_basis_name(q->said_basis)))
                                      : cell_null();
}

static void add_row(const struct verb_call *call, struct rows *rows, uint32_t number,
                    const struct article *article, const struct quotation *q)
{
    const struct tags *tags = &call->library->tags;
    const char *class = class_name(q->class);
    struct span stored = verb_stored(article, q->span);
    struct str before, after, text = span_of(article->text, q->span);
    article_context(article, q->span, VERB_CONTEXT, &before, &after);
    const struct cell cells[] = {
        [PLACE] = verb_place_cell(call, number, q->span.start),
        [SHOWN_DATE] = verb_day_cell(call, article),
        [SHOWN_SPEAKER] = shown_speaker(call, article, q),
        [SHOWN_CUE] = cell_known(words_of(article, q->cue)),
        [SHOWN_KIND] = cell_text(str_of(kinds[q->kind].sign)),
        [ARTICLE] = cell_text(article->path),
        [DATE] = cell_day(article->facts.date),
        [START] = cell_number(stored.start),
        [END] = cell_number(stored.end),
        [TEXT] = cell_text(text),
        [KIND] = cell_text(str_of(kinds[q->kind].name)),
        [SPEAKER] = q->speaker == ACTOR_NONE ? cell_null() : cell_text(tags->at[q->speaker].id),
        [SPEAKER_TEXT] = cell_known(words_of(article, q->speaker_span)),
        [SPEAKER_START] = bound_cell(article, q->speaker_span, false),
        [SPEAKER_END] = bound_cell(article, q->speaker_span, true),
        [SPEAKER_CLASS] = cell_known(str_of(class)),
        [CUE_TEXT] = cell_known(words_of(article, q->cue)),
        [VIA] = cell_known(words_of(article, q->via)),
        [SAID_FROM] = cell_day(q->said_from),
        [SAID_TO] = cell_day(q->said_to),
        [SAID_BASIS] = basis_cell(q),
        [CONTINUES] = cell_bool(q->continues),
        [CONFIDENCE] = cell_rate(q->confidence),
        [CONFIRMED] = cell_bool(q->confirmed),
        [IN_BODY] = cell_bool(q->in_body),
    };
    struct rows_place place =
        verb_place(call, number, q->span.start, verb_context(call, before, text, after));
    rows_add(rows, cells, &place);
}

static void add_article(const struct verb_call *call, struct rows *rows,
                        const struct request *request, const struct lexicons *lexicons,
                        uint32_t number)
{
    struct arena *arena = arena_new();
    struct quotations found = {0};
    const struct quotes_source source = {call->library, number, lexicons};
    quotes_find(arena, &source, &found);
    const struct article *article = corpus_article(&call->library->corpus, number);
    for (size_t i = 0; i < found.len; i++) {
        arena_clear(call->scratch);
        if (is_wanted(request, article, &found.at[i]))
            add_row(call, rows, number, article, &found.at[i]);
    }
    arena_free(arena);
}

static enum status run(struct verb_call *call)
{
    const struct corpus *corpus = &call->library->corpus;
    struct request request = {0};
    if (!read_request(call, &request))
        return STATUS_FAILED;
    struct lexicons lexicons = {0};
    struct problems problems = {.arena = call->arena};
    lexicons_open(call->arena, &lexicons, &problems);
    for (size_t i = 0; i < problems.len; i++)
        verb_tell_problem(call, &problems.at[i]);
    struct rows *rows = verb_rows(call, columns, COUNT(columns));
    for (size_t i = 0; i < corpus->len; i++) {
        uint32_t number = corpus->by_date[i];
        if (request.article == ARTICLE_NONE || request.article == number)
            add_article(call, rows, &request, &lexicons, number);
    }
    return verb_close(rows);
}

static const struct verb_option options[] = {
    {"article", 0, "ARTICLE", "only those in this article"},
    {"speaker", 0, "ACTOR", "only what this actor said"},
    {"cue", 0, "WORD", "only what is told with this word, as in said"},
    {"since", 0, "DAY", "only what was said on this day or later"},
    {"unattributed", 0, NULL, "only what nobody is found to say"},
    {"unnamed", 0, NULL, "only what is said by somebody without a name"},
    {"reported", 0, NULL, "only what is reported without quotation marks"},
    {0},
};

const struct verb verb_quotes = {
    .name = "quotes",
    .operands = "[OPTION…]",
    .summary = "what was said, and by whom",
    .about =
        "Lists what stands between quotation marks, and what is reported without them, with "
        "whoever\n"
        "says it; articles by date. All of it is worked out: ~ marks a speaker that is not sure.\n"
        "The sign before the words: \" whole sentences, ' a part of one, : reported.\n",
    .example = "dossier quotes --speaker Rubio",
    .options = options,
    .least = 0,
    .most = 0,
    .flags = VERB_LISTS | VERB_PLACES | VERB_READS | VERB_NOTES,
    .run = run,
};
