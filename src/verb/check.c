/* SPDX-License-Identifier: ISC */
/* check: everything that is wrong or doubtful in articles, tags, notes and config. */
#include "common.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/config/config_check.h"
#include "dossier/load/format.h"
#include "dossier/load/searches_file.h"
#include "dossier/notes/anchor.h"
#include "dossier/proof/proof.h"
#include "dossier/reading/body.h"
#include "dossier/reading/lexicon.h"
#include "dossier/reading/times.h"
#include "dossier/reading/twins.h"
#include "dossier/text/utf8.h"

#include <stdlib.h>
#include <string.h>

#define SHOWN 60 /* bytes of a passage */

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

/* As much of a passage as tells it from others. */
static struct str shown_of(struct str quote)
{
    return quote.len > SHOWN ? str_sub(quote, 0, utf8_start(quote, SHOWN)) : quote;
}

/* A note whose passage is not as it was: why, in words of the search for it. */
static void add_note(const struct verb_call *call, const struct note *note,
                     struct problems *problems)
{
    static const struct {
        enum severity severity;
        const char *code;
    } states[] = {
        [ANCHOR_MOVED] = {SEVERITY_WARNING, "note-moved"},
        [ANCHOR_CHANGED] = {SEVERITY_ERROR, "note-changed"},
        [ANCHOR_AMBIGUOUS] = {SEVERITY_ERROR, "note-ambiguous"},
        [ANCHOR_ORPHAN] = {SEVERITY_ERROR, "note-orphan"},
    };
    struct buf why = {0}, where = {0};
    anchor_why(call->library, note, &why);
    if (note->has_passage && note->quote.len)
        buf_printf(&where, " on “%.*s%s”", STR_ARG(shown_of(note->quote)),
                   shown_of(note->quote).len < note->quote.len ? "…" : "");
    if (note->number != ARTICLE_NONE)
        buf_printf(&where, " in %.*s", STR_ARG(note->article));
    problem_add(problems, states[note->state].severity, note->file, note->line, note->line ? 1 : 0,
                states[note->state].code, "note %.*s%.*s: %.*s", STR_ARG(note->id),
                STR_ARG(buf_view(&where)), STR_ARG(buf_view(&why)));
    buf_free(&where);
    buf_free(&why);
}

/* Two versions of one note; each names the other, and the pair is told once. */
static void add_clash(const struct note *note, struct problems *problems)
{
    if (!note->conflict.len || !note->clash.len)
        return;
    problem_add(problems, SEVERITY_ERROR, note->file, note->line, note->line ? 1 : 0,
                "note-conflict",
                "note %.*s is another version of note %.*s, which somebody else changed meanwhile; "
                "keep one of the two: dossier note keep %.*s, or dossier note keep %.*s",
                STR_ARG(note->id), STR_ARG(note->clash), STR_ARG(note->id), STR_ARG(note->clash));
}

/* A verdict that decides nothing, and why. What is overruled or disputed by others is no fault. */
static void add_verdict(const struct verb_call *call, const struct verdict *verdict,
                        struct problems *problems)
{
    const struct note *anchor = &verdict->anchor;
    struct buf why = {0};
    const char *code = "verdict-lost";
    if (verdict->standing == VERDICT_COUNTS || verdict->standing == VERDICT_OVERRULED)
        return;
    if (verdict->standing == VERDICT_DISPUTED) {
        code = "verdict-disputed";
        buf_printf(&why, "another colleague says otherwise, so none counts till you say it");
    } else if (verdict->standing == VERDICT_UNKNOWN) {
        code = "verdict-actor";
        buf_printf(&why, "tags.yaml has no actor %.*s", STR_ARG(verdict->actor));
    } else {
        anchor_why(call->library, anchor, &why);
    }
    struct str about = anchor->has_passage ? shown_of(anchor->quote) : verdict->form;
    problem_add(problems, verdict->standing == VERDICT_DISPUTED ? SEVERITY_WARNING : SEVERITY_ERROR,
                anchor->file, anchor->line, anchor->line ? 1 : 0, code,
                "verdict %.*s on %s“%.*s” is not applied: %.*s", STR_ARG(anchor->id),
                anchor->has_passage ? "" : "every ", STR_ARG(about), STR_ARG(buf_view(&why)));
    buf_free(&why);
}

/* Articles that are nearly the same, each with the earliest that it is like. */
static void add_twins(const struct verb_call *call, struct problems *problems)
{
    const struct corpus *corpus = &call->library->corpus;
    struct twins twins = {0};
    twins_find(call->arena, corpus, &twins);
    for (size_t i = 0; i < twins.len; i++) {
        const struct twin *twin = &twins.at[i];
        problem_add(problems, SEVERITY_WARNING, corpus_path(corpus, twin->article), 0, 0,
                    "near-duplicate", "it has about %d %% of its wording from %.*s", twin->percent,
                    STR_ARG(corpus_path(corpus, twin->of)));
    }
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
    struct saved_searches saved;
    struct lexicons lexicons = {0};
    config_bind(call->arena, &call->config, &keymap, all);
    config_check_theme(call->arena, &call->config, all);
    add_all(all, &call->config_problems);
    add_all(all, body_problems());
    add_all(all, times_problems());
    lexicons_open(call->arena, &lexicons, all);
    add_all(all, &call->library->problems);
    add_all(all, &notebook->problems);
    searches_read(call->arena, call->library, &saved, all);
    add_twins(call, all);
    for (size_t i = 0; i < notebook->len; i++) {
        if (notebook->at[i].state != ANCHOR_EXACT)
            add_note(call, &notebook->at[i], all);
        add_clash(&notebook->at[i], all);
    }
    for (size_t i = 0; i < notebook->verdict_len; i++)
        add_verdict(call, notebook->verdicts[i], all);
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
        .file = call->operand_count ? problem->file : verb_file(call, problem->file),
        .line = problem->line,
        .column = problem->column,
        .text = arena_printf(call->scratch, "%s: %.*s", severity, STR_ARG(problem->message)),
    };
    rows_add(rows, cells, &at);
}

/* Prints all of them; whether there is an error among them. */
static enum status print(const struct verb_call *call, const struct problems *all, size_t *count)
{
    enum status status = STATUS_DONE;
    struct rows *rows = verb_rows(call, columns, COUNT(columns));
    for (size_t i = 0; i < all->len; i++) {
        add_row(call, rows, &all->at[i]);
        if (all->at[i].severity == SEVERITY_ERROR)
            status = STATUS_NOTHING;
    }
    *count = rows_close(rows);
    return status;
}

/* "23 quotations: 21 stand, 2 do not; 5 shorter than four words": beside a table for people, else
 * where it is in no program's way. */
static void print_summary(const struct verb_call *call, const struct proof *proof)
{
    FILE *out = call->style.format == ROWS_TABLE ? call->out : stderr;
    size_t failing = proof->checked - proof->standing;
    fprintf(out, "%zu quotation%s: ", proof->checked, proof->checked == 1 ? "" : "s");
    if (!proof->checked)
        fprintf(out, "none of %d words or more", PROOF_LEAST);
    else if (!failing)
        fprintf(out, proof->checked == 1 ? "it stands" : "all stand");
    else
        fprintf(out, "%zu stand%s, %zu do%s not", proof->standing, proof->standing == 1 ? "s" : "",
                failing, failing == 1 ? "es" : "");
    if (proof->brief)
        fprintf(out, "; %zu shorter than four words, not checked", proof->brief);
    if (proof->speakers)
        fprintf(out, "; %zu with the speaker compared", proof->speakers);
    fprintf(out, "\n");
}

static enum status check_draft(struct verb_call *call)
{
    const char *path = arena_chars(call->arena, call->operands[0]);
    bool input = strcmp(path, "-") == 0;
    struct buf bytes = {0};
    struct error error = {0};
    struct proof proof;
    struct str name = input ? STR("(standard input)") : call->operands[0];
    enum status status = STATUS_FAILED;
    size_t count;
    bool ok = input ? file_read_stdin(LOAD_LARGEST, &bytes, &error)
                    : file_read_named(path, LOAD_LARGEST, &bytes, &error);
    if (ok && proof_check(call->arena, call->library, buf_view(&bytes), name, &proof, &error)) {
        status = print(call, &proof.problems, &count);
        print_summary(call, &proof);
    } else {
        verb_fail("%s", error.text);
    }
    buf_free(&bytes);
    return status;
}

static enum status run(struct verb_call *call)
{
    if (call->operand_count)
        return check_draft(call);
    struct problems all = {.arena = call->arena};
    size_t count;
    collect(call, &all);
    enum status status = print(call, &all, &count);
    if (!count && call->style.format == ROWS_TABLE)
        fprintf(call->out, "nothing is wrong or doubtful: %zu articles, %zu actors, %zu notes\n",
                call->library->corpus.len, call->library->tags.len, call->notebook->len);
    return status;
}

const struct verb verb_check = {
    .name = "check",
    .operands = "[FILE]",
    .summary = "everything wrong or doubtful in articles, tags and notes; or a draft's quotations",
    .about =
        "Lists what is wrong or doubtful: articles that can't be read or that hold bytes which "
        "are\n"
        "not UTF-8, files that are passed over, mistakes in tags.yaml and in the notes, aliases\n"
        "that are common words, articles that are nearly the same as an earlier one, notes whose\n"
        "passage is not as it was, with the reason, verdicts on mentions that are not applied.\n"
        "\n"
        "With FILE (- is standard input), a draft in Markdown, HTML, Org or plain text, or an\n"
        "export, it proves that each quotation of four words or more stands word for word in the\n"
        "articles, and lists those that do not, with what differs; […] and [W]e are understood,\n"
        "speaker, date and article are compared where the draft names them. FILE itself and its\n"
        "copies are never a source. See dossier-check(5).\n"
        "\n"
        "The status is 1 if there are errors, 0 if there are none, or warnings only.\n",
    .example = "dossier check --format=grep draft.md > problems; vim -q problems",
    .least = 0,
    .most = 1,
    .flags = VERB_LISTS | VERB_PLACES | VERB_NOTES | VERB_CHECKS,
    .run = run,
};
