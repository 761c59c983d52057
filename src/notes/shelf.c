/* SPDX-License-Identifier: ISC */
/* Each file is read once and then only when it looks other than it did. What came of it lives in an
 * arena of its own, so that reading one anew costs the others nothing. */
#include "shelf.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/model/tags.h"
#include "dossier/yaml/read.h"
#include "places.h"
#include "verdict_content.h"
#include "versions.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct names {
    const char **at;
    size_t len, cap;
};

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The notes files in FOLDER, in order. False, with errno, where it is there and can't be listed
 * whole. */
static bool list_files(struct arena *arena, const char *folder, struct names *out)
{
    DIR *open = opendir(folder);
    if (!open)
        return errno == ENOENT || errno == ENOTDIR;
    const struct dirent *entry;
    while (errno = 0, (entry = readdir(open))) {
        if (entry->d_name[0] != '.' && str_ends(str_of(entry->d_name), STR(".yaml")))
            *vec_add(arena, out) = arena_chars(arena, str_of(entry->d_name));
    }
    int failure = errno;
    closedir(open);
    if (out->len)
        qsort(out->at, out->len, sizeof *out->at, compare_names);
    errno = failure;
    return !failure;
}

/* What is known of a folder that can't be listed stays known, and it is told. */
static void report_folder(struct notebook *notebook, const char *folder, size_t count,
                          struct shelf_files *kept)
{
    struct shelf_files *files = notebook->files;
    problem_add(&files->of_folders, SEVERITY_ERROR, str_of(folder), 0, 0, "unreadable",
                "the notes in it may be others than are shown: it can't be listed: %s",
                strerror(errno));
    for (size_t i = 0; i < count; i++) {
        if (!strcmp(files->at[i]->folder, folder))
            *vec_add(NULL, kept) = files->at[i];
    }
}

void shelf_open(struct notebook *notebook, const struct library *library)
{
    notebook->files = arena_one(notebook->arena, struct shelf_files);
    notebook->files->library = library;
    notebook->files->now = (int64_t)time(NULL);
    notebook->files->gathered = arena_new();
    notebook->files->of_copies.arena = notebook->arena;
}

static void empty_file(struct shelf_file *file)
{
    if (file->arena)
        arena_free(file->arena);
    buf_free(&file->source);
    ids_free(&file->ids);
}

void shelf_close(struct notebook *notebook)
{
    struct shelf_files *files = notebook->files;
    for (size_t i = 0; i < files->len; i++)
        empty_file(files->at[i]);
    arena_free(files->gathered);
    ids_free(&files->ids);
    vec_free(files);
}

/* The sentence of ERROR without the PATH that it begins with, which the problem names. */
static const char *sentence(const struct error *error, const char *path)
{
    size_t len = strlen(path);
    bool named = !strncmp(error->text, path, len) && !strncmp(error->text + len, ": ", 2);
    return named ? error->text + len + 2 : error->text;
}

/* One without content yet. */
static struct shelf_file *new_file(struct notebook *notebook, const char *folder, const char *name)
{
    struct shelf_file *file = arena_one(notebook->arena, struct shelf_file);
    struct str stem = str_sub(str_of(name), 0, strlen(name) - strlen(".yaml"));
    file->folder = folder;
    file->path = path_join(notebook->arena, folder, name);
    file->writer = arena_str(notebook->arena, stem);
    file->shown = places_shown(notebook, folder, file->writer);
    file->own = str_is(file->writer, notebook->writer);
    file->is_private = places_is_secret(notebook, folder);
    file->readable = true;
    file->arena = arena_new();
    file->problems.arena = file->arena;
    return file;
}

/* What the bytes of SOURCE say, into FILE, which has none of it yet. */
static void parse(struct shelf_file *file, struct anchor_finder *finder)
{
    struct note_list *notes = &file->content.notes;
    file->readable = notes_read(file->arena, buf_view(&file->source), file->shown, file->writer,
                                &file->content, &file->problems);
    for (size_t i = 0; i < notes->len; i++)
        notes->at[i].is_private = file->is_private;
    /* what lives first: the search as a whole has bounds */
    for (size_t i = 0; i < notes->len * 2; i++) {
        struct note *note = &notes->at[i % notes->len];
        if (!note->deleted == (i < notes->len))
            anchor_find(finder, file->arena, note);
    }
    verdict_anchor_all(file->arena, finder, &file->content);
    ids_build(&file->ids, notes->at, notes->len);
}

struct note *shelf_note(const struct shelf_file *file, struct str id)
{
    size_t step = 0;
    uint32_t place = id.len ? ids_find(&file->ids, file->content.notes.at, id, &step) : IDS_NONE;
    return place == IDS_NONE ? NULL : &file->content.notes.at[place];
}

static bool same_checks(const struct notes_content *a, const struct notes_content *b)
{
    bool same = a->checks.len == b->checks.len;
    for (size_t i = 0; same && i < a->checks.len; i++)
        same = str_eq(a->checks.at[i].id, b->checks.at[i].id) &&
               a->checks.at[i].on == b->checks.at[i].on;
    return same;
}

static bool same_content(const struct shelf_file *a, const struct shelf_file *b)
{
    size_t there = 0;
    for (size_t i = 0; i < a->content.notes.len; i++)
        there += a->content.notes.at[i].id.len > 0;
    bool same = there == b->content.notes.len && a->problems.len == b->problems.len &&
                a->readable == b->readable && same_checks(&a->content, &b->content) &&
                verdict_same_all(&a->content, &b->content);
    for (size_t i = 0; same && i < b->content.notes.len; i++) {
        const struct note *note = &b->content.notes.at[i], *other = shelf_note(a, note->id);
        same = other && version_same(note, other);
    }
    return same;
}

static void report_unreadable(struct shelf_file *file, const struct error *error)
{
    file->readable = false;
    problem_add(&file->problems, SEVERITY_ERROR, file->shown, 0, 0, "unreadable", "%s",
                sentence(error, file->path));
}

bool shelf_reload(struct shelf_file *file, struct anchor_finder *finder)
{
    /* looked at before it is read: what changes between the two is seen the next time */
    struct look look = look_at(file->path);
    struct shelf_file fresh = *file;
    struct error error;
    fresh.source = (struct buf){0};
    bool ok = file_read(file->path, YAML_LARGEST, &fresh.source, &error);
    if (ok && file->look.there && file->readable && !file->altered &&
        str_eq(buf_view(&fresh.source), buf_view(&file->source))) {
        buf_free(&fresh.source);
        file->look = look;
        return false;
    }
    fresh.arena = arena_new();
    fresh.content = (struct notes_content){0};
    fresh.ids = (struct ids){0};
    memset(&fresh.due, 0, sizeof fresh.due);
    fresh.problems = (struct problems){.arena = fresh.arena};
    if (ok)
        parse(&fresh, finder);
    else
        report_unreadable(&fresh, &error);
    bool same = file->look.there && same_content(file, &fresh);
    fresh.look = look;
    fresh.altered = false;
    file->look = look;
    empty_file(same ? &fresh : file);
    if (!same)
        *file = fresh;
    return !same;
}

/* The file at PATH among the first COUNT. */
static struct shelf_file *known_file(const struct shelf_files *files, size_t count,
                                     const char *path)
{
    for (size_t i = 0; i < count; i++) {
        if (files->at[i] && !strcmp(files->at[i]->path, path))
            return files->at[i];
    }
    return NULL;
}

struct shelf_file *shelf_own(struct notebook *notebook, bool is_private)
{
    struct shelf_files *files = notebook->files;
    const char *folder = is_private ? notebook->secret : notebook->folder;
    if (!folder)
        return NULL;
    struct arena *arena = arena_new();
    const char *path = places_file(arena, notebook, folder);
    struct shelf_file *file = known_file(files, files->len, path);
    if (!file) {
        file = new_file(notebook, folder, arena_chars(arena, path_base(str_of(path))));
        *vec_add(NULL, files) = file;
    }
    arena_free(arena);
    return file;
}

void shelf_put(struct shelf_file *file, struct anchor_finder *finder, const struct note *note)
{
    struct note copy = note_copy(file->arena, note);
    struct note *old = shelf_note(file, copy.id);
    copy.file = file->shown;
    copy.by = file->writer;
    copy.line = 0;
    copy.is_private = file->is_private;
    copy.clash = (struct str){0};
    copy.checked_count = 0;
    anchor_find(finder, file->arena, &copy);
    file->altered = true;
    if (old) {
        *old = copy;
        return;
    }
    *vec_add(file->arena, &file->content.notes) = copy;
    ids_add(&file->ids, file->content.notes.at, (uint32_t)file->content.notes.len - 1);
}

/* Reads what is new or other in FOLDER, and adds its files to KEPT. */
static bool read_folder(struct notebook *notebook, const char *folder, size_t count,
                        struct anchor_finder *finder, struct shelf_files *kept)
{
    struct shelf_files *files = notebook->files;
    struct arena *arena = arena_new();
    struct names names = {0};
    bool other = false;
    bool listed = list_files(arena, folder, &names);
    if (!listed)
        report_folder(notebook, folder, count, kept);
    for (size_t i = 0; i < names.len && listed; i++) {
        const char *path = path_join(arena, folder, names.at[i]);
        struct shelf_file *file = known_file(files, count, path);
        bool known = file != NULL;
        struct look look = look_at(path);
        if (!known)
            file = new_file(notebook, folder, names.at[i]);
        if (!known || !file->look.sure || !look_same(&look, &file->look))
            other |= shelf_reload(file, finder);
        *vec_add(NULL, kept) = file;
    }
    arena_free(arena);
    return other;
}

/* FOLDERS[WHICH] is one of those before it by another name. */
static bool is_repeated(struct arena *arena, const char *const *folders, size_t which)
{
    const char *real = path_real(arena, folders[which]);
    for (size_t i = 0; i < which; i++) {
        if (folders[i] && !strcmp(real, path_real(arena, folders[i])))
            return true;
    }
    return false;
}

/* Forgets the files that KEPT does not have, and takes its order. True if there was one. */
static bool keep(struct shelf_files *files, struct shelf_files *kept)
{
    bool gone = false;
    for (size_t i = 0; i < files->len; i++) {
        struct shelf_file *file = files->at[i];
        if (known_file(kept, kept->len, file->path) == file)
            continue;
        gone |= file->look.there;
        empty_file(file);
    }
    vec_free(files);
    files->at = kept->at;
    files->len = kept->len;
    files->cap = kept->cap;
    return gone;
}

bool shelf_read(struct notebook *notebook)
{
    const char *const folders[] = {notebook->beside, notebook->named, notebook->apart,
                                   notebook->secret};
    struct shelf_files *files = notebook->files, kept = {0};
    struct anchor_finder *finder = anchor_finder_new(files->library);
    struct arena *arena = arena_new();
    bool other = files->of_folders.len > 0;
    files->of_folders = (struct problems){.arena = notebook->arena};
    for (size_t i = 0; i < COUNT(folders); i++) {
        if (folders[i] && !is_repeated(arena, folders, i))
            other |= read_folder(notebook, folders[i], files->len, finder, &kept);
    }
    other |= keep(files, &kept) || files->of_folders.len > 0;
    arena_free(arena);
    anchor_finder_free(finder);
    for (size_t i = 0; i < files->len; i++) {
        const struct shelf_file *file = files->at[i];
        if (file->own && !file->readable && file->folder == notebook->folder &&
            notebook->folder != notebook->apart)
            places_move_apart(notebook,
                              arena_printf(notebook->arena, "%s has an error", file->path));
    }
    return other;
}
