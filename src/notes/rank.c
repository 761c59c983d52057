/* SPDX-License-Identifier: ISC */
/* A writer may have notes in several files: some made while the folder of the dossier could not be
 * written, some private. Of the versions of one note the latest counts; a deletion is a version
 * too. */
#include "rank.h"

#include "versions.h"

bool rank_is_read(const struct shelf_file *file)
{
    return file->readable && !file->copy_of.len;
}

/* The version A of a note, in file F, counts before B, in G. At the same moment what lives counts
 * before what does not, and what is private is not shown as if it were not. */
static bool outranks(const struct notebook *notebook, const struct shelf_file *f,
                     const struct note *a, const struct shelf_file *g, const struct note *b)
{
    int64_t of_a = version_moment(a), of_b = version_moment(b);
    if (of_a != of_b)
        return of_a > of_b;
    if (!a->deleted != !b->deleted)
        return !a->deleted;
    if (f->is_private != g->is_private)
        return f->is_private;
    return (f->folder == notebook->folder) > (g->folder == notebook->folder);
}

struct rank rank_begin(const struct notebook *notebook, const struct shelf_file *file)
{
    struct rank rank = {.notebook = notebook, .file = file};
    const struct shelf_files *files = notebook->files;
    for (size_t i = 0; i < files->len && rank.count < RANK_SIBLINGS; i++) {
        const struct shelf_file *other = files->at[i];
        if (other != file && rank_is_read(other) && str_eq(other->writer, file->writer))
            rank.siblings[rank.count++] = other;
    }
    return rank;
}

const struct note *rank_above(const struct rank *rank, const struct note *note)
{
    for (size_t i = 0; i < rank->count; i++) {
        const struct note *other = shelf_note(rank->siblings[i], note->id);
        if (other && outranks(rank->notebook, rank->siblings[i], other, rank->file, note))
            return other;
    }
    return NULL;
}

const struct note *rank_own(const struct notebook *notebook, struct str id)
{
    const struct shelf_file *from = NULL;
    const struct note *best = NULL;
    for (size_t i = 0; i < notebook->files->len; i++) {
        const struct shelf_file *file = notebook->files->at[i];
        const struct note *note = file->own && rank_is_read(file) ? shelf_note(file, id) : NULL;
        if (note && (!best || outranks(notebook, file, note, from, best))) {
            best = note;
            from = file;
        }
    }
    return best;
}
