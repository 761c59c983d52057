/* SPDX-License-Identifier: ISC */
/* A notes file itself: a colleague's that came by mail, or the copy that a conflict left. */
#include "dossier/base/file.h"
#include "dossier/notes/notes_file.h"
#include "import.h"
#include "importers_own.h"

static bool read_yaml(const struct library *library, struct str bytes, struct str file,
                      struct imported *out, struct error *error)
{
    struct import import;
    struct notes_content content = {0};
    size_t before = out->problems.len;
    struct str writer = path_base(file);
    if (str_ends(writer, STR(".yaml")))
        writer.len -= 5;
    import_begin(&import, library, file, out);
    if (!notes_read(out->arena, arena_str(out->arena, bytes), file, writer, &content,
                    &out->problems))
        return error_set(error, "%.*s",
                         STR_ARG(out->problems.len > before ? out->problems.at[before].message
                                                            : STR("this is no notes file")));
    size_t deleted = 0;
    for (size_t i = 0; i < content.notes.len; i++) {
        const struct note *note = &content.notes.at[i];
        if (note->deleted)
            deleted++;
        else
            *import_add(&import) = *note;
    }
    if (deleted)
        import_warn(&import, 0, "not-imported", "%zu deleted %s in it; none is deleted here",
                    deleted, deleted == 1 ? "note is" : "notes are");
    if (content.checks.len)
        import_warn(&import, 0, "not-imported",
                    "what its writer checked of others' notes is not taken in");
    return true;
}

/* A line of BYTES begins with WORD. */
static bool has_line(struct str bytes, struct str word)
{
    for (ptrdiff_t at = 0; (at = str_find(bytes, word, (size_t)at)) >= 0; at++) {
        if (at == 0 || bytes.at[at - 1] == '\n')
            return true;
    }
    return false;
}

static bool knows_yaml(struct str bytes)
{
    struct str begin = import_opening(bytes);
    return begin.len && begin.at[0] != '{' && begin.at[0] != '[' && begin.at[0] != '<' &&
           has_line(begin, STR("notes:"));
}

const struct importer importer_yaml = {"yaml", "a notes file of this program", knows_yaml,
                                       read_yaml};
