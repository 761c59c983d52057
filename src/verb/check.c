/* SPDX-License-Identifier: ISC */
/* check: everything that is wrong or doubtful in articles, tags, notes and config. */
#include "common.h"

#include "dossier/base/memory.h"
#include "dossier/config/config_check.h"

#include <stdlib.h>

enum { SEVERITY, PLACE, FILE_NAME, LINE, COLUMN, CODE, MESSAGE };

static const struct column columns[] = {
    [SEVERITY] = {"severity", "severity", .least = 8, .spare = 2},
    [PLACE] = {NULL, "place", .least = 16},
    [FILE_NAME] = {"file"},
    [LINE] = {"line"},
    [COLUMN] = {"column"},
    [CODE] = {"code", "what", .least = 8, .spare = 1},
    [MESSAGE] = {"message", "message", .least = 20},
};

/* A note whose passage is not as it was. */
static void add_note(const struct note *note, struct problems *problems)
{
    static const struct {
        enum severity severity;
        const char *code, *what;
    } states[] = {
        [ANCHOR_MOVED] = {SEVERITY_WARNING, "note-moved", "stands elsewhere in the text now"},
        [ANCHOR_CHANGED] = {SEVERITY_ERROR, "note-changed", "reads otherwise now"},
        [ANCHOR_AMBIGUOUS] = {SEVERITY_ERROR, "note-ambiguous",
                              "stands in the text more than once"},
        [ANCHOR_ORPHAN] = {SEVERITY_ERROR, "note-orphan", "is not in the text"},
    };
    int column = note->line ? 1 : 0;
    if (!note->article.len)
        problem_add(problems, SEVERITY_ERROR, note->file, note->line, column, "note-orphan",
                    "note %.*s: there is no actor %.*s", STR_ARG(note->id), STR_ARG(note->about));
    else if (!note->has_passage || note->number == ARTICLE_NONE)
        problem_add(problems, SEVERITY_ERROR, note->file, note->line, column, "note-orphan",
                    "note %.*s: there is no article %.*s", STR_ARG(note->id),
                    STR_ARG(note->article));
    else
        problem_add(problems, states[note->state].severity, note->file, note->line, column,
                    states[note->state].code, "note %.*s in %.*s: its passage \"%.*s\" %s",
                    STR_ARG(note->id), STR_ARG(note->article), STR_ARG(str_sub(note->quote, 0, 80)),
                    states[note->state].what);
}

static void add_all(struct problems *to, const struct problems *from)
{
    for (size_t i = 0; i < from->len; i++)
        *vec_add(to->arena, to) = from->at[i];
}

static int compare(const void *a, const void *b)
{
    const struct problem *x = a, *y = b;
    int order = str_cmp(x->file, y->file);
    if (!order)
        order = (x->line > y->line) - (x->line < y->line);
    if (!order)
        order = (x->column > y->column) - (x->column < y->column);
    return order ? order : str_cmp(x->message, y->message);
}

static void collect(const struct verb_call *call, struct problems *all)
{
    const struct notebook *notebook = call->notebook;
    struct keymap keymap;
    config_bind(call->arena, &call->config, &keymap, all);
    config_check_theme(call->arena, &call->config, all);
    add_all(all, &call->config_problems);
    add_all(all, &call->library->problems);
    add_all(all, &notebook->problems);
    for (size_t i = 0; i < notebook->len; i++) {
        if (notebook->at[i].state != ANCHOR_EXACT)
            add_note(&notebook->at[i], all);
    }
    if (all->len)
        qsort(all->at, all->len, sizeof *all->at, compare);
}

static void add_row(const struct verb_call *call, struct rows *rows, const struct problem *problem)
{
    arena_clear(call->scratch);
    struct cell null = cell_null();
    struct str place = problem->file;
    if (problem->line)
        place = arena_printf(call->scratch, "%.*s:%d:%d", STR_ARG(problem->file), problem->line,
                             problem->column ? problem->column : 1);
    const char *severity = problem->severity == SEVERITY_ERROR ? "error" : "warning";
    const struct cell cells[] = {
        [SEVERITY] = cell_text(str_of(severity)),
        [PLACE] = cell_text(place),
        [FILE_NAME] = cell_text(problem->file),
        [LINE] = problem->line ? cell_number((size_t)problem->line) : null,
        [COLUMN] = problem->line && problem->column ? cell_number((size_t)problem->column) : null,
        [CODE] = cell_text(str_of(problem->code)),
        [MESSAGE] = cell_text(problem->message),
    };
    struct rows_place at = {
        .file = verb_file(call, problem->file),
        .line = problem->line,
        .column = problem->column,
        .text = arena_printf(call->scratch, "%s: %.*s", severity, STR_ARG(problem->message)),
    };
    rows_add(rows, cells, &at);
}

static enum status run(struct verb_call *call)
{
    if (call->operand_count) {
        verb_fail("check: checking the quotations of a file is not known here; without FILE the "
                  "dossier is checked");
        return STATUS_FAILED;
    }
    struct problems all = {.arena = call->arena};
    enum status status = STATUS_DONE;
    collect(call, &all);
    struct rows *rows = verb_rows(call, columns, COUNT(columns));
    for (size_t i = 0; i < all.len; i++) {
        add_row(call, rows, &all.at[i]);
        if (all.at[i].severity == SEVERITY_ERROR)
            status = STATUS_NOTHING;
    }
    if (!rows_close(rows) && call->style.format == ROWS_TABLE)
        fprintf(call->out, "nothing is wrong or doubtful: %zu articles, %zu actors, %zu notes\n",
                call->library->corpus.len, call->library->tags.len, call->notebook->len);
    return status;
}

const struct verb verb_check = {
    .name = "check",
    .operands = "[OPTION…]",
    .summary = "everything wrong or doubtful in articles, tags and notes",
    .about =
        "Lists what is wrong or doubtful: articles that can't be read or that hold bytes which "
        "are\n"
        "not UTF-8, files that are passed over, mistakes in tags.yaml and in the notes, aliases\n"
        "that are common words, notes whose passage is not as it was. The status is 1 if there\n"
        "are errors, 0 if there are none, or warnings only.\n",
    .example = "dossier check --format=grep > problems && vim -q problems",
    .least = 0,
    .most = 1,
    .flags = VERB_LISTS | VERB_PLACES | VERB_NOTES | VERB_CHECKS,
    .run = run,
};
