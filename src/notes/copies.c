/* SPDX-License-Identifier: ISC */
/* A copy has the name of the file and something behind it. Some of these names nobody would choose;
 * of the others, which might as well be a colleague's, the notes decide: ids are random, so a file
 * that has those of another was made from it. */
#include "copies.h"

#include "dossier/base/memory.h"

#include <string.h>

enum name { NAME_OTHER, NAME_DOUBTFUL, NAME_SURE };

static bool holds_nocase(struct str s, struct str word)
{
    for (size_t i = 0; i + word.len <= s.len; i++) {
        if (str_eq_nocase(str_sub(s, i, i + word.len), word))
            return true;
    }
    return false;
}

static bool is_number(struct str s)
{
    long number;
    return s.len && s.len < 4 && str_number(s, &number);
}

/* What REST, which stands behind the name of a writer in the name of a file, says of the file. */
static enum name judge(struct str rest)
{
    /* Syncthing; ownCloud once */
    if (str_starts(rest, STR(".sync-conflict-")) || str_starts(rest, STR("_conflict-")))
        return NAME_SURE;
    /* "(Ben's conflicted copy 2026-11-20)", "(SFConflict …)", "(1)": Dropbox, Nextcloud, Seafile,
     * and the like; " 2": iCloud */
    bool bracket = str_starts(rest, STR(" (")) && str_ends(rest, STR(")"));
    if (bracket && (holds_nocase(rest, STR("conflict")) ||
                    is_number(str_sub(rest, strlen(" ("), rest.len - 1))))
        return NAME_SURE;
    if (str_starts(rest, STR(" ")) && is_number(str_sub(rest, 1, rest.len)))
        return NAME_SURE;
    return rest.len && strchr(" -_.(", rest.at[0]) ? NAME_DOUBTFUL : NAME_OTHER;
}

/* At least half of the notes of FILE have the ids of notes in OTHER. */
static bool shares_notes(const struct shelf_file *file, const struct shelf_file *other)
{
    size_t shared = 0, all = 0;
    for (size_t i = 0; i < file->content.notes.len; i++) {
        struct str id = file->content.notes.at[i].id;
        all += id.len > 0;
        shared += shelf_note(other, id) != NULL;
    }
    return shared && shared * 2 >= all;
}

static bool is_copy(const struct shelf_file *file, const struct shelf_file *of)
{
    if (!str_starts(file->writer, of->writer) || strcmp(file->folder, of->folder) != 0)
        return false;
    enum name name = judge(str_sub(file->writer, of->writer.len, file->writer.len));
    return name == NAME_SURE || (name == NAME_DOUBTFUL && shares_notes(file, of));
}

/* The writer of whose file FILE is a copy; of several the longest name. */
static struct str copied_from(const struct shelf_files *files, const struct shelf_file *file)
{
    struct str writer = {0};
    for (size_t i = 0; i < files->len; i++) {
        const struct shelf_file *of = files->at[i];
        if (of != file && of->writer.len > writer.len && is_copy(file, of))
            writer = of->writer;
    }
    return writer;
}

void copies_mark(struct shelf_files *files, struct str writer)
{
    for (size_t i = 0; i < files->len; i++) {
        struct shelf_file *file = files->at[i];
        file->copy_of = (struct str){0};
        if (file->own)
            continue;
        file->copy_of = copied_from(files, file);
        bool own = !file->copy_of.len && str_starts(file->writer, writer) &&
                   judge(str_sub(file->writer, writer.len, file->writer.len)) == NAME_SURE;
        if (own) /* the file itself may be gone */
            file->copy_of = writer;
    }
}
