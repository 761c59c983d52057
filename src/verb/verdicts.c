/* SPDX-License-Identifier: ISC */
/* verdicts: what all writers have decided of mentions. */
#include "common.h"

#include "dossier/base/memory.h"
#include "dossier/notes/verdicts.h"

enum {
    ID,
    PLACE,
    SHOWN,
    WHOSE,
    BY,
    CREATED,
    ARTICLE,
    START,
    END,
    QUOTE,
    FORM,
    ACTOR,
    STANDING,
    ABOUT
};

static const struct column columns[] = {
    [ID] = {"id", "id", .least = 6},
    [PLACE] = {NULL, "place", .least = 8},
    [SHOWN] = {NULL, "mention", COLUMN_KEYWORD, .least = 12},
    [WHOSE] = {NULL, "whose", .least = 12},
    [BY] = {"by", "by", .least = 4, .spare = 2},
    [CREATED] = {"created"},
    [ARTICLE] = {"article"},
    [START] = {"start"},
    [END] = {"end"},
    [QUOTE] = {"quote"},
    [FORM] = {"form"},
    [ACTOR] = {"actor"},
    [STANDING] = {"standing", "standing", .least = 8, .spare = 1},
    [ABOUT] = {"about"},
};

static struct cell place_cell(const struct verb_call *call, const struct verdict *verdict)
{
    const struct note *anchor = &verdict->anchor;
    if (note_is_placed(anchor))
        return verb_place_cell(call, anchor->number, anchor->span.start);
    if (anchor->number < call->library->corpus.len)
        return cell_text(corpus_article(&call->library->corpus, anchor->number)->label);
    return cell_text(anchor->article.len ? anchor->article : STR("(everywhere)"));
}

static struct str about_of(const struct verdict *verdict)
{
    return verdict->said ? STR("quotation") : verdict->form.len ? STR("form") : STR("mention");
}

static struct cell moment_cell(const struct verb_call *call, int64_t moment)
{
    char text[MOMENT_TEXT];
    moment_text(moment, text);
    return moment ? cell_text(arena_str(call->scratch, str_of(text))) : cell_null();
}

static void add_row(const struct verb_call *call, struct rows *rows, const struct verdict *verdict)
{
    arena_clear(call->scratch);
    const struct library *library = call->library;
    const struct note *anchor = &verdict->anchor;
    bool placed = note_is_placed(anchor);
    struct span stored = anchor->at;
    if (placed)
        stored = verb_stored(corpus_article(&library->corpus, anchor->number), anchor->span);
    struct str every = arena_printf(call->scratch, "every %.*s", STR_ARG(verdict->form));
    struct cell null = cell_null();
    const struct cell cells[] = {
        [ID] = cell_text(anchor->id),
        [PLACE] = place_cell(call, verdict),
        [SHOWN] = cell_text(anchor->has_passage ? anchor->quote : every),
        [WHOSE] = cell_text(verdict_tells(call->scratch, &library->tags, verdict)),
        [BY] = cell_text(anchor->by),
        [CREATED] = moment_cell(call, anchor->created),
        [ARTICLE] = cell_known(anchor->article),
        [START] = anchor->has_passage ? cell_number(stored.start) : null,
        [END] = anchor->has_passage ? cell_number(stored.end) : null,
        [QUOTE] = cell_known(anchor->quote),
        [FORM] = cell_known(verdict->form),
        [ACTOR] = cell_known(verdict->actor),
        [STANDING] = cell_text(str_of(verdict_standing_name(verdict->standing))),
        [ABOUT] = cell_text(about_of(verdict)),
    };
    rows_add(rows, cells, NULL);
}

static enum status run(struct verb_call *call)
{
    const struct notebook *notebook = call->notebook;
    uint32_t article;
    if (!verb_article_option(call, &article))
        return STATUS_FAILED;
    struct rows *rows = verb_rows(call, columns, COUNT(columns));
    for (size_t i = 0; i < notebook->verdict_len; i++) {
        const struct verdict *verdict = notebook->verdicts[i];
        if (article == ARTICLE_NONE || verdict->anchor.number == article)
            add_row(call, rows, verdict);
    }
    return verb_close(rows);
}

static const struct verb_option options[] = {
    {"article", 0, "ARTICLE", "only those on this article"},
    {0},
};

const struct verb verb_verdicts = {
    .name = "verdicts",
    .operands = "[OPTION…]",
    .summary = "what was decided of mentions, by whom",
    .about =
        "Lists the verdicts of all writers: on one mention, on every mention of a form, or on who\n"
        "says a quotation. The\n"
        "standing is counts; overruled, by a later one of the same writer or one of yours;\n"
        "disputed, where colleagues disagree and you have said nothing; lost, where the place "
        "was\n"
        "not found; unknown-actor. An actor that is null: nobody's.\n",
    .example = "dossier verdicts --format=jsonl",
    .options = options,
    .least = 0,
    .most = 0,
    .flags = VERB_LISTS | VERB_NOTES,
    .run = run,
};
