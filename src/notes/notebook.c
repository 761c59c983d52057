/* SPDX-License-Identifier: ISC */
/* The notes in memory are those on disk: a change is saved first and taken over after, so that what
 * is shown is never more than what is kept. Each writer's file is written by that writer alone. */
#include "dossier/notes/notebook.h"

#include "dossier/base/hash.h"
#include "dossier/base/memory.h"
#include "gather.h"
#include "offer.h"
#include "places.h"
#include "store.h"
#include "versions.h"

#include <stdlib.h>

struct notebook *notebook_unread(const struct library *library,
                                 const struct notebook_request *request)
{
    struct notebook *notebook = memory_get(sizeof *notebook);
    notebook->arena = arena_new();
    notebook->problems.arena = notebook->arena;
    places_find(notebook, library, request);
    shelf_open(notebook, library);
    return notebook;
}

struct notebook *notebook_open(const struct library *library,
                               const struct notebook_request *request)
{
    struct notebook *notebook = notebook_unread(library, request);
    shelf_read(notebook);
    gather_all(notebook);
    offer_copies(notebook);
    return notebook;
}

void notebook_close(struct notebook *notebook)
{
    if (!notebook)
        return;
    shelf_close(notebook);
    free(notebook->at);
    free(notebook->graves);
    free(notebook->verdicts);
    arena_free(notebook->arena);
    free(notebook);
}

bool notebook_refresh(struct notebook *notebook, const struct library *library)
{
    notebook->files->library = library;
    if (!shelf_read(notebook))
        return false;
    gather_all(notebook);
    offer_copies(notebook);
    return true;
}

bool notebook_owns(const struct notebook *notebook, const struct note *note)
{
    return str_is(note->by, notebook->writer);
}

/* One that no note has, and that no reader of YAML takes for a number. */
static struct str new_id(const struct notebook *notebook)
{
    char id[NOTE_ID + 1];
    do
        hash_random(id, NOTE_ID);
    while (id[0] < 'a' || gather_find(notebook, str_of(id), true));
    return arena_str(notebook->arena, str_of(id));
}

static bool refuse_others(const struct notebook *notebook, const struct note *note,
                          struct error *error)
{
    return notebook_owns(notebook, note) ||
           error_set(error, "the note %.*s is %.*s's; only its writer can change it",
                     STR_ARG(note->id), STR_ARG(note->by));
}

bool notebook_put(struct notebook *notebook, const struct library *library, struct note *notes,
                  size_t count, struct error *error)
{
    struct arena *arena = arena_new();
    struct note *copies = arena_many(arena, struct note, count);
    bool ok = true;
    notebook->files->library = library;
    for (size_t i = 0; i < count; i++) {
        const struct note *old = gather_find(notebook, notes[i].id, true);
        ok = ok && (!old || refuse_others(notebook, old, error));
        if (!notes[i].id.len)
            notes[i].id = new_id(notebook);
        copies[i] = note_copy(arena, &notes[i]);
        copies[i].deleted = 0;
        copies[i].about = tags_id_now(&library->tags, copies[i].about);
        tags_name_all(&library->tags, copies[i].tags, &copies[i].tag_count);
    }
    ok = ok && store_notes(notebook, copies, count, error);
    for (size_t i = 0; i < count && ok; i++) {
        notes[i].id = copies[i].id;
        notes[i].by = str_of(notebook->writer);
    }
    arena_free(arena);
    return ok;
}

/* Fills GRAVES with the notes to be deleted. */
static bool find_all(const struct notebook *notebook, const struct str *ids, size_t count,
                     struct arena *arena, struct note *graves, struct error *error)
{
    for (size_t i = 0; i < count; i++) {
        const struct note *found = notebook_find(notebook, ids[i], error);
        if (!found || !refuse_others(notebook, found, error))
            return false;
        graves[i] = note_copy(arena, found);
    }
    return true;
}

bool notebook_remove(struct notebook *notebook, const struct str *ids, size_t count, int64_t now,
                     struct error *error)
{
    struct arena *arena = arena_new();
    struct note *graves = arena_many(arena, struct note, count);
    notebook->files->now = now;
    bool ok = find_all(notebook, ids, count, arena, graves, error);
    for (size_t i = 0; i < count && ok; i++)
        graves[i].deleted = version_deletion(&graves[i], now);
    struct str *names = arena_many(arena, struct str, count);
    for (size_t i = 0; i < count && ok; i++)
        names[i] = graves[i].id;
    ok = ok && store_notes(notebook, graves, count, error);
    for (size_t i = 0; i < count && ok; i++) {
        if (!graves[i].id.len)
            ok = error_set(error,
                           "the note %.*s was changed by another program meanwhile, so it is not "
                           "deleted; look at it, then delete it again",
                           STR_ARG(names[i]));
    }
    arena_free(arena);
    return ok;
}

bool notebook_restore(struct notebook *notebook, const struct library *library, struct str id,
                      int64_t now, struct error *error)
{
    notebook->files->now = now;
    notebook->files->library = library;
    const struct note *grave = notebook_find_grave(notebook, id, error);
    if (!grave)
        return false;
    if (!notebook_owns(notebook, grave))
        return error_set(error, "the note %.*s was %.*s's; only its writer can bring it back",
                         STR_ARG(grave->id), STR_ARG(grave->by));
    struct arena *arena = arena_new();
    struct note note = note_copy(arena, grave);
    note.deleted = 0;
    note.modified = now;
    bool ok = store_notes(notebook, &note, 1, error);
    arena_free(arena);
    return ok;
}

bool notebook_check(struct notebook *notebook, struct str id, int64_t on, struct error *error)
{
    const struct note *note = notebook_find(notebook, id, error);
    const struct note *others = note ? gather_find(notebook, note->id, false) : NULL;
    if (!others)
        return false;
    if (notebook_owns(notebook, others))
        return error_set(error, "the note %.*s is your own; to check is for colleagues",
                         STR_ARG(others->id));
    /* their clock may be ahead of this one: it is this version that is checked */
    if (on && on < others->modified)
        on = others->modified;
    return store_check(notebook, others->id, on, error);
}

/* The only one of COUNT notes whose id begins with ID. */
static const struct note *find_begun(const struct note *notes, size_t count, struct str id,
                                     const char *kind, struct error *error)
{
    const struct note *found = NULL;
    for (size_t i = 0; i < count && id.len; i++) {
        const struct note *note = &notes[i];
        if (!str_starts(note->id, id))
            continue;
        if (note->id.len == id.len)
            return note;
        if (found) {
            error_set(error, "more than one %s's id begins with %.*s: %.*s and %.*s are two", kind,
                      STR_ARG(str_sub(id, 0, 80)), STR_ARG(found->id), STR_ARG(note->id));
            return NULL;
        }
        found = note;
    }
    return found;
}

const struct note *notebook_find(const struct notebook *notebook, struct str id,
                                 struct error *error)
{
    const struct note *found = gather_find(notebook, id, true);
    if (found)
        return found;
    error_set(error, "no note has the id “%.*s”; dossier notes lists them",
              STR_ARG(str_sub(id, 0, 80)));
    return find_begun(notebook->at, notebook->len, id, "note", error);
}

const struct note *notebook_find_grave(const struct notebook *notebook, struct str id,
                                       struct error *error)
{
    const struct note *found = NULL;
    for (size_t i = 0; i < notebook->grave_len && id.len; i++) {
        const struct note *grave = &notebook->graves[i];
        if (str_eq(grave->id, id) && (!found || notebook_owns(notebook, grave)))
            found = grave;
    }
    if (found)
        return found;
    error_set(error, "no note that was deleted in the last %d days has the id “%.*s”",
              NOTE_KEPT_DAYS, STR_ARG(str_sub(id, 0, 80)));
    return find_begun(notebook->graves, notebook->grave_len, id, "deleted note", error);
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
