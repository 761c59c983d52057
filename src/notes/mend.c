/* SPDX-License-Identifier: ISC */
/* Of a merge, the one side takes in what only the other has: whole blocks, as they stand there. */
#include "mend.h"

#include "change.h"
#include "clash.h"
#include "dossier/base/memory.h"
#include "item.h"
#include "recover.h"
#include "tree.h"
#include "verdict_item.h"

/* A note of the other side. */
struct other {
    const struct layout *side;
    size_t block;
    struct held held;
};

static bool is_yaml(struct arena *arena, struct str text)
{
    const struct yaml_node *root, *list;
    struct yaml_failure failure;
    return notes_tree(arena, text, &root, &list, &failure) && notes_tree_lists(root) < 2;
}

static bool mend_side(struct arena *arena, struct str source, struct str *text, struct error *error)
{
    struct recovered out;
    *text = source;
    if (is_yaml(arena, source))
        return true;
    if (!recover_mend(arena, source, STR(""), NULL, &out, error))
        return false;
    *text = out.text;
    return true;
}

static void read_held(const struct layout *layout, size_t block, struct held *held)
{
    struct str text = layout_text(layout, block);
    *held = (struct held){.there = true};
    held->whole = item_read(layout->arena, text, layout->indent, &held->note);
}

/* The lines of OTHER as they stand, with the comments above them where COMMENTS. */
static struct str lines_of(const struct layout *into, const struct other *other, bool comments)
{
    struct buf lines = {0};
    struct block block = layout_block(other->side, other->block);
    struct str text = layout_part(other->side, comments ? block.start : block.item, block.end);
    item_put_lines(&lines, text, other->side->indent, into->indent, into->line_end);
    struct str copy = arena_str(into->arena, buf_view(&lines));
    buf_free(&lines);
    return copy;
}

static bool has_lines(const struct layout *layout, struct str lines)
{
    for (size_t i = 0; i < layout->count; i++) {
        if (str_eq(str_trim(layout_text(layout, i)), str_trim(lines)))
            return true;
    }
    return false;
}

/* OTHER differs from the note with its id: it becomes one of its own. */
static void add_version(struct layout *into, const struct other *other)
{
    struct note note = other->held.note;
    struct buf item = {0}, lines = {0};
    clash_part(into->arena, &note);
    if (layout_find(into, note.id) == into->found.len) {
        notes_item(&note, &item);
        item_put_other_keys(&item, layout_tree(other->side, other->block));
        item_put_block(&lines, buf_view(&item), into->indent, into->line_end);
        layout_add(into, &note, arena_str(into->arena, buf_view(&lines)));
    }
    buf_free(&item);
    buf_free(&lines);
}

static void take_block(struct layout *into, const struct other *other)
{
    const struct note *note = &other->held.note;
    size_t at = other->held.whole ? layout_find(into, note->id) : into->found.len;
    struct held first;
    if (at == into->found.len) {
        struct note place = {0};
        const struct yaml_node *tree = layout_tree(other->side, other->block);
        struct str lines = lines_of(into, other, true);
        notes_tree_place(tree, &place);
        if (other->held.whole || !has_lines(into, lines))
            layout_add(into, &place, lines);
        return;
    }
    read_held(into, into->found.at[at].block, &first);
    enum clash clash = first.whole ? clash_decide(&first.note, note) : CLASH_BOTH;
    if (clash == CLASH_SECOND)
        layout_replace(into, into->found.at[at].block, lines_of(into, other, false));
    else if (clash == CLASH_BOTH)
        add_version(into, other);
}

static bool take_checks(struct arena *arena, struct buf *text, struct str theirs,
                        struct error *error)
{
    struct str before = arena_str(arena, buf_view(text));
    struct yaml_node const *mine = yaml_get(yaml_read(arena, before, NULL), "checked");
    struct yaml_node const *list = yaml_get(yaml_read(arena, theirs, NULL), "checked");
    bool ok = true;
    for (const struct yaml_node *item = list ? list->first : NULL; item && ok; item = item->next) {
        struct str id = schema_text(yaml_get(item, "id"));
        const struct yaml_node *twin = mine ? mine->first : NULL;
        int64_t on;
        while (twin && !str_eq(schema_text(yaml_get(twin, "id")), id))
            twin = twin->next;
        if (!twin && id.len && note_moment_read(schema_text(yaml_get(item, "on")), &on))
            ok = change_check(text, id, on, error);
    }
    return ok;
}

/* All of THEIRS but the notes, into TEXT. */
static bool take_rest(struct arena *arena, struct buf *text, struct str theirs, struct error *error)
{
    return take_checks(arena, text, theirs, error) && verdict_take_all(arena, text, theirs, error);
}

static bool take_rest_of(struct layout *into, const struct layout *from, struct error *error)
{
    struct buf rest = {0};
    struct str old = layout_rest(into);
    buf_str(&rest, old);
    bool ok = take_rest(into->arena, &rest, layout_rest(from), error) &&
              layout_change_rest(into, old, arena_str(into->arena, buf_view(&rest)));
    buf_free(&rest);
    return ok;
}

static struct str join(struct layout *layout)
{
    struct pieces pieces = {0};
    struct buf all = {0};
    layout_pieces(layout, &pieces);
    for (size_t i = 0; i < pieces.len; i++)
        buf_str(&all, pieces.at[i].bytes);
    struct str text = arena_str(layout->arena, buf_view(&all));
    buf_free(&all);
    return text;
}

static bool has_no_notes(struct arena *arena, struct str text)
{
    const struct yaml_node *root, *list;
    struct yaml_failure failure;
    return notes_tree(arena, text, &root, &list, &failure) && (!list || !list->first);
}

static bool read_side(struct arena *arena, struct str side, struct layout *layout)
{
    return layout_read(arena, (struct source){side, -1, side.len, 0}, (struct strs){0}, layout);
}

/* One of the sides has no notes: the other stays as it is, and takes in the rest. */
static bool add_rest(struct arena *arena, struct str side, struct str without, struct str *text,
                     struct error *error)
{
    struct buf all = {0};
    buf_str(&all, side);
    bool ok = take_rest(arena, &all, without, error);
    *text = arena_str(arena, buf_view(&all));
    buf_free(&all);
    return ok;
}

static bool combine(struct arena *arena, const struct str side[2], struct str *text,
                    struct error *error)
{
    struct layout into, from;
    bool in_blocks = read_side(arena, side[0], &into);
    if (has_no_notes(arena, side[1]))
        return add_rest(arena, side[0], side[1], text, error);
    if (has_no_notes(arena, side[0]))
        return add_rest(arena, side[1], side[0], text, error);
    if (!in_blocks || !read_side(arena, side[1], &from))
        return error_set(error, "the two sides of the merge can't be put together, because one is "
                                "not laid out in lines; finish the merge by hand");
    for (size_t i = 0; i < from.count; i++) {
        struct other other = {&from, i, {0}};
        read_held(&from, i, &other.held);
        take_block(&into, &other);
    }
    if (!take_rest_of(&into, &from, error))
        return false;
    *text = join(&into);
    return true;
}

bool mend_source(struct arena *arena, struct str source, struct str *text, struct error *error)
{
    struct recovered side[2];
    struct str texts[2];
    if (!recover_sides(arena, source, side))
        return mend_side(arena, source, text, error);
    return mend_side(arena, side[0].text, &texts[0], error) &&
           mend_side(arena, side[1].text, &texts[1], error) && combine(arena, texts, text, error);
}
