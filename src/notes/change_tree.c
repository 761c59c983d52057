/* SPDX-License-Identifier: ISC */
/* A file that a person has laid out in another way, or that has no notes yet: every change goes
 * through the YAML reader, as a whole. */
#include "change.h"

#include "clash.h"
#include "dossier/base/memory.h"
#include "dossier/yaml/edit.h"
#include "item.h"
#include "tree.h"

static const struct yaml_node *block_with(const struct yaml_node *list, struct str id)
{
    const struct yaml_node *block = list ? list->first : NULL;
    while (block && !(id.len && str_eq(schema_text(yaml_get(block, "id")), id)))
        block = block->next;
    return block;
}

static struct held held_of(struct arena *arena, const struct yaml_node *block)
{
    struct problems problems = {.arena = arena};
    struct schema_report report = {&problems, STR(""), 0};
    struct held held = {.there = block != NULL};
    held.whole = block && notes_tree_note(arena, &report, block, &held.note);
    return held;
}

/* The id of the first block that belongs behind NOTE; empty where NOTE comes last. */
static struct str block_behind(const struct yaml_node *list, const struct note *note)
{
    for (const struct yaml_node *block = list ? list->first : NULL; block; block = block->next) {
        struct note there = {0};
        notes_tree_place(block, &there);
        if (there.id.len && !str_eq(there.id, note->id) && layout_compare(&there, note) > 0)
            return there.id;
    }
    return STR("");
}

static bool put(struct buf *source, const struct yaml_node *list, const struct note *note,
                const struct yaml_node *old, struct error *error)
{
    struct buf item = {0};
    struct note there = {0};
    notes_item(note, &item);
    if (old) {
        item_put_other_keys(&item, old);
        notes_tree_place(old, &there);
    }
    bool ok;
    if (old && layout_compare(&there, note) == 0)
        ok = yaml_edit_replace(source, "notes", note->id, buf_view(&item), error);
    else
        ok = (!old || yaml_edit_remove(source, "notes", note->id, error)) &&
             yaml_edit_insert(source, "notes", block_behind(list, note), buf_view(&item), error);
    buf_free(&item);
    return ok;
}

bool change_tree(struct buf *source, struct notes_change *change, struct error *error)
{
    struct arena *arena = arena_new();
    const struct yaml_node *root, *list;
    struct yaml_failure failure;
    bool ok = notes_tree(arena, arena_str(arena, buf_view(source)), &root, &list, &failure);
    if (!ok) {
        error_set(error, "line %d, column %d: %s", failure.line, failure.column,
                  failure.error.text);
        arena_free(arena);
        return false;
    }
    const struct note *note = &change->note;
    const struct yaml_node *old = block_with(list, note->id);
    struct held held = held_of(arena, old);
    struct held own = held_of(arena, block_with(list, notes_clash_id(arena, note)));
    switch (change_decide(change, &held, &own)) {
    case DEED_ADD:
        ok = put(source, list, note, NULL, error);
        break;
    case DEED_REPLACE:
        ok = put(source, list, note, old, error);
        break;
    case DEED_REMOVE:
        ok = yaml_edit_remove(source, "notes", note->id, error);
        break;
    case DEED_APART:
        ok = change_apart(source, change, error);
        break;
    case DEED_NONE:
        break;
    }
    arena_free(arena);
    return ok;
}
