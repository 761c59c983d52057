/* SPDX-License-Identifier: ISC */
/* export: the notes with their passages and sources, in a form that others can open. */
#include "common.h"
#include "pick.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/export/exporters.h"
#include "dossier/verb/output.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

struct chosen {
    const struct note **at;
    size_t len, cap;
};

/* Now; or the moment that SOURCE_DATE_EPOCH names, by which the same notes give the same bytes. */
static int64_t moment_of_export(void)
{
    long seconds;
    const char *fixed = getenv("SOURCE_DATE_EPOCH");
    if (fixed && str_number(str_of(fixed), &seconds))
        return seconds;
    return (int64_t)time(NULL);
}

static bool choose(const struct verb_call *call, struct chosen *chosen)
{
    struct pick pick;
    if (!pick_read(call, &pick))
        return false;
    for (size_t i = 0; i < call->notebook->len; i++) {
        if (pick_takes(&pick, &call->notebook->at[i]))
            *vec_add(call->arena, chosen) = &call->notebook->at[i];
    }
    return true;
}

static bool save(const struct verb_call *call, const char *path, struct str bytes)
{
    struct error error;
    bool force = verb_value(call, "force") != NULL;
    if (!force && file_exists(path))
        return verb_fail("%s: exists; with --force it is replaced", path);
    bool ok = force ? file_save(path, bytes, 0644, &error) : file_create(path, bytes, 0644, &error);
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

static enum status run(struct verb_call *call)
{
    struct chosen chosen = {0};
    const char *path = verb_value(call, "output");
    const struct exporter *exporter = find_exporter(call);
    if (!exporter || !choose(call, &chosen))
        return STATUS_FAILED;
    if (!chosen.len) {
        verb_tell("no note to export");
        return STATUS_NOTHING;
    }
    struct buf bytes = {0};
    struct error error;
    bool ok = exporter->write(
        &(struct export_request){
            .library = call->library,
            .notes = chosen.at,
            .count = chosen.len,
            .now = moment_of_export(),
        },
        &bytes, &error);
    if (!ok)
        verb_fail("%s", error.text);
    else if (path && strcmp(path, "-") != 0)
        ok = save(call, path, buf_view(&bytes));
    else
        output_put(call->out, buf_view(&bytes));
    buf_free(&bytes);
    return ok ? STATUS_DONE : STATUS_FAILED;
}

static const struct verb_option options[] = {
    {"format", 0, "FORMAT", "markdown (as it is), html or webanno (W3C Web Annotation)"},
    {"output", 'o', "FILE", "write to this file instead of standard output"},
    {"force", 0, NULL, "replace the file if it exists"},
    PICK_OPTIONS,
    {0},
};

const struct verb verb_export = {
    .name = "export",
    .operands = "[OPTION…]",
    .summary = "the notes with passages and sources: markdown, html, webanno",
    .about =
        "Writes the notes with the passages they stand on and the sources of these, for others to\n"
        "open and check. The file carries a mark, by which it is never taken for an article.\n",
    .example = "dossier export --format=html -o notes.html",
    .options = options,
    .least = 0,
    .most = 0,
    .flags = VERB_NOTES,
    .run = run,
};
