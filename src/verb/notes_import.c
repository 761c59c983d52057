/* SPDX-License-Identifier: ISC */
#include "notes_import.h"

#include "common.h"

#include "dossier/base/file.h"
#include "dossier/export/importers.h"
#include "dossier/text/safe.h"
#include "dossier/verb/output.h"

#include <string.h>

#define LARGEST ((size_t)256 << 20) /* bytes of a file that is taken in */

static void tell_problems(const struct verb_call *call, const struct problems *problems)
{
    for (size_t i = 0; i < problems->len; i++)
        verb_tell_problem(call, &problems->at[i]);
}

/* Reads BYTES, as whatever they are, and takes the notes in. */
static bool take_in(struct verb_call *call, struct str bytes, struct str file, struct taken *taken)
{
    struct error error;
    struct imported imported = {.arena = call->arena, .problems = {.arena = call->arena}};
    const struct importer *importer = importers_find(bytes, &error);
    if (!importer || !importer->read(call->library, bytes, file, &imported, &error))
        return verb_fail("%.*s: %s", STR_ARG(file), error.text);
    tell_problems(call, &imported.problems);
    return notebook_take(call->notebook, call->library, imported.notes, imported.len, taken,
                         &error) ||
           verb_fail("%.*s: %s", STR_ARG(file), error.text);
}

/* The notebook's number of the copy of the own file that a file-syncing service left as PATH; the
 * number of copies where it is none. */
static size_t copy_at(const struct verb_call *call, const char *path)
{
    const struct notebook *notebook = call->notebook;
    const char *real = path_real(call->arena, path);
    size_t i = 0;
    while (i < notebook->copy_len &&
           strcmp(path_real(call->arena, notebook->copies[i].path), real) != 0)
        i++;
    return i;
}

static bool import_file(struct verb_call *call, struct str name, struct taken *taken)
{
    struct error error;
    struct buf bytes = {0};
    const char *path = arena_chars(call->arena, name);
    size_t copy = copy_at(call, path);
    if (copy < call->notebook->copy_len)
        return notebook_take_copy(call->notebook, call->library, copy, taken, &error) ||
               verb_fail("%.*s: %s", STR_ARG(name), error.text);
    bool ok = file_read_named(path, LARGEST, &bytes, &error) || verb_fail("%s", error.text);
    ok = ok && take_in(call, arena_str(call->arena, buf_view(&bytes)), name, taken);
    buf_free(&bytes);
    return ok;
}

static void print_taken(const struct verb_call *call, struct str name, const struct taken *taken)
{
    struct buf line = {0};
    safe_line(&line, name);
    buf_printf(&line, ": %zu added, %zu changed, %zu already here", taken->added, taken->changed,
               taken->same);
    if (taken->clashed)
        buf_printf(&line, ", %zu in conflict: dossier notes is:conflict lists them",
                   taken->clashed);
    buf_char(&line, '\n');
    output_put(call->out, buf_view(&line));
    buf_free(&line);
}

enum status notes_import(struct verb_call *call)
{
    if (call->operand_count < 2) {
        verb_fail("notes import: the FILE is missing");
        return STATUS_FAILED;
    }
    for (size_t i = 1; i < call->operand_count; i++) {
        struct taken taken = {0};
        if (!import_file(call, call->operands[i], &taken))
            return STATUS_FAILED;
        print_taken(call, call->operands[i], &taken);
    }
    return STATUS_DONE;
}
