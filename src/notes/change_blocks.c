/* SPDX-License-Identifier: ISC */
/* The file is its blocks: only those that change are looked at. */
#include "change.h"

#include "block.h"
#include "clash.h"
#include "dossier/base/memory.h"
#include "dossier/yaml/edit.h"
#include "item.h"
#include "tree.h"

#include <stdlib.h>

/* A block that a change is about. */
struct target {
    struct held held;
    size_t block;
    struct str id; /* that it has in the file */
};

static void read_held(const struct layout *layout, size_t block, struct held *held)
{
    held->there = true;
    held->whole = item_read(layout->arena, layout_text(layout, block), layout->indent, &held->note);
}

/* The block that the reader took as the note with ID; of several, as clash_settle chooses. */
static struct target find_first(const struct layout *layout, struct str id)
{
    struct target target = {.id = id};
    for (size_t i = layout_find(layout, id);
         i < layout->found.len && str_eq(layout->found.at[i].id, id); i++) {
        struct held held;
        read_held(layout, layout->found.at[i].block, &held);
        bool better = !target.held.there || (held.whole && !target.held.whole) ||
                      (held.whole && target.held.whole &&
                       clash_decide(&target.held.note, &held.note) == CLASH_SECOND);
        if (better)
            target = (struct target){held, layout->found.at[i].block, id};
    }
    return target;
}

/* A version that the reader made of a second block with the same id stands there under that id. */
static struct target find_second(const struct layout *layout, const struct note *note)
{
    struct str id = note->conflict;
    for (size_t i = layout_find(layout, id);
         i < layout->found.len && str_eq(layout->found.at[i].id, id); i++) {
        struct target target = {.block = layout->found.at[i].block, .id = id};
        read_held(layout, target.block, &target.held);
        if (target.held.whole && str_eq(notes_clash_id(layout->arena, &target.held.note), note->id))
            return target;
    }
    return (struct target){.id = note->id};
}

static struct target find_target(const struct layout *layout, const struct note *note)
{
    struct target target = find_first(layout, note->id);
    return target.held.there || !note->conflict.len ? target : find_second(layout, note);
}

static bool stays(const struct note *old, const struct note *new)
{
    return str_eq(old->article, new->article) && old->has_passage == new->has_passage &&
           old->at.start == new->at.start;
}

/* ITEM in place of a block that a person has laid out, or commented: key by key. */
static bool merge(const struct layout *layout, const struct target *target, struct str item,
                  struct buf *lines)
{
    struct str key = {"notes:", 6};
    buf_str(lines, key);
    buf_str(lines, layout->line_end);
    size_t head = lines->len;
    struct block old = layout_block(layout, target->block);
    buf_str(lines, layout_part(layout, old.item, old.end));
    bool ok = yaml_edit_replace(lines, "notes", target->id, item, NULL);
    buf_splice(lines, 0, head, STR(""));
    return ok;
}

/* The block is in the form that notes_item gives. */
static bool is_own(const struct layout *layout, size_t block)
{
    struct block old = layout_block(layout, block);
    struct note note;
    struct str text = layout_part(layout, old.item, old.end);
    return block_read(NULL, text, 0, layout->indent, &note, NULL) == text.len;
}

/* The lines of NOTE's block: LINES. OLD is the block in whose place they stand, or NULL. */
static bool make_lines(const struct layout *layout, const struct note *note,
                       const struct target *old, struct str *lines, struct error *error)
{
    struct buf item = {0}, text = {0};
    size_t indent = layout->indent;
    notes_item(note, &item);
    bool own = !old || is_own(layout, old->block);
    if (!own)
        item_put_other_keys(&item, layout_tree(layout, old->block));
    bool ok = !own && merge(layout, old, buf_view(&item), &text) &&
              item_reads_as(buf_view(&text), indent, note);
    if (!ok) {
        buf_clear(&text);
        item_put_block(&text, buf_view(&item), indent, layout->line_end);
        ok = item_reads_as(buf_view(&text), indent, note);
    }
    *lines = arena_str(layout->arena, buf_view(&text));
    buf_free(&item);
    buf_free(&text);
    return ok || error_set(error, "the note %.*s can't be written so that it reads back as it is",
                           STR_ARG(note->id));
}

static bool carry_out(struct layout *layout, struct notes_change *change, struct error *error)
{
    struct str lines;
    struct target old = find_target(layout, &change->note), own = {0};
    if (change->kind == NOTES_PUT)
        own = find_first(layout, notes_clash_id(layout->arena, &change->note));
    switch (change_decide(change, &old.held, &own.held)) {
    case DEED_ADD:
        if (!make_lines(layout, &change->note, NULL, &lines, error))
            return false;
        layout_add(layout, &change->note, lines);
        return true;
    case DEED_REPLACE:
        if (!make_lines(layout, &change->note, &old, &lines, error))
            return false;
        if (stays(&old.held.note, &change->note))
            layout_replace(layout, old.block, lines);
        else
            layout_move(layout, old.block, &change->note, lines);
        return true;
    case DEED_REMOVE:
        layout_remove(layout, old.block);
        return true;
    default:
        return true;
    }
}

/* An id, and which change is about it. */
struct about {
    struct str id;
    size_t change;
};

static int compare_about(const void *a, const void *b)
{
    const struct about *x = a, *y = b;
    int order = str_cmp(x->id, y->id);
    return order ? order : (x->change > y->change) - (x->change < y->change);
}

/* How many of the changes, from the first on, are about notes that none before them is about. */
static size_t count_apart(struct arena *arena, const struct notes_change *changes, size_t count)
{
    struct about *about = arena_many(arena, struct about, count);
    size_t puts = 0, apart = count;
    for (size_t i = 0; i < count; i++) {
        if (!change_is_apart(&changes[i]))
            about[puts++] = (struct about){changes[i].note.id, i};
    }
    if (puts)
        qsort(about, puts, sizeof *about, compare_about);
    for (size_t i = 1; i < puts; i++) {
        if (str_eq(about[i].id, about[i - 1].id) && about[i].change < apart)
            apart = about[i].change;
    }
    return apart;
}

/* The changes that are about the rest of the file. */
static bool change_rest(struct layout *layout, const struct notes_change *changes, size_t count,
                        struct error *error)
{
    struct buf rest = {0};
    struct str old = {0};
    bool ok = true;
    for (size_t i = 0; i < count && ok; i++) {
        if (!change_is_apart(&changes[i]))
            continue;
        if (!old.len) {
            old = layout_rest(layout);
            buf_str(&rest, old);
        }
        ok = change_apart(&rest, &changes[i], error);
    }
    if (ok && old.len) {
        ok = layout_change_rest(layout, old, arena_str(layout->arena, buf_view(&rest))) ||
             error_set(error,
                       "\"checked\" or \"verdicts\" is laid out in a way that can't be changed "
                       "in place");
    }
    buf_free(&rest);
    return ok;
}

bool change_blocks(struct layout *layout, struct notes_change *changes, size_t count, size_t *done,
                   struct error *error)
{
    *done = count_apart(layout->arena, changes, count);
    for (size_t i = 0; i < *done; i++) {
        if (!change_is_apart(&changes[i]) && !carry_out(layout, &changes[i], error))
            return false;
    }
    return change_rest(layout, changes, *done, error);
}
