/* SPDX-License-Identifier: ISC */
/* Two files that differ do not say who changed what: only which moments their notes bear. A version
 * that is surely the older of two gives way; where that is not sure, both stay. */
#include "take.h"

#include "dossier/base/hash.h"
#include "dossier/base/memory.h"
#include "gather.h"
#include "rank.h"
#include "store.h"
#include "versions.h"

#include <string.h>

enum fate { FATE_SAME, FATE_ADD, FATE_CHANGE, FATE_CLASH };

#define UNKNOWN (-1)

/* This user's version of the note with this id, deleted or not; else another's. */
static const struct note *version_here(const struct notebook *notebook, struct str id)
{
    const struct note *own = rank_own(notebook, id);
    return own ? own : gather_find(notebook, id, true);
}

/* They say the same, whatever their tags and actors were called. */
static bool says_same(const struct notebook *notebook, const struct note *a, const struct note *b)
{
    const struct tags *tags = &notebook->files->library->tags;
    if (!tags->entries.len && str_eq(a->about, b->about))
        return version_same_words(a, b);
    struct arena *arena = arena_new();
    struct note of_now[] = {note_copy(arena, a), note_copy(arena, b)};
    for (size_t i = 0; i < COUNT(of_now); i++) {
        of_now[i].about = tags_id_now(tags, of_now[i].about);
        tags_name_all(tags, of_now[i].tags, &of_now[i].tag_count);
    }
    bool same = version_same_words(&of_now[0], &of_now[1]);
    arena_free(arena);
    return same;
}

/* NOTE has been taken in before, as a second version. */
static bool is_second_version(const struct notebook *notebook, const struct note *note)
{
    struct arena *arena = arena_new();
    bool found = version_here(notebook, notes_clash_id(arena, note)) != NULL;
    arena_free(arena);
    return found;
}

/* The one HERE was surely made of NOTE, which comes from elsewhere. */
static bool is_older(const struct note *note, const struct note *here, int64_t common)
{
    bool first = note->created == here->created && note->modified == note->created;
    bool known = common == UNKNOWN ? note->created == here->created : note->modified <= common;
    return (first || known) && note->modified < version_moment(here);
}

/* The other way round. */
static bool is_newer(const struct note *note, const struct note *here, int64_t common)
{
    bool first = here->created == note->created && here->modified == here->created;
    bool known = common != UNKNOWN && version_moment(here) <= common;
    return (first || known) && note->modified > version_moment(here);
}

/* What was deleted on one side and not on the other. A deletion takes no words away that it did not
 * know. */
static enum fate judge_deletion(const struct notebook *notebook, const struct note *note,
                                const struct note *here, int64_t common)
{
    bool same = says_same(notebook, note, here);
    if (note->deleted)
        return same && note->deleted > here->modified ? FATE_CHANGE : FATE_SAME;
    if (same)
        return note->modified > here->deleted ? FATE_CHANGE : FATE_SAME;
    return is_older(note, here, common) ? FATE_SAME : FATE_CHANGE;
}

static enum fate judge(const struct notebook *notebook, const struct note *note, int64_t common)
{
    const struct note *here = version_here(notebook, note->id);
    if (!here)
        return note->deleted ? FATE_SAME : FATE_ADD;
    bool own = notebook_owns(notebook, here);
    if (is_second_version(notebook, note) || (note->deleted && (here->deleted || !own)))
        return FATE_SAME;
    if (own && !note->deleted != !here->deleted)
        return judge_deletion(notebook, note, here, common);
    if (says_same(notebook, note, here)) {
        bool moved = own && !version_same_place(note, here) && note->modified > here->modified;
        return moved ? FATE_CHANGE : FATE_SAME;
    }
    if (is_older(note, here, common))
        return FATE_SAME;
    return own && is_newer(note, here, common) ? FATE_CHANGE : FATE_CLASH;
}

int64_t take_common(const struct notebook *notebook, const struct note *notes, size_t count)
{
    int64_t common = 0;
    for (size_t i = 0; i < count; i++) {
        const struct note *here = version_here(notebook, notes[i].id);
        bool same = here && says_same(notebook, &notes[i], here) &&
                    notes[i].modified == here->modified && notes[i].deleted == here->deleted;
        if (same && version_moment(here) > common)
            common = version_moment(here);
    }
    return common;
}

size_t take_differ(const struct notebook *notebook, const struct note *notes, size_t count,
                   int64_t common)
{
    size_t differ = 0;
    for (size_t i = 0; i < count; i++)
        differ += judge(notebook, &notes[i], common) != FATE_SAME;
    return differ;
}

static bool is_id(struct str id)
{
    for (size_t i = 0; i < id.len; i++) {
        if (!strchr("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_",
                    id.at[i] ? id.at[i] : ' '))
            return false;
    }
    return id.len > 0 && id.len <= 64;
}

/* An id for one that has none of its own: made of what it is, so that taking it in twice gives one
 * note. */
static struct str made_id(struct arena *arena, const struct note *note)
{
    struct buf all = {0};
    char hex[HASH_HEX];
    const struct str parts[] = {note->id, note->article, note->quote, note->text, note->about};
    for (size_t i = 0; i < COUNT(parts); i++) {
        buf_str(&all, parts[i]);
        buf_char(&all, '\0');
    }
    buf_printf(&all, "%u %lld", note->at.start, (long long)note->created);
    hash_sha256(buf_view(&all), hex);
    buf_free(&all);
    return arena_printf(arena, "e%.*s", NOTE_ID - 1, hex);
}

/* NOTE as this user's, in the way of its fate. */
static struct note made_own(struct arena *arena, const struct notebook *notebook,
                            const struct note *note, enum fate fate)
{
    struct note own = *note;
    const struct note *here = version_here(notebook, note->id);
    own.by = str_of(notebook->writer);
    own.about = tags_id_now(&notebook->files->library->tags, own.about);
    tags_name_all(&notebook->files->library->tags, own.tags, &own.tag_count);
    if (here && notebook_owns(notebook, here))
        own.is_private = here->is_private;
    if (fate == FATE_CLASH) {
        own.conflict = arena_str(arena, note->id);
        own.id = notes_clash_id(arena, note);
    }
    return own;
}

static void count(struct taken *taken, enum fate fate)
{
    taken->same += fate == FATE_SAME;
    taken->added += fate == FATE_ADD;
    taken->changed += fate == FATE_CHANGE;
    taken->clashed += fate == FATE_CLASH;
}

bool take_notes(struct notebook *notebook, const struct note *notes, size_t number, int64_t common,
                struct taken *taken, struct error *error)
{
    struct arena *arena = arena_new();
    struct note_list own = {0};
    struct ids ids = {0};
    *taken = (struct taken){0};
    for (size_t i = 0; i < number; i++) {
        struct note note = note_copy(arena, &notes[i]);
        if (!is_id(note.id))
            note.id = made_id(arena, &note);
        enum fate fate = judge(notebook, &note, common);
        struct note made = made_own(arena, notebook, &note, fate);
        size_t step = 0;
        if (ids_find(&ids, own.at, made.id, &step) != IDS_NONE)
            fate = FATE_SAME;
        count(taken, fate);
        if (fate == FATE_SAME)
            continue;
        *vec_add(arena, &own) = made;
        ids_add(&ids, own.at, (uint32_t)own.len - 1);
    }
    ids_free(&ids);
    bool ok = store_notes(notebook, own.at, own.len, error);
    arena_free(arena);
    return ok;
}

bool notebook_take(struct notebook *notebook, const struct library *library,
                   const struct note *notes, size_t number, struct taken *taken,
                   struct error *error)
{
    notebook->files->library = library;
    return take_notes(notebook, notes, number, UNKNOWN, taken, error);
}
