/* SPDX-License-Identifier: ISC */
/* The file first, then memory. What this program knew of a note goes along with each change, so
 * that what another program did to it meanwhile is seen under the lock and both versions stay. */
#include "store.h"

#include "checked.h"
#include "dossier/base/memory.h"
#include "gather.h"
#include "places.h"
#include "verdict_content.h"
#include "verdict_gather.h"
#include "versions.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define SINGLY 8 /* changes up to this many are worked into memory one by one */

struct changes {
    struct notes_change *at;
    size_t len, cap;
};

/* One call's work. */
struct store {
    struct notebook *notebook;
    struct arena *arena;
    struct anchor_finder *finder;
    struct error *error;
    struct str done[SINGLY]; /* ids */
    size_t done_count;
    bool anew; /* a file was read again, or there is too much for one by one */
};

/* All that is left of a note that has moved to another file: so that whoever has the file by git
 * sees it go. */
static struct note bare_sign(const struct note *note, int64_t moment)
{
    return (struct note){
        .id = note->id,
        .article = note->article,
        .about = note->about,
        .created = note->created,
        .modified = note->modified < moment ? note->modified : moment,
        .deleted = moment,
    };
}

static bool is_among(const struct changes *changes, struct str id)
{
    for (size_t i = 0; i < changes->len; i++) {
        if (str_eq(changes->at[i].note.id, id))
            return true;
    }
    return false;
}

/* What is due in FILE goes along with CHANGES. */
static void add_due(const struct store *store, const struct shelf_file *file,
                    struct changes *changes)
{
    size_t given = changes->len;
    for (size_t i = 0; i < file->due.len; i++) {
        const struct note *note = &file->content.notes.at[file->due.at[i]];
        struct changes first = {changes->at, given, given};
        if (!note->id.len || is_among(&first, note->id))
            continue;
        struct notes_change change = {.kind = NOTES_DROP, .note = *note, .before = note};
        if (!note->deleted) {
            change.kind = NOTES_PUT;
            change.note = bare_sign(note, note->modified);
        }
        *vec_add(store->arena, changes) = change;
    }
}

static void take_check(struct shelf_file *file, const struct notes_change *change)
{
    struct notes_content *content = &file->content;
    size_t kept = 0;
    for (size_t i = 0; i < content->checks.len; i++) {
        if (!str_eq(content->checks.at[i].id, change->note.id))
            content->checks.at[kept++] = content->checks.at[i];
    }
    content->checks.len = kept;
    if (change->on)
        *vec_add(file->arena, &content->checks) =
            (struct note_check){arena_str(file->arena, change->note.id), change->on, file->writer};
}

/* What was saved is what FILE holds. */
static void take_over(struct store *store, struct shelf_file *file, struct notes_change *change)
{
    struct note *note = shelf_note(file, change->note.id);
    file->altered = true;
    if (change->kind == NOTES_PUT)
        shelf_put(file, store->finder, &change->note);
    else if (change->kind == NOTES_CHECK)
        take_check(file, change);
    else if (change->kind == NOTES_VERDICT)
        verdict_take_over(file->arena, store->finder, &file->content, change, &file->shown);
    else if (note)
        note->id.len = 0;
    if (change->kind == NOTES_PUT && store->done_count < SINGLY)
        store->done[store->done_count++] = arena_str(store->arena, change->note.id);
    else if (change->kind == NOTES_PUT)
        store->anew = true;
}

/* After a save: FILE looked like WAS before, and is still open at FD. It is read again where anyone
 * else wrote it meanwhile, and where it was damaged, which it is not any more. */
static void look_again(struct store *store, struct shelf_file *file, const struct look *was, int fd,
                       bool clashed)
{
    struct look old = look_at_open(fd), now = look_at(file->path);
    bool stood = look_same(was, &file->look);
    bool sure = stood && file->look.sure && look_follows(&now, &old);
    if (stood && !clashed && !file->problems.len) {
        file->look = now;
        file->look.sure = sure;
        return;
    }
    shelf_reload(file, store->finder);
    store->anew = true;
}

static bool make_folder(const struct store *store, const struct shelf_file *file)
{
    return file->is_private ? places_make_secret(store->notebook, store->error)
                            : places_make(store->notebook, store->error);
}

static bool save(struct store *store, struct shelf_file *file, struct changes *changes)
{
    struct notebook *notebook = store->notebook;
    if (!file || !changes->len)
        return true;
    if (!make_folder(store, file))
        return false;
    int fd = open(file->path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct look was = look_at_open(fd);
    struct buf kept = {0};
    if (look_same(&was, &file->look))
        add_due(store, file, changes);
    changes->at[0].damaged = file->content.damaged;
    bool ok = notes_write(file->path, changes->at, changes->len, &kept, store->error);
    bool clashed = false;
    for (size_t i = 0; i < changes->len && ok; i++) {
        clashed |= changes->at[i].clashed;
        if (!changes->at[i].clashed)
            take_over(store, file, &changes->at[i]);
    }
    if (kept.len)
        notebook->kept_aside = arena_str(notebook->arena, buf_view(&kept));
    if (ok)
        look_again(store, file, &was, fd, clashed);
    if (fd >= 0)
        close(fd);
    buf_free(&kept);
    return ok;
}

/* Puts those of the notes that are private, or those that are not, into their file. */
static bool put_notes(struct store *store, bool private, struct note *notes, size_t count)
{
    struct shelf_file *file = NULL;
    struct changes changes = {0};
    size_t *which = arena_many(store->arena, size_t, count);
    for (size_t i = 0; i < count; i++) {
        if (notes[i].is_private != private)
            continue;
        if (!file && !(file = shelf_own(store->notebook, private)))
            return places_refuse(store->notebook, private, store->error);
        const struct note *before = shelf_note(file, notes[i].id);
        struct note *known = before ? arena_one(store->arena, struct note) : NULL;
        if (before)
            *known = note_copy(store->arena, before);
        which[changes.len] = i;
        *vec_add(store->arena, &changes) =
            (struct notes_change){.kind = NOTES_PUT, .note = notes[i], .before = known};
    }
    size_t own = changes.len;
    if (!save(store, file, &changes))
        return false;
    for (size_t i = 0; i < own; i++)
        notes[which[i]].id = arena_str(store->arena, changes.at[i].note.id);
    return true;
}

/* Takes those that went into one of this user's two files out of the other. */
static bool clear_other(struct store *store, bool private, const struct note *notes, size_t count)
{
    struct shelf_file *file = shelf_own(store->notebook, !private);
    struct changes changes = {0};
    if (!file)
        return true;
    for (size_t i = 0; i < count; i++) {
        const struct note *there =
            notes[i].is_private == private ? shelf_note(file, notes[i].id) : NULL;
        if (!there || there->deleted)
            continue;
        struct note *known = arena_one(store->arena, struct note);
        *known = note_copy(store->arena, there);
        *vec_add(store->arena, &changes) =
            (struct notes_change){.kind = NOTES_PUT,
                                  .note = bare_sign(known, version_moment(&notes[i])),
                                  .before = known};
    }
    size_t own = changes.len;
    if (save(store, file, &changes))
        return true;
    struct error reason = *store->error;
    error_set(store->error, "%zu note%s now, but still in %.*s too: %.400s", own,
              private ? (own == 1 ? " is private" : "s are private")
                      : (own == 1 ? " is private no more" : "s are private no more"),
              STR_ARG(file->shown), reason.text);
    return false;
}

/* The files hold other versions now: so does memory. */
static void settle_memory(struct store *store)
{
    if (store->anew) {
        gather_all(store->notebook);
        return;
    }
    for (size_t i = 0; i < store->done_count; i++)
        gather_one(store->notebook, store->done[i]);
}

static struct store begin(struct notebook *notebook, struct error *error)
{
    notebook->kept_aside = (struct str){0};
    return (struct store){
        .notebook = notebook,
        .arena = arena_new(),
        .finder = anchor_finder_new(notebook->files->library),
        .error = error,
    };
}

static void finish(struct store *store)
{
    settle_memory(store);
    anchor_finder_free(store->finder);
    arena_free(store->arena);
}

/* NOTE, which is to be private, stands for all to read in a file of this user's that notes are not
 * written to now: what can't be taken out of there is not made private. */
static bool can_be_private(const struct notebook *notebook, const struct note *note,
                           struct error *error)
{
    const struct note *shown = note->deleted ? NULL : gather_find(notebook, note->id, true);
    for (size_t i = 0; shown && !shown->is_private && i < notebook->files->len; i++) {
        const struct shelf_file *file = notebook->files->at[i];
        const struct note *there = file->own && !file->is_private && !file->copy_of.len
                                       ? shelf_note(file, note->id)
                                       : NULL;
        if (there && !there->deleted && file->folder != notebook->folder)
            return error_set(error,
                             "the note %.*s stands in %.*s, which is not written now, so it can't "
                             "be made private",
                             STR_ARG(note->id), STR_ARG(file->shown));
    }
    return true;
}

bool store_notes(struct notebook *notebook, struct note *notes, size_t count, struct error *error)
{
    for (size_t i = 0; i < count; i++) {
        if (notes[i].is_private && !can_be_private(notebook, &notes[i], error))
            return false;
    }
    struct error unasked;
    struct store store = begin(notebook, error ? error : &unasked);
    /* what is private is kept before it goes from where it was not, and the other way round */
    bool ok = put_notes(&store, true, notes, count) && put_notes(&store, false, notes, count) &&
              clear_other(&store, true, notes, count) && clear_other(&store, false, notes, count);
    for (size_t i = 0; i < count; i++)
        notes[i].id = arena_str(notebook->arena, notes[i].id);
    finish(&store);
    return ok;
}

/* A change to another list of this user's file than the notes. */
static bool save_apart(struct store *store, struct notes_change change)
{
    struct changes changes = {0};
    struct shelf_file *file = shelf_own(store->notebook, false);
    *vec_add(store->arena, &changes) = change;
    return file ? save(store, file, &changes) : places_refuse(store->notebook, false, store->error);
}

bool store_check(struct notebook *notebook, struct str id, int64_t on, struct error *error)
{
    struct error unasked;
    struct store store = begin(notebook, error ? error : &unasked);
    struct notes_change change = {.kind = NOTES_CHECK, .on = on};
    change.note.id = arena_str(store.arena, id);
    bool ok = save_apart(&store, change);
    if (ok && !store.anew)
        checked_find_id(notebook, change.note.id);
    finish(&store);
    return ok;
}

bool store_verdict(struct notebook *notebook, const struct verdict *verdict, bool there,
                   struct error *error)
{
    struct error unasked;
    struct store store = begin(notebook, error ? error : &unasked);
    struct verdict copy = verdict_copy(store.arena, verdict);
    bool ok = save_apart(
        &store, (struct notes_change){.kind = NOTES_VERDICT, .verdict = &copy, .on = there});
    if (ok && !store.anew)
        verdict_gather(notebook);
    finish(&store);
    return ok;
}
