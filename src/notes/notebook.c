/* SPDX-License-Identifier: ISC */
/* The notes in memory are those on disk: a change is saved first and taken over after, so that what
 * is shown is never more than what is kept. Each writer's file is written by that writer alone. */
#include "dossier/notes/notebook.h"

#include "dossier/base/file.h"
#include "dossier/base/hash.h"
#include "dossier/base/memory.h"
#include "dossier/notes/anchor.h"
#include "dossier/notes/notes_file.h"
#include "places.h"
#include "shelf.h"

#include <stdlib.h>
#include <string.h>

/* The first byte of NOTE's passage, for the order. */
static uint32_t start_of(const struct note *note)
{
    return note->span.end ? note->span.start : note->at.start;
}

static int compare_notes(const void *a, const void *b)
{
    const struct note *x = a, *y = b;
    int order = str_cmp(x->article, y->article);
    if (!order)
        order = (start_of(x) > start_of(y)) - (start_of(x) < start_of(y));
    if (!order)
        order = str_cmp(x->id, y->id);
    return order ? order : str_cmp(x->by, y->by);
}

static void sort(struct notebook *notebook)
{
    if (notebook->len)
        qsort(notebook->at, notebook->len, sizeof *notebook->at, compare_notes);
}

struct notebook *notebook_open(const struct library *library,
                               const struct notebook_request *request)
{
    struct notebook *notebook = memory_get(sizeof *notebook);
    notebook->arena = arena_new();
    notebook->problems.arena = notebook->arena;
    places_find(notebook, library, request);
    shelf_read(notebook);
    size_t kept = 0;
    for (size_t i = 0; i < notebook->len; i++) {
        struct note *note = &notebook->at[i];
        anchor_find(library, note);
        /* one file alone is read: the notes on its neighbours are not lost, but not asked for */
        bool neighbour = library->single && note->article.len && note->number == ARTICLE_NONE;
        if (!neighbour)
            notebook->at[kept++] = *note;
    }
    notebook->len = kept;
    sort(notebook);
    return notebook;
}

void notebook_close(struct notebook *notebook)
{
    if (!notebook)
        return;
    arena_free(notebook->arena);
    free(notebook);
}

static bool is_own(const struct notebook *notebook, const struct note *note)
{
    return str_is(note->by, notebook->writer);
}

/* The note with exactly this id, this writer's before another's. */
static struct note *with_id(const struct notebook *notebook, struct str id)
{
    struct note *found = NULL;
    for (size_t i = 0; i < notebook->len; i++) {
        struct note *note = &notebook->at[i];
        if (str_eq(note->id, id) && (!found || is_own(notebook, note)))
            found = note;
    }
    return found;
}

/* One that no note has, and that no reader of YAML takes for a number. */
static struct str new_id(const struct notebook *notebook)
{
    char id[NOTE_ID + 1];
    do
        hash_random(id, NOTE_ID);
    while (id[0] < 'a' || with_id(notebook, str_of(id)));
    return arena_str(notebook->arena, str_of(id));
}

static bool refuse_others(const struct notebook *notebook, const struct note *note,
                          struct error *error)
{
    return is_own(notebook, note) ||
           error_set(error, "the note %.*s is %.*s's; only its writer can change it",
                     STR_ARG(note->id), STR_ARG(note->by));
}

static bool save(const struct notebook *notebook, const struct note *note,
                 const struct note *before, struct error *error)
{
    if (!places_make(notebook, error))
        return false;
    struct arena *arena = arena_new();
    /* of a version that stands in another place nothing follows for this file */
    struct str file = places_shown(notebook, notebook->folder, str_of(notebook->writer));
    if (before && !str_eq(before->file, file))
        before = NULL;
    bool ok = notes_write(places_file(arena, notebook, notebook->folder), note, before, error);
    arena_free(arena);
    return ok;
}

bool notebook_put(struct notebook *notebook, const struct library *library, struct note *note,
                  struct error *error)
{
    struct note *old = note->id.len ? with_id(notebook, note->id) : NULL;
    if (old && !refuse_others(notebook, old, error))
        return false;
    struct note copy = note_copy(notebook->arena, note);
    copy.by = str_of(notebook->writer);
    copy.deleted = 0;
    if (!copy.id.len)
        copy.id = new_id(notebook);
    if (!save(notebook, &copy, old, error))
        return false;
    copy.file = places_shown(notebook, notebook->folder, copy.by);
    copy.line = 0;
    anchor_find(library, &copy);
    note->id = copy.id;
    note->by = copy.by;
    if (old)
        *old = copy;
    else
        *vec_add(notebook->arena, notebook) = copy;
    sort(notebook);
    return true;
}

bool notebook_remove(struct notebook *notebook, struct str id, int64_t now, struct error *error)
{
    const struct note *found = notebook_find(notebook, id, error);
    if (!found || !refuse_others(notebook, found, error))
        return false;
    struct note grave = *found;
    grave.deleted = now;
    if (!save(notebook, &grave, found, error))
        return false;
    size_t at = (size_t)(found - notebook->at);
    notebook->len--;
    memmove(&notebook->at[at], &notebook->at[at + 1], (notebook->len - at) * sizeof *notebook->at);
    return true;
}

const struct note *notebook_find(const struct notebook *notebook, struct str id,
                                 struct error *error)
{
    const struct note *found = id.len ? with_id(notebook, id) : NULL;
    if (found)
        return found;
    for (size_t i = 0; i < notebook->len; i++) {
        const struct note *note = &notebook->at[i];
        if (!id.len || !str_starts(note->id, id))
            continue;
        if (found) {
            error_set(error, "more than one note's id begins with %.*s: %.*s and %.*s are two",
                      STR_ARG(str_sub(id, 0, 80)), STR_ARG(found->id), STR_ARG(note->id));
            return NULL;
        }
        found = note;
    }
    if (!found)
        error_set(error, "no note has the id “%.*s”; dossier notes lists them",
                  STR_ARG(str_sub(id, 0, 80)));
    return found;
}

void notebook_where(const struct notebook *notebook, struct buf *out)
{
    if (!notebook->elsewhere)
        return;
    if (notebook->folder)
        buf_printf(out, "your notes are kept in %s, because %.*s", notebook->folder,
                   STR_ARG(notebook->why));
    else
        buf_printf(out, "there is no place for notes: %.*s, and $HOME is not set",
                   STR_ARG(notebook->why));
}
