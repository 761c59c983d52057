/* SPDX-License-Identifier: ISC */
/* A change was made against what this program last knew. Where somebody else changed the same note
 * meanwhile, neither version gives way: theirs keeps the id, ours gets one of its own. */
#include "change.h"

#include "clash.h"
#include "dossier/base/day.h"
#include "dossier/base/hash.h"
#include "dossier/base/memory.h"
#include "dossier/yaml/edit.h"
#include "dossier/yaml/write.h"
#include "tree.h"
#include "verdict_item.h"

#include <string.h>

static bool is_known(const struct notes_change *change, const struct held *held)
{
    const struct note *note = &change->note, *there = &held->note, *before = change->before;
    if (!held->whole)
        return false;
    /* a save that failed only when it was made to last is tried again */
    if (clash_same(there, note) && !there->deleted == !note->deleted)
        return true;
    if (!before)
        return true;
    if (there->deleted && !before->deleted)
        return note->deleted;
    return clash_same(there, before);
}

static void set_id(struct notes_change *change, struct str id)
{
    memcpy(change->own_id, id.at, id.len);
    change->own_id[id.len] = '\0';
    change->note.id = (struct str){change->own_id, id.len};
}

static enum deed part(struct notes_change *change, const struct held *own)
{
    struct note *note = &change->note;
    change->clashed = true;
    if (note->deleted) {
        note->id = STR("");
        return DEED_NONE;
    }
    struct arena *arena = arena_new();
    struct str id = notes_clash_id(arena, note);
    bool there = own->there && own->whole && !own->note.deleted && clash_same(&own->note, note);
    char random[NOTE_ID + 1];
    if (own->there && !there) {
        hash_random(random, NOTE_ID);
        random[0] = 'c';
        id = str_of(random);
    }
    note->conflict = note->id;
    set_id(change, id);
    arena_free(arena);
    return there ? DEED_NONE : DEED_ADD;
}

enum deed change_decide(struct notes_change *change, const struct held *held,
                        const struct held *own)
{
    change->clashed = false;
    if (change_is_apart(change))
        return DEED_APART;
    if (change->kind == NOTES_DROP) {
        /* a sign of a deletion goes only while it is one */
        bool goes = held->there && (!change->note.deleted || (held->whole && held->note.deleted));
        return goes ? DEED_REMOVE : DEED_NONE;
    }
    if (!held->there)
        return DEED_ADD;
    return is_known(change, held) ? DEED_REPLACE : part(change, own);
}

static bool is_checked(const struct buf *source, struct str id)
{
    struct arena *arena = arena_new();
    const struct yaml_node *root = yaml_read(arena, buf_view(source), NULL);
    const struct yaml_node *list = yaml_get(root, "checked"), *item = list ? list->first : NULL;
    while (item && !str_eq(schema_text(yaml_get(item, "id")), id))
        item = item->next;
    arena_free(arena);
    return item != NULL;
}

bool change_is_apart(const struct notes_change *change)
{
    return change->kind == NOTES_CHECK || change->kind == NOTES_VERDICT;
}

bool change_apart(struct buf *source, const struct notes_change *change, struct error *error)
{
    return change->kind == NOTES_CHECK
               ? change_check(source, change->note.id, change->on, error)
               : verdict_change(source, change->verdict, change->on != 0, error);
}

bool change_check(struct buf *source, struct str id, int64_t on, struct error *error)
{
    struct buf item = {0};
    char moment[MOMENT_TEXT];
    bool ok = true, there = is_checked(source, id);
    moment_text(on, moment);
    buf_chars(&item, "id: ");
    yaml_put_text(&item, id);
    buf_printf(&item, "\non: %s\n", moment);
    if (on && there)
        ok = yaml_edit_replace(source, "checked", id, buf_view(&item), error);
    else if (on)
        ok = yaml_edit_add(source, "checked", buf_view(&item), error);
    else if (there)
        ok = yaml_edit_remove(source, "checked", id, error);
    buf_free(&item);
    return ok;
}

static void add_id(struct arena *arena, struct strs *ids, struct str id)
{
    if (id.len)
        *vec_add(arena, ids) = id;
}

struct strs change_ids(struct arena *arena, const struct notes_change *changes, size_t count)
{
    struct strs ids = {0};
    for (size_t i = 0; i < count; i++) {
        const struct notes_change *change = &changes[i];
        if (change_is_apart(change))
            continue;
        add_id(arena, &ids, change->note.id);
        add_id(arena, &ids, change->note.conflict);
        if (change->kind == NOTES_PUT)
            add_id(arena, &ids, notes_clash_id(arena, &change->note));
    }
    /* an id that no block has: with none at all, every block would be looked up */
    add_id(arena, &ids, STR("-"));
    return ids;
}
