/* SPDX-License-Identifier: ISC */
/* A conflict ends when its writer says which version stays. The note keeps the id that it had
 * first, so that replies to it still find it; the other version's words are buried under the second
 * id, whichever it was. */
#include "dossier/base/memory.h"
#include "dossier/notes/notebook.h"
#include "gather.h"
#include "store.h"
#include "versions.h"

/* The two versions that NOTE is one of. */
static bool find_pair(const struct notebook *notebook, const struct note *note,
                      const struct note **first, const struct note **second, struct error *error)
{
    const struct note *other = note->clash.len ? gather_find(notebook, note->clash, true) : NULL;
    if (!other) {
        error_set(error, "the note %.*s is in no conflict", STR_ARG(note->id));
        return false;
    }
    bool is_second = str_eq(note->conflict, other->id);
    *first = is_second ? other : note;
    *second = is_second ? note : other;
    if (!notebook_owns(notebook, note) || !notebook_owns(notebook, other))
        return error_set(error,
                         "of the notes %.*s and %.*s one is %.*s's; only its writer can "
                         "settle what they say",
                         STR_ARG((*first)->id), STR_ARG((*second)->id),
                         STR_ARG(notebook_owns(notebook, note) ? other->by : note->by));
    return true;
}

bool notebook_settle(struct notebook *notebook, const struct library *library, struct str id,
                     int64_t now, struct error *error)
{
    const struct note *first = NULL, *second = NULL, *stays = notebook_find(notebook, id, error);
    if (!stays || !find_pair(notebook, stays, &first, &second, error))
        return false;
    struct arena *arena = arena_new();
    struct note notes[2];
    notebook->files->library = library;
    notebook->files->now = now;
    notes[0] = note_copy(arena, stays == first ? second : first);
    notes[0].id = arena_str(arena, second->id);
    notes[0].conflict = arena_str(arena, second->conflict);
    notes[0].deleted = version_deletion(&notes[0], now);
    notes[1] = note_copy(arena, stays);
    notes[1].id = arena_str(arena, first->id);
    notes[1].conflict = arena_str(arena, stays == first ? first->conflict : STR(""));
    notes[1].modified = now;
    bool ok = store_notes(notebook, notes, stays == first ? 1 : 2, error);
    if (ok && !notes[0].id.len)
        ok = error_set(error, "another program changed the other version meanwhile, so it is not "
                              "deleted; look at it, then settle again");
    arena_free(arena);
    return ok;
}
