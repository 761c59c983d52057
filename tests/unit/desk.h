/* SPDX-License-Identifier: ISC */
/* A dossier on disk with notes, for tests of the notebook. */
#ifndef DOSSIER_TESTS_DESK_H
#define DOSSIER_TESTS_DESK_H

#include "dossier/base/memory.h"
#include "dossier/notes/anchor.h"
#include "dossier/notes/notebook.h"
#include "folder.h"
#include "small.h"

static const char tags[] = "actors:\n  - {id: ada-berg, name: Ada Berg, kind: person}\n";

/* A dossier in a folder of its own, the user's data in another. */
struct desk {
    struct arena *arena;
    struct library *library;
    const char *folder, *data;
};

static inline struct desk begin(void)
{
    static const struct small_article articles[] = {
        {.path = "a.txt", .text = "The bridge is old. The bridge is shut."},
        {.path = "b.txt", .text = "Ada Berg pays."},
    };
    struct desk desk = {.arena = arena_new()};
    desk.folder = folder_make(desk.arena);
    desk.data = folder_make(desk.arena);
    setenv("XDG_DATA_HOME", desk.data, 1);
    desk.library = small_library(tags, articles, COUNT(articles));
    desk.library->folder = desk.folder;
    return desk;
}

static inline void end(struct desk *desk)
{
    library_free(desk->library);
    folder_remove(desk->folder);
    folder_remove(desk->data);
    arena_free(desk->arena);
}

static inline struct notebook *open_as(const struct desk *desk, const char *writer)
{
    return notebook_open(desk->library, &(struct notebook_request){.writer = writer});
}

/* A note by NOTEBOOK's writer on the bytes START to END of article NUMBER. */
static inline struct note add(const struct desk *desk, struct notebook *notebook, uint32_t number,
                              uint32_t start, uint32_t end_, const char *text)
{
    struct note note = {.text = str_of(text), .created = 1000, .modified = 1000};
    struct error error = {0};
    anchor_make(desk->arena, desk->library, number, (struct span){start, end_}, STR("stored"),
                &note);
    cr_assert(notebook_put(notebook, desk->library, &note, 1, &error), "%s", error.text);
    return note;
}

static inline struct str content(const struct desk *desk, const char *folder, const char *name)
{
    struct buf bytes = {0};
    if (!file_read(path_join(desk->arena, folder, name), (size_t)1 << 20, &bytes, NULL))
        return (struct str){0};
    struct str copy = arena_str(desk->arena, buf_view(&bytes));
    buf_free(&bytes);
    return copy;
}

/* The texts of all notes as a new reader finds them, parted by "|". */
static inline struct str texts_of(const struct desk *desk, const char *writer)
{
    struct notebook *notebook = open_as(desk, writer);
    struct buf out = {0};
    for (size_t i = 0; i < notebook->len; i++)
        buf_printf(&out, "%s%.*s", i ? "|" : "", STR_ARG(notebook->at[i].text));
    struct str copy = arena_str(desk->arena, buf_view(&out));
    buf_free(&out);
    notebook_close(notebook);
    return copy;
}

#endif
