/* SPDX-License-Identifier: ISC */
/* A file of notes on disk, for tests of reading and saving it. */
#ifndef DOSSIER_TESTS_SHELF_H
#define DOSSIER_TESTS_SHELF_H

#include "dossier/base/memory.h"
#include "dossier/notes/notes_file.h"
#include "folder.h"

struct shelf {
    struct arena *arena;
    const char *folder, *path;
};

static inline struct shelf begin(void)
{
    struct shelf shelf = {.arena = arena_new()};
    shelf.folder = folder_make(shelf.arena);
    shelf.path = path_join(shelf.arena, shelf.folder, "anna.yaml");
    return shelf;
}

static inline void end(struct shelf *shelf)
{
    folder_remove(shelf->folder);
    arena_free(shelf->arena);
}

static inline struct str content(const struct shelf *shelf)
{
    struct buf bytes = {0};
    struct error error = {0};
    cr_assert(file_read(shelf->path, (size_t)1 << 30, &bytes, &error), "%s", error.text);
    struct str copy = arena_str(shelf->arena, buf_view(&bytes));
    buf_free(&bytes);
    return copy;
}

static inline void check_content(const struct shelf *shelf, const char *expected)
{
    cr_expect(str_is(content(shelf), expected), "found:\n%s\nexpected:\n%s", content(shelf).at,
              expected);
}

static inline struct note_list read_source(struct arena *arena, struct str source, bool *ok,
                                           struct problems *problems)
{
    struct notes_content list = {0};
    *problems = (struct problems){.arena = arena};
    *ok = notes_read(arena, source, STR("notes/anna.yaml"), STR("anna"), &list, problems);
    return list.notes;
}

static inline void write_note(const struct shelf *shelf, const struct note *note)
{
    struct error error = {0};
    cr_assert(notes_write(shelf->path, &(struct notes_change){.note = *note}, 1, NULL, &error),
              "%s", error.text);
}

#endif
