/* SPDX-License-Identifier: ISC */
/* A writer may have notes in two places, some made while the folder of the dossier could not be
 * written. Of two versions of one note the later counts; a deletion is a version too. */
#include "shelf.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/notes/notes_file.h"
#include "dossier/yaml/read.h"
#include "places.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

struct version {
    struct note *note;
    bool written_to; /* it comes from the folder that notes are written to */
};

struct versions {
    struct version *at;
    size_t len, cap;
};

struct names {
    const char **at;
    size_t len, cap;
};

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The notes files in FOLDER, in order. */
static void list_files(struct arena *arena, const char *folder, struct names *out)
{
    DIR *open = opendir(folder);
    if (!open)
        return;
    for (const struct dirent *entry; (entry = readdir(open));) {
        if (entry->d_name[0] != '.' && str_ends(str_of(entry->d_name), STR(".yaml")))
            *vec_add(arena, out) = arena_chars(arena, str_of(entry->d_name));
    }
    closedir(open);
    if (out->len)
        qsort(out->at, out->len, sizeof *out->at, compare_names);
}

/* The sentence of ERROR without the PATH that it begins with, which the problem names. */
static const char *sentence(const struct error *error, const char *path)
{
    size_t len = strlen(path);
    bool named = !strncmp(error->text, path, len) && !strncmp(error->text + len, ": ", 2);
    return named ? error->text + len + 2 : error->text;
}

static bool read_file(struct notebook *notebook, const char *folder, const char *name,
                      struct notes_content *out)
{
    struct arena *arena = notebook->arena;
    const char *path = path_join(arena, folder, name);
    struct str writer = arena_str(arena, str_sub(str_of(name), 0, strlen(name) - strlen(".yaml")));
    struct str shown = places_shown(notebook, folder, writer);
    struct buf source = {0};
    struct error error;
    bool ok = file_read(path, YAML_LARGEST, &source, &error);
    if (!ok)
        problem_add(&notebook->problems, SEVERITY_ERROR, shown, 0, 0, "unreadable", "%s",
                    sentence(&error, path));
    else
        ok = notes_read(arena, arena_str(arena, buf_view(&source)), shown, writer, out,
                        &notebook->problems);
    buf_free(&source);
    return ok;
}

/* Reads the files of FOLDER. False if this user's own is not right. */
static bool read_folder(struct notebook *notebook, const char *folder, struct notes_content *out)
{
    struct names names = {0};
    bool ok = true;
    list_files(notebook->arena, folder, &names);
    for (size_t i = 0; i < names.len; i++) {
        bool read = read_file(notebook, folder, names.at[i], out);
        struct str writer = str_sub(str_of(names.at[i]), 0, strlen(names.at[i]) - strlen(".yaml"));
        if (!read && str_is(writer, notebook->writer))
            ok = false;
    }
    return ok;
}

static int64_t moment_of(const struct note *note)
{
    return note->deleted > note->modified ? note->deleted : note->modified;
}

static int compare_ids(const struct note *a, const struct note *b)
{
    int order = str_cmp(a->id, b->id);
    return order ? order : str_cmp(a->by, b->by);
}

/* Versions of one note stand together, the one that counts first. */
static int compare_versions(const void *a, const void *b)
{
    const struct version *x = a, *y = b;
    int order = compare_ids(x->note, y->note);
    int64_t of_x = moment_of(x->note), of_y = moment_of(y->note);
    if (!order)
        order = (of_x < of_y) - (of_x > of_y);
    return order ? order : y->written_to - x->written_to;
}

static void add_versions(struct notebook *notebook, const struct note_list *list, bool written_to,
                         struct versions *out)
{
    for (size_t i = 0; i < list->len; i++)
        *vec_add(notebook->arena, out) = (struct version){&list->at[i], written_to};
}

void shelf_read(struct notebook *notebook)
{
    const char *const folders[] = {notebook->beside, notebook->named, notebook->apart};
    struct notes_content lists[COUNT(folders)] = {0};
    for (size_t i = 0; i < COUNT(folders); i++) {
        if (folders[i] && !read_folder(notebook, folders[i], &lists[i]) &&
            folders[i] == notebook->folder && folders[i] != notebook->apart)
            places_move_apart(notebook,
                              arena_printf(notebook->arena, "%s has an error",
                                           places_file(notebook->arena, notebook, folders[i])));
    }
    struct versions versions = {0};
    for (size_t i = 0; i < COUNT(folders); i++)
        add_versions(notebook, &lists[i].notes, folders[i] == notebook->folder, &versions);
    if (versions.len)
        qsort(versions.at, versions.len, sizeof *versions.at, compare_versions);
    for (size_t i = 0; i < versions.len; i++) {
        const struct note *note = versions.at[i].note;
        bool counts = i == 0 || compare_ids(versions.at[i - 1].note, note) != 0;
        if (counts && !note->deleted)
            *vec_add(notebook->arena, notebook) = *note;
    }
}
