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
    struct anchor_finder *finder = anchor_finder_new(library);
    for (size_t i = 0; i < notebook->len; i++) {
        struct note *note = &notebook->at[i];
        anchor_find(finder, notebook->arena, note);
        /* one file alone is read: the notes on its neighbours are not lost, but not asked for */
        bool neighbour = library->single && note->article.len && note->number == ARTICLE_NONE;
        if (!neighbour)
            notebook->at[kept++] = *note;
    }
    notebook->len = kept;
    anchor_finder_free(finder);
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

bool notebook_owns(const struct notebook *notebook, const struct note *note)
{
    return str_is(note->by, notebook->writer);
}

/* The note with exactly this id, this writer's before another's. */
static struct note *with_id(const struct notebook *notebook, struct str id)
{
    struct note *found = NULL;
    for (size_t i = 0; i < notebook->len; i++) {
        struct note *note = &notebook->at[i];
        if (str_eq(note->id, id) && (!found || notebook_owns(notebook, note)))
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
    return notebook_owns(notebook, note) ||
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
    struct notes_change change = {.note = *note, .before = before};
    bool ok = notes_write(places_file(arena, notebook, notebook->folder), &change, 1, NULL, error);
    arena_free(arena);
    return ok;
}

static bool put_one(struct notebook *notebook, const struct library *library, struct note *note,
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
    struct anchor_finder *finder = anchor_finder_new(library);
    anchor_find(finder, notebook->arena, &copy);
    anchor_finder_free(finder);
    note->id = copy.id;
    note->by = copy.by;
    if (old)
        *old = copy;
    else
        *vec_add(notebook->arena, notebook) = copy;
    sort(notebook);
    return true;
}

bool notebook_put(struct notebook *notebook, const struct library *library, struct note *notes,
                  size_t count, struct error *error)
{
    for (size_t i = 0; i < count; i++) {
        if (!put_one(notebook, library, &notes[i], error))
            return false;
    }
    return true;
}

static bool remove_one(struct notebook *notebook, struct str id, int64_t now, struct error *error)
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

bool notebook_remove(struct notebook *notebook, const struct str *ids, size_t count, int64_t now,
                     struct error *error)
{
    for (size_t i = 0; i < count; i++) {
        if (!remove_one(notebook, ids[i], now, error))
            return false;
    }
    return true;
}

bool notebook_refresh(struct notebook *notebook, const struct library *library)
{
    (void)notebook;
    (void)library;
    return false;
}

bool notebook_restore(struct notebook *notebook, const struct library *library, struct str id,
                      int64_t now, struct error *error)
{
    (void)notebook;
    (void)library;
    (void)now;
    return error_set(error, "the note %.*s can't be brought back", STR_ARG(id));
}

bool notebook_check(struct notebook *notebook, struct str id, int64_t on, struct error *error)
{
    (void)notebook;
    (void)on;
    return error_set(error, "the note %.*s can't be checked", STR_ARG(id));
}

bool notebook_settle(struct notebook *notebook, const struct library *library, struct str id,
                     int64_t now, struct error *error)
{
    (void)notebook;
    (void)library;
    (void)now;
    return error_set(error, "the note %.*s is in no conflict", STR_ARG(id));
}

bool notebook_take(struct notebook *notebook, const struct library *library,
                   const struct note *notes, size_t count, struct taken *taken, struct error *error)
{
    (void)notebook;
    (void)library;
    (void)notes;
    (void)count;
    *taken = (struct taken){0};
    return error_set(error, "nothing can be taken in");
}

bool notebook_take_copy(struct notebook *notebook, const struct library *library, size_t number,
                        struct taken *taken, struct error *error)
{
    (void)number;
    return notebook_take(notebook, library, NULL, 0, taken, error);
}

const struct note *notebook_find_grave(const struct notebook *notebook, struct str id,
                                       struct error *error)
{
    (void)notebook;
    error_set(error, "no deleted note has the id “%.*s”", STR_ARG(id));
    return NULL;
}

struct str *notebook_seen(const struct notebook *notebook, struct arena *arena, size_t *count)
{
    (void)notebook;
    *count = 0;
    return arena_many(arena, struct str, 0);
}

void notebook_news(struct notebook *notebook, const struct str *seen, size_t count)
{
    (void)notebook;
    (void)seen;
    (void)count;
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
