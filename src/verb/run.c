/* SPDX-License-Identifier: ISC */
#include "dossier/verb/run.h"

#include "common.h"
#include "patience.h"

#include "dossier/load/load.h"
#include "dossier/notes/verdicts.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define TOLD 3 /* problems that any verb tells; check tells all */

static int width_of(bool terminal)
{
    long columns;
    const char *variable = getenv("COLUMNS");
    if (variable && str_number(str_of(variable), &columns) && columns > 0 && columns < INT_MAX)
        return (int)columns;
    if (!terminal)
        return INT_MAX; /* into a file or a pager nothing need be cut off */
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col)
        return size.ws_col;
    return 80;
}

static bool read_colour(const char *when, bool terminal, bool *out)
{
    const char *no = getenv("NO_COLOR"), *kind = getenv("TERM");
    if (!when || !strcmp(when, "auto"))
        *out = terminal && !(no && *no) && kind && strcmp(kind, "dumb") != 0;
    else if (!strcmp(when, "always") || !strcmp(when, "never"))
        *out = !strcmp(when, "always");
    else
        return verb_fail("--color: %s is not known; it is auto, always or never", when);
    return true;
}

/* How rows are to look; false, and told, where --format or --color makes no sense. */
static bool read_style(const struct verb_call *call, struct rows_style *style)
{
    const struct verb *verb = call->verb;
    const char *format = verb_value(call, "format");
    struct error error;
    style->terminal = isatty(STDOUT_FILENO);
    style->width = width_of(style->terminal);
    style->format = style->terminal ? ROWS_TABLE : ROWS_TSV;
    if (!read_colour(verb_value(call, "color"), style->terminal, &style->colour))
        return false;
    if (!(verb->flags & VERB_LISTS))
        return !format || verb_owns(verb, "format") ||
               verb_fail("%s: prints no rows, so it takes no --format", verb->name);
    if (format && !rows_format_read(str_of(format), &style->format, &error))
        return verb_fail("%s", error.text);
    if (style->format == ROWS_GREP && !(verb->flags & VERB_PLACES))
        return verb_fail("%s: its rows have no places in files; formats are table, tsv and jsonl",
                         verb->name);
    return true;
}

/* A text that can't be read is nothing to a verb that doesn't look into it. */
static bool is_beside_the_point(const struct verb_call *call, const struct problem *problem)
{
    return !(call->verb->flags & VERB_READS) && !call->library->single &&
           corpus_at_path(&call->library->corpus, problem->file) != ARTICLE_NONE;
}

static void tell_problems(const struct verb_call *call, const struct problems *problems)
{
    size_t told = 0, errors = 0;
    for (size_t i = 0; i < problems->len; i++) {
        const struct problem *problem = &problems->at[i];
        if (problem->severity != SEVERITY_ERROR || is_beside_the_point(call, problem))
            continue;
        errors++;
        if (told < TOLD && ++told)
            verb_tell_problem(call, problem);
    }
    if (errors > told)
        verb_tell("%zu more problem%s; dossier check lists all", errors - told,
                  errors - told == 1 ? "" : "s");
}

static void read_config(struct verb_call *call)
{
    call->config_problems.arena = call->arena;
    config_load(call->arena, &call->config, &call->config_problems);
}

static void open_notebook(struct verb_call *call, const char *folder)
{
    struct str writer = call->config.options.writer;
    struct notebook_request request = {
        .writer = arena_chars(call->arena, writer),
        .folder = folder,
    };
    call->notebook = notebook_open(call->library, &request);
    verdicts_judge(call->notebook, call->library);
}

static bool open_dossier(struct verb_call *call, const struct arguments *arguments)
{
    struct error error;
    struct progress progress = {0};
    struct load_request request = {.path = arguments->path, .no_cache = arguments->no_cache};
    patience_tell(&progress);
    call->library = library_load(&request, &progress, &error);
    patience_told();
    if (!call->library)
        return verb_fail("%s", error.text);
    read_config(call);
    if (call->verb->flags & VERB_NOTES)
        open_notebook(call, arguments->notes);
    if (call->verb->flags & VERB_CHECKS)
        return true;
    tell_problems(call, &call->config_problems);
    tell_problems(call, &call->library->problems);
    if (call->notebook)
        tell_problems(call, &call->notebook->problems);
    return true;
}

enum status run_verb(struct arena *arena, const struct verb *verb,
                     const struct arguments *arguments)
{
    struct verb_call call = {
        .arena = arena,
        .scratch = arena_new(),
        .verb = verb,
        .path = arguments->path,
        .given = arguments->given.at,
        .given_count = arguments->given.len,
        .operands = arguments->operands.at,
        .operand_count = arguments->operands.len,
        .out = stdout,
    };
    enum status status = STATUS_FAILED;
    patience_begin();
    if (read_style(&call, &call.style) &&
        (verb->flags & VERB_ALONE || open_dossier(&call, arguments)))
        status = verb->run(&call);
    if (call.library && !arguments->no_cache)
        library_keep(call.library, NULL); /* a cache that can't be written is none */
    if (call.notebook)
        notebook_close(call.notebook);
    library_free(call.library);
    arena_free(call.scratch);
    return status;
}
