/* SPDX-License-Identifier: ISC */
/* One object a line: what the listing `notes` prints, for programs. */
#include "dossier/export/note_row.h"
#include "formats.h"
#include "groups.h"

static bool write_jsonl(const struct export_request *request, struct buf *out, struct error *error)
{
    (void)error;
    struct arena *arena = arena_new(), *scratch = arena_new();
    const struct note *const *notes = groups_order(arena, request);
    for (size_t i = 0; i < request->count; i++) {
        struct note_row row;
        arena_clear(scratch);
        note_row_make(scratch, request->library, notes[i], &row);
        note_row_json(notes[i], &row, out);
        buf_char(out, '\n');
    }
    arena_free(scratch);
    arena_free(arena);
    return true;
}

const struct exporter exporter_jsonl = {"jsonl", "one object a line, as the listing notes has it",
                                        ".jsonl", false, write_jsonl};
