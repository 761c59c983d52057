/* SPDX-License-Identifier: ISC */
#include "layout.h"

#include "block.h"
#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "scalar.h"
#include "tree.h"

#include <stdlib.h>

/* Bytes of a file in which every block is read before it is written again. In larger ones only the
 * form of each line is looked at: damage that this does not show was told when the file was read,
 * and is kept as it is. */
#define LARGE ((size_t)8 << 20)

static int compare_strs(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static bool is_wanted(const struct layout *layout, struct str id)
{
    const struct strs *wanted = &layout->wanted;
    return !wanted->len || bsearch(&id, wanted->at, wanted->len, sizeof *wanted->at, compare_strs);
}

/* By id, then in the order of the file. */
static int compare_found(const void *a, const void *b)
{
    const struct found *x = a, *y = b;
    int order = str_cmp(x->id, y->id);
    return order ? order : (x->block > y->block) - (x->block < y->block);
}

/* A block that is not in this program's own form must at least be YAML. */
static bool read_other(struct layout *layout, struct blocks *blocks)
{
    size_t item = blocks->block.item;
    if (blocks->light &&
        block_read(layout->arena, layout->source, item, blocks->indent, &blocks->note, NULL))
        return true;
    const struct yaml_node *root =
        yaml_read(layout->arena, blocks_text(blocks, &blocks->block), NULL);
    bool ok = root && root->kind == YAML_LIST && root->first && !root->first->next;
    if (ok)
        notes_tree_place(root->first, &blocks->note);
    return ok;
}

static bool check_rest(const struct layout *layout)
{
    int lines;
    struct yaml_failure failure;
    const struct yaml_node *root, *list;
    return notes_tree(layout->arena, blocks_rest(layout->arena, &layout->blocks, &lines), &root,
                      &list, &failure) &&
           blocks_rest_is_right(root, list);
}

/* Where a file was cut off, it shows in its last block. */
static bool check_last(struct layout *layout)
{
    struct blocks *blocks = &layout->blocks;
    return !blocks->light || read_other(layout, blocks);
}

bool layout_read(struct arena *arena, struct str source, struct strs wanted, struct layout *layout)
{
    *layout = (struct layout){.arena = arena, .source = source, .wanted = wanted};
    layout->line_end = blocks_line_end(source);
    if (wanted.len)
        qsort(wanted.at, wanted.len, sizeof *wanted.at, compare_strs);
    struct blocks *blocks = &layout->blocks;
    if (!blocks_begin(blocks, source))
        return false;
    blocks->light = source.len > LARGE;
    if (blocks->light && !scalar_is_clean(str_sub(source, blocks->list, source.len)))
        blocks->light = false;
    while (blocks_next(NULL, blocks)) {
        if (!blocks->own && !read_other(layout, blocks))
            return false;
        struct str id = blocks->note.id;
        if (id.len && is_wanted(layout, id))
            *vec_add(arena, &layout->found) = (struct found){id, layout->all.len};
        *vec_add(arena, &layout->all) = blocks->block;
    }
    if (layout->found.len)
        qsort(layout->found.at, layout->found.len, sizeof *layout->found.at, compare_found);
    return layout->all.len && !blocks->odd && check_last(layout) && check_rest(layout);
}

size_t layout_find(const struct layout *layout, struct str id)
{
    size_t low = 0, high = layout->found.len;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (str_cmp(layout->found.at[middle].id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool there = low < layout->found.len && str_eq(layout->found.at[low].id, id);
    return there ? low : layout->found.len;
}

struct str layout_text(const struct layout *layout, size_t block)
{
    return blocks_text(&layout->blocks, &layout->all.at[block]);
}

const struct yaml_node *layout_tree(const struct layout *layout, size_t block)
{
    const struct yaml_node *root = yaml_read(layout->arena, layout_text(layout, block), NULL);
    return root ? root->first : NULL;
}

int layout_compare(const struct note *a, const struct note *b)
{
    int order = str_cmp(a->article, b->article);
    uint32_t x = a->has_passage ? a->at.start : 0, y = b->has_passage ? b->at.start : 0;
    if (!order)
        order = (x > y) - (x < y);
    return order ? order : str_cmp(a->id, b->id);
}

static void read_place(struct arena *arena, const struct layout *layout, size_t block,
                       struct note *note)
{
    size_t item = layout->all.at[block].item;
    if (block_read(arena, layout->source, item, layout->blocks.indent, note, NULL))
        return;
    const struct yaml_node *root = yaml_read(arena, layout_text(layout, block), NULL);
    *note = (struct note){0};
    if (root && root->first)
        notes_tree_place(root->first, note);
}

/* The first block that belongs behind PLACE. The blocks stand in order, or nearly so: where a
 * person put some elsewhere, any place between two that fit will do. */
static size_t find_place(const struct layout *layout, const struct note *place)
{
    size_t low = 0, high = layout->all.len;
    struct arena *arena = arena_new();
    while (low < high) {
        size_t middle = (low + high) / 2;
        struct note there = {0};
        read_place(arena, layout, middle, &there);
        if (layout_compare(&there, place) > 0)
            high = middle;
        else
            low = middle + 1;
    }
    arena_free(arena);
    return low;
}

/* A literal with "+" takes the empty lines behind it in. */
static bool keeps_empty_lines(struct str text)
{
    return str_find(text, STR("+\n"), 0) >= 0 || str_find(text, STR("+\r\n"), 0) >= 0;
}

static size_t list_end(const struct layout *layout)
{
    const struct block *last = &layout->all.at[layout->all.len - 1];
    struct str text = str_sub(layout->source, last->item, last->end);
    return keeps_empty_lines(text) ? last->stop : last->end;
}

static void splice(struct layout *layout, size_t from, size_t to, struct str text,
                   const struct note *place)
{
    struct splice *added = vec_add(layout->arena, &layout->splices);
    *added = (struct splice){.from = from, .to = to, .text = text};
    if (place)
        added->place = *place;
}

void layout_add(struct layout *layout, const struct note *place, struct str lines)
{
    size_t behind = find_place(layout, place);
    bool last = behind == layout->all.len;
    size_t at = last ? list_end(layout) : layout->all.at[behind].start;
    splice(layout, at, at, lines, place);
}

void layout_replace(struct layout *layout, size_t block, struct str lines)
{
    const struct block *old = &layout->all.at[block];
    splice(layout, old->item, old->end, lines, NULL);
}

static void remove_from(struct layout *layout, size_t block, size_t from)
{
    const struct block *old = &layout->all.at[block];
    bool last = block + 1 == layout->all.len;
    splice(layout, from, last ? old->end : old->stop, STR(""), NULL);
}

void layout_remove(struct layout *layout, size_t block)
{
    remove_from(layout, block, layout->all.at[block].item);
}

void layout_move(struct layout *layout, size_t block, const struct note *place, struct str lines)
{
    const struct block *old = &layout->all.at[block];
    struct str above = str_sub(layout->source, old->start, old->item);
    remove_from(layout, block, old->start);
    layout_add(layout, place,
               arena_printf(layout->arena, "%.*s%.*s", STR_ARG(above), STR_ARG(lines)));
}

/* Byte AT of what blocks_rest gave is which byte of the source. */
static size_t rest_place(const struct layout *layout, struct str rest, size_t at)
{
    const struct blocks *blocks = &layout->blocks;
    size_t tail = layout->source.len - blocks->end;
    return at <= blocks->list      ? at
           : at + tail >= rest.len ? at + layout->source.len - rest.len
                                   : SIZE_MAX;
}

bool layout_change_rest(struct layout *layout, struct str old, struct str new)
{
    size_t same = 0, ends = 0, least = old.len < new.len ? old.len : new.len;
    while (same < least && old.at[same] == new.at[same])
        same++;
    while (ends < least - same && old.at[old.len - 1 - ends] == new.at[new.len - 1 - ends])
        ends++;
    size_t from = rest_place(layout, old, same), to = rest_place(layout, old, old.len - ends);
    if (from == SIZE_MAX || to == SIZE_MAX ||
        (from <= layout->blocks.list && to > layout->blocks.list))
        return false;
    splice(layout, from, to, str_sub(new, same, new.len - ends), NULL);
    return true;
}

/* Blocks that are added at one place stand in their own order; what is added to the rest of the
 * file comes behind the list. */
static int compare_splices(const void *a, const void *b)
{
    const struct splice *x = a, *y = b;
    int order = (x->from > y->from) - (x->from < y->from);
    if (!order)
        order = (x->to > y->to) - (x->to < y->to);
    if (!order)
        order = !x->place.id.len - !y->place.id.len;
    return order ? order : layout_compare(&x->place, &y->place);
}

static void put(struct layout *layout, struct strs *pieces, struct str piece)
{
    if (piece.len)
        *vec_add(layout->arena, pieces) = piece;
}

void layout_pieces(struct layout *layout, struct strs *pieces)
{
    size_t done = 0;
    char before = '\n';
    if (layout->splices.len)
        qsort(layout->splices.at, layout->splices.len, sizeof *layout->splices.at, compare_splices);
    for (size_t i = 0; i < layout->splices.len; i++) {
        const struct splice *splice = &layout->splices.at[i];
        if (splice->from > done) {
            put(layout, pieces, str_sub(layout->source, done, splice->from));
            before = layout->source.at[splice->from - 1];
        }
        if (splice->text.len && splice->from && before != '\n')
            put(layout, pieces, layout->line_end);
        put(layout, pieces, splice->text);
        if (splice->text.len)
            before = splice->text.at[splice->text.len - 1];
        done = splice->to > done ? splice->to : done;
    }
    put(layout, pieces, str_sub(layout->source, done, layout->source.len));
    if (layout->source.len > done)
        before = layout->source.at[layout->source.len - 1];
    if (before != '\n')
        put(layout, pieces, layout->line_end);
}
