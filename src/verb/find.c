/* SPDX-License-Identifier: ISC */
/* find: the places that answer a query. */
#include "common.h"

#include "dossier/base/memory.h"
#include "dossier/search/query.h"
#include "dossier/search/search.h"
#include "dossier/text/safe.h"
#include "dossier/verb/output.h"

enum {
    PLACE,
    SHOWN_DATE,
    ARTICLE,
    DATE,
    START,
    END,
    SHOWN_BEFORE,
    TEXT,
    SHOWN_AFTER,
    BEFORE,
    AFTER
};

static const struct column columns[] = {
    [PLACE] = {NULL, "place", .least = 10},
    [SHOWN_DATE] = {NULL, "date", COLUMN_RIGHT, .least = 12, .spare = 1},
    [ARTICLE] = {"article"},
    [DATE] = {"date"},
    [START] = {"start"},
    [END] = {"end"},
    [SHOWN_BEFORE] = {NULL, "", COLUMN_RIGHT_TAIL, .least = 16},
    [TEXT] = {"text", "found", COLUMN_KEYWORD, .least = 20},
    [SHOWN_AFTER] = {NULL, "", .least = 16},
    [BEFORE] = {"before"},
    [AFTER] = {"after"},
};

static void add_row(const struct verb_call *call, struct rows *rows, const struct place *found)
{
    arena_clear(call->scratch);
    const struct article *article = corpus_article(&call->library->corpus, found->article);
    struct span stored = verb_stored(article, found->span);
    struct str before, after, text = span_of(article->text, found->span);
    article_context(article, found->span, VERB_CONTEXT, &before, &after);
    const struct cell cells[] = {
        [PLACE] = verb_place_cell(call, found->article, found->span.start),
        [SHOWN_DATE] = verb_day_cell(call, article),
        [ARTICLE] = cell_text(article->path),
        [DATE] = cell_day(article->facts.date),
        [START] = cell_number(stored.start),
        [END] = cell_number(stored.end),
        [SHOWN_BEFORE] = cell_text(str_trim(before)),
        [TEXT] = cell_text(text),
        [SHOWN_AFTER] = cell_text(str_trim(after)),
        [BEFORE] = cell_text(before),
        [AFTER] = cell_text(after),
    };
    struct rows_place place = verb_place(call, found->article, found->span.start,
                                         verb_context(call, before, text, after));
    rows_add(rows, cells, &place);
}

static void explain(const struct verb_call *call, const struct query *query)
{
    struct buf words = {0}, line = {0};
    query_explain(query, call->library, &words);
    safe_line(&line, buf_view(&words));
    buf_char(&line, '\n');
    output_put(call->out, buf_view(&line));
    buf_free(&words);
    buf_free(&line);
}

/* By date as they were found, or the best first. */
static void add_rows(const struct verb_call *call, const struct search_found *found, bool ranked,
                     struct rows *rows)
{
    size_t count = found->answers.len;
    uint32_t *order = arena_many(call->arena, uint32_t, count + 1);
    if (ranked)
        search_order(found->answers.at, count, order);
    for (size_t i = 0; i < count; i++) {
        const struct search_answer *answer = &found->answers.at[ranked ? order[i] : i];
        for (size_t j = 0; j < answer->count; j++)
            add_row(call, rows, &found->places.at[answer->first + j]);
    }
}

static enum status search(const struct verb_call *call, const struct query *query, bool ranked)
{
    struct error error;
    struct search *search = search_begin(query, call->library, call->notebook, SIZE_MAX - 1);
    search_ahead(search);
    while (search_step(search, SIZE_MAX))
        ;
    struct rows *rows = verb_rows(call, columns, COUNT(columns));
    add_rows(call, search_found(search), ranked, rows);
    enum status status = verb_close(rows);
    if (!search_is_good(search, &error)) {
        verb_fail("%s", error.text);
        status = STATUS_FAILED;
    }
    search_end(search);
    return status;
}

static enum status run(struct verb_call *call)
{
    struct error error;
    int order;
    if (!verb_word(call, "sort", "date rank", 0, &order))
        return STATUS_FAILED;
    struct query *query =
        query_read(call->arena, call->library, verb_saved(call), verb_join(call, 0), &error);
    if (!query) {
        verb_fail("%s", error.text);
        return STATUS_FAILED;
    }
    if (verb_value(call, "explain")) {
        explain(call, query);
        return STATUS_DONE;
    }
    return search(call, query, order == 1);
}

static const struct verb_option options[] = {
    {"sort", 0, "ORDER", "date (as it is), or rank: the articles that answer best first"},
    {"explain", 0, NULL, "print how the query was read, and search nothing"},
    {0},
};

const struct verb verb_find = {
    .name = "find",
    .operands = "QUERY [OPTION…]",
    .summary = "places that match: words, \"a phrase\", prefix*, /expression/, field:word",
    .about = "Lists the places of words and phrases in the articles that answer the whole query.\n"
             "\n"
             "  word word    articles that have both, or: word AND word\n"
             "  \"a phrase\"   these words, one after the other\n"
             "  prefix*      words that begin so\n"
             "  /colou?r/    a regular expression, as in Perl; without a capital of either case\n"
             "  a NEAR/5 b   both, five words apart at most; NEAR alone: ten\n"
             "  actor:ID     mentions of an actor: an id, or \"a name\" in marks\n"
             "  note:word    passages with such a note\n"
             "  said:ID      what this actor is found to say\n"
             "  @name        a search that was saved under this name\n"
             "  OR NOT ( )   either; articles without; brackets\n"
             "\n"
             "These ask of an article as a whole; alone, they list headlines:\n"
             "\n"
             "  title:word source:Reuters tag:diplomacy\n"
             "  after:2025-03 before:2025-04-15   from that day on; earlier than that day\n"
             "\n"
             "Words match as aliases do: a capital letter stands for a capital, a small one for "
             "either;\n"
             "marks on Latin letters don't count.\n",
    .example = "dossier find '\"security guarantees\" AND actor:marco-rubio'",
    .least = 1,
    .most = SIZE_MAX,
    .options = options,
    .flags = VERB_LISTS | VERB_PLACES | VERB_READS | VERB_NOTES,
    .run = run,
};
