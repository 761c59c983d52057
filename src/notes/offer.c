/* SPDX-License-Identifier: ISC */
#include "offer.h"

#include "dossier/base/memory.h"
#include "gather.h"
#include "take.h"

#include <string.h>

static void tell_own(struct problems *problems, const struct notes_copy *copy)
{
    if (!copy->differ)
        problem_add(problems, SEVERITY_WARNING, copy->file, 0, 0, "conflict-copy",
                    "a file-syncing service left this copy of your notes; nothing in it differs "
                    "from them, so it can be deleted");
    else
        problem_add(problems, SEVERITY_WARNING, copy->file, 0, 0, "conflict-copy",
                    "a file-syncing service left this copy of your notes, and %zu in it differ%s "
                    "from them: dossier notes import FILE takes them in, or :take-in in the reader",
                    copy->differ, copy->differ == 1 ? "s" : "");
}

static void tell_others(struct problems *problems, const struct shelf_file *file)
{
    problem_add(problems, SEVERITY_WARNING, file->shown, 0, 0, "conflict-copy",
                "a file-syncing service left this copy of %.*s's notes; it is not read, and only "
                "%.*s can take it in",
                STR_ARG(file->copy_of), STR_ARG(file->copy_of));
}

static void list_copy(struct notebook *notebook, const struct shelf_file *file)
{
    const struct note_list *notes = &file->content.notes;
    int64_t common = take_common(notebook, notes->at, notes->len);
    notebook->copies = vec_room(notebook->arena, notebook->copies, &notebook->copy_cap,
                                notebook->copy_len, sizeof *notebook->copies);
    struct notes_copy *copy = &notebook->copies[notebook->copy_len++];
    *copy = (struct notes_copy){
        .path = file->path,
        .file = file->shown,
        .differ = take_differ(notebook, notes->at, notes->len, common),
    };
    tell_own(&notebook->files->of_copies, copy);
}

void offer_copies(struct notebook *notebook)
{
    struct shelf_files *files = notebook->files;
    notebook->copy_len = 0;
    files->of_copies.len = 0;
    for (size_t i = 0; i < files->len; i++) {
        const struct shelf_file *file = files->at[i];
        if (str_is(file->copy_of, notebook->writer))
            list_copy(notebook, file);
        else if (file->copy_of.len)
            tell_others(&files->of_copies, file);
    }
    gather_problems(notebook);
}

bool notebook_take_copy(struct notebook *notebook, const struct library *library, size_t number,
                        struct taken *taken, struct error *error)
{
    *taken = (struct taken){0};
    notebook->files->library = library;
    struct shelf_files *files = notebook->files;
    const struct shelf_file *copy = NULL;
    for (size_t i = 0; i < files->len && number < notebook->copy_len; i++) {
        if (!strcmp(files->at[i]->path, notebook->copies[number].path))
            copy = files->at[i];
    }
    if (!copy)
        return error_set(error, "that copy of your notes is not there any more");
    const struct note_list *notes = &copy->content.notes;
    int64_t common = take_common(notebook, notes->at, notes->len);
    bool ok = take_notes(notebook, notes->at, notes->len, common, taken, error);
    offer_copies(notebook);
    return ok;
}
