/* SPDX-License-Identifier: ISC */
#include "layout.h"

#include "block.h"
#include "dossier/base/buf.h"
#include "dossier/base/memory.h"
#include "tree.h"

#include <stdlib.h>

static int compare_strs(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static bool is_wanted(const struct layout *layout, struct str id)
{
    const struct strs *wanted = &layout->wanted;
    size_t low = 0, high = wanted->len;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = str_cmp(wanted->at[middle], id);
        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return !wanted->len;
}

/* By id, then in the order of the file. */
static int compare_found(const void *a, const void *b)
{
    const struct found *x = a, *y = b;
    int order = str_cmp(x->id, y->id);
    return order ? order : (x->block > y->block) - (x->block < y->block);
}

struct str layout_part(const struct layout *layout, size_t from, size_t to)
{
    const struct source *source = &layout->source;
    if (source->fd < 0)
        return str_sub(source->bytes, from, to);
    char *bytes = arena_get(layout->arena, to > from ? to - from + 1 : 1);
    bool ok = to > from && file_read_part(source->fd, from, bytes, to - from);
    return (struct str){bytes, ok ? to - from : 0};
}

struct str layout_rest(const struct layout *layout)
{
    return blocks_stand_in(layout->arena, layout_part(layout, 0, layout->list), layout->indent,
                           layout_part(layout, layout->end, layout->source.len));
}

/* A block that is not in this program's own form must at least be YAML. */
static bool read_other(const struct layout *layout, struct str text, struct note *note)
{
    size_t end = block_read(layout->arena, text, 0, layout->indent, note, NULL);
    if (end && !str_trim(str_sub(text, end, text.len)).len)
        return true;
    const struct yaml_node *root = yaml_read(layout->arena, text, NULL);
    bool ok = root && root->kind == YAML_LIST && root->first && !root->first->next;
    if (ok)
        notes_tree_place(root->first, note);
    return ok;
}

static void take_id(struct layout *layout, size_t block, struct str id)
{
    if (id.len && is_wanted(layout, id))
        *vec_add(layout->arena, &layout->found) =
            (struct found){arena_str(layout->arena, id), block};
}

static bool read_memory(struct layout *layout)
{
    struct blocks blocks;
    layout->line_end = blocks_line_end(layout->source.bytes);
    if (!blocks_begin(&blocks, layout->source.bytes))
        return false;
    layout->list = blocks.list;
    layout->indent = blocks.indent;
    while (blocks_next(NULL, &blocks)) {
        if (!blocks.own && !read_other(layout, blocks_text(&blocks, &blocks.block), &blocks.note))
            return false;
        take_id(layout, layout->count++, blocks.note.id);
        *vec_add(layout->arena, &layout->all) = blocks.block;
    }
    layout->end = blocks.end;
    return !blocks.odd;
}

/* Blocks whose id does not stand behind the dash are read when all are known. */
struct visit {
    struct layout *layout;
    struct {
        size_t *at;
        size_t len, cap;
    } others;
};

static void visit_block(void *context, size_t number, struct str id)
{
    struct visit *visit = context;
    take_id(visit->layout, number, id);
    if (!id.len)
        *vec_add(visit->layout->arena, &visit->others) = number;
}

static bool read_disk(struct layout *layout)
{
    struct visit visit = {.layout = layout};
    const struct scan *scan = &layout->scan;
    if (!scan_file(layout->arena, layout->source.fd, layout->source.len, visit_block, &visit,
                   &layout->scan))
        return false;
    layout->line_end = scan->line_end;
    layout->indent = scan->indent;
    layout->list = scan->list;
    layout->count = scan->items.len;
    layout->end = scan->end;
    if (layout->count)
        layout->end = layout_block(layout, layout->count - 1).stop;
    for (size_t i = 0; i < visit.others.len; i++) {
        struct note note = {0};
        if (!read_other(layout, layout_text(layout, visit.others.at[i]), &note))
            return false;
        take_id(layout, visit.others.at[i], note.id);
    }
    return true;
}

/* Of a file on disk the lines around the block are read again, for the comments above it and the
 * empty lines behind. */
struct block layout_block(const struct layout *layout, size_t number)
{
    const struct scan *scan = &layout->scan;
    if (layout->source.fd < 0)
        return layout->all.at[number];
    size_t item = scan->items.at[number];
    size_t from = number ? scan->items.at[number - 1] : layout->list;
    size_t to = number + 1 < scan->items.len ? scan->items.at[number + 1] : scan->end;
    struct blocks blocks = {.source = layout_part(layout, from, to), .indent = layout->indent};
    struct block block = {.start = (uint32_t)(item - from), .item = (uint32_t)(item - from)};
    block.end = block.stop = (uint32_t)blocks.source.len;
    while (blocks_next(NULL, &blocks)) {
        if (blocks.block.item == item - from)
            block = blocks.block;
    }
    block.start += (uint32_t)from;
    block.item += (uint32_t)from;
    block.end += (uint32_t)from;
    block.stop += (uint32_t)from;
    return block;
}

static bool check_rest(const struct layout *layout)
{
    struct yaml_failure failure;
    const struct yaml_node *root, *list;
    return notes_tree(layout->arena, layout_rest(layout), &root, &list, &failure) &&
           blocks_rest_is_right(root, list);
}

/* Where a file was cut off, it shows in its last block. */
static bool check_last(struct layout *layout)
{
    struct note note;
    return read_other(layout, layout_text(layout, layout->count - 1), &note);
}

bool layout_read(struct arena *arena, struct source source, struct strs wanted,
                 struct layout *layout)
{
    *layout = (struct layout){.arena = arena, .source = source, .wanted = wanted};
    if (wanted.len)
        qsort(wanted.at, wanted.len, sizeof *wanted.at, compare_strs);
    bool ok = source.fd < 0 ? read_memory(layout) : read_disk(layout);
    if (layout->found.len)
        qsort(layout->found.at, layout->found.len, sizeof *layout->found.at, compare_found);
    return ok && layout->count && check_last(layout) && check_rest(layout);
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
    struct block at = layout_block(layout, block);
    return layout_part(layout, at.item, at.stop);
}

const struct yaml_node *layout_tree(const struct layout *layout, size_t block)
{
    const struct yaml_node *root = yaml_read(layout->arena, layout_text(layout, block), NULL);
    return root ? root->first : NULL;
}

bool layout_place(const struct layout *layout, size_t block, struct note *place)
{
    return read_other(layout, layout_text(layout, block), place);
}
