/* SPDX-License-Identifier: ISC */
/* export: the notes with their passages and sources, in a form that others can open. */
#include "common.h"
#include "pick.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/export/exporters.h"
#include "dossier/text/safe.h"
#include "dossier/verb/output.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Now; or the moment that SOURCE_DATE_EPOCH names, by which the same notes give the same bytes. */
static int64_t moment_of_export(void)
{
    long seconds;
    const char *fixed = getenv("SOURCE_DATE_EPOCH");
    if (fixed && str_number(str_of(fixed), &seconds))
        return seconds;
    return (int64_t)time(NULL);
}

static bool save(const struct verb_call *call, const char *path, struct str bytes)
{
    struct error error;
    bool force = verb_value(call, "force") != NULL;
    if (!force && file_exists(path))
        return verb_fail("%s: exists; with --force it is replaced", path);
    bool ok = force ? exporters_may_replace(call->library, path, &error) &&
                          file_save(path, bytes, 0644, &error)
                    : file_create(path, bytes, 0644, &error);
    return ok || verb_fail("%s", error.text);
}

static const struct exporter *find_exporter(const struct verb_call *call)
{
    struct error error;
    const char *format = verb_value(call, "format");
    const struct exporter *exporter = exporters_find(str_of(format ? format : "markdown"), &error);
    if (!exporter)
        verb_fail("%s", error.text);
    return exporter;
}

/* What is asked for, but the notes. */
static bool read_request(const struct verb_call *call, struct export_request *request)
{
    struct error error;
    const char *by = verb_value(call, "by");
    *request = (struct export_request){.library = call->library,
                                       .now = moment_of_export(),
                                       .raw = verb_value(call, "raw") != NULL};
    return !by || exporters_by(str_of(by), &request->by, &error) ||
           verb_fail("--by: %s", error.text);
}

/* A file keeps what is in a text; a terminal would obey it. */
static void put_shown(const struct verb_call *call, struct str bytes)
{
    struct buf shown = {0};
    safe_lines(&shown, bytes);
    output_put(call->out, buf_view(&shown));
    buf_free(&shown);
}

static bool put(const struct verb_call *call, const struct exporter *exporter, struct str bytes)
{
    const char *path = verb_value(call, "output");
    if (path && strcmp(path, "-") != 0)
        return save(call, path, bytes);
    bool terminal = isatty(fileno(call->out));
    if (exporter->binary && terminal && !path)
        return verb_fail("export: %s is not for a terminal; -o notes%s writes a file",
                         exporter->name, exporter->ending);
    if (terminal && !exporter->binary)
        put_shown(call, bytes);
    else
        output_put(call->out, bytes);
    return true;
}

static bool write_notes(const struct verb_call *call, const struct exporter *exporter,
                        const struct export_request *request)
{
    struct error error;
    struct buf bytes = {0};
    bool ok = exporter->write(request, &bytes, &error) || verb_fail("export: %s", error.text);
    ok = ok && put(call, exporter, buf_view(&bytes));
    buf_free(&bytes);
    return ok;
}

static enum status run(struct verb_call *call)
{
    struct choose choose;
    struct chosen_notes chosen = {0};
    struct export_request request;
    const struct exporter *exporter = find_exporter(call);
    if (!exporter || !read_request(call, &request) || !pick_read(call, 0, &choose))
        return STATUS_FAILED;
    choose_notes(call->arena, &choose, call->notebook, verb_value(call, "private") != NULL,
                 &chosen);
    if (!chosen.len) {
        verb_tell("no note to export");
        return STATUS_NOTHING;
    }
    request.notes = chosen.at;
    request.count = chosen.len;
    return write_notes(call, exporter, &request) ? STATUS_DONE : STATUS_FAILED;
}

static const struct verb_option options[] = {
    {"format", 0, "FORMAT",
     "markdown (as it is), html, org, text, csv, jsonl, webanno, csl-json, "
     "qdpx or evidence"},
    {"by", 0, "WHAT", "group by article (as it is), actor, tag or date"},
    {"output", 'o', "FILE", "write to this file instead of standard output"},
    {"force", 0, NULL, "replace the file if it exists"},
    {"private", 0, NULL, "private notes too"},
    {"raw", 0, NULL, "csv: cells are not guarded against spreadsheets"},
    PICK_OPTIONS,
    {0},
};

const struct verb verb_export = {
    .name = "export",
    .operands = "[WORDS…] [OPTION…]",
    .summary = "the notes with passages and sources, in ten formats",
    .about =
        "Writes the notes with the passages they stand on and the sources of these, for others to\n"
        "open and check. WORDS choose among them as in notes. The file carries a mark, by which "
        "it\n"
        "is never taken for an article. dossier-export(5) tells the formats.\n",
    .example = "dossier export --format=html --by=tag -o notes.html '#guarantees'",
    .options = options,
    .least = 0,
    .most = SIZE_MAX,
    .flags = VERB_NOTES,
    .run = run,
};
