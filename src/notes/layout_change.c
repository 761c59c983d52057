/* SPDX-License-Identifier: ISC */
/* What is not changed is never touched: a change is a range of bytes and what goes in its place. */
#include "layout.h"

#include "dossier/base/memory.h"

#include <stdlib.h>

int layout_compare(const struct note *a, const struct note *b)
{
    int order = str_cmp(a->article, b->article);
    uint32_t x = a->has_passage ? a->at.start : 0, y = b->has_passage ? b->at.start : 0;
    if (!order)
        order = (x > y) - (x < y);
    return order ? order : str_cmp(a->id, b->id);
}

/* The first block that belongs behind PLACE. The blocks stand in order, or nearly so: where a
 * person put some elsewhere, any place between two that fit will do. */
static size_t find_place(const struct layout *layout, const struct note *place)
{
    size_t low = 0, high = layout->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        struct note there = {0};
        layout_place(layout, middle, &there);
        if (layout_compare(&there, place) > 0)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* A literal with "+" takes the empty lines behind it in. */
static bool keeps_empty_lines(struct str text)
{
    return str_find(text, STR("+\n"), 0) >= 0 || str_find(text, STR("+\r\n"), 0) >= 0;
}

static size_t list_end(const struct layout *layout)
{
    struct block last = layout_block(layout, layout->count - 1);
    struct str text = layout_part(layout, last.item, last.end);
    return keeps_empty_lines(text) ? last.stop : last.end;
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
    bool last = behind == layout->count;
    size_t at = last ? list_end(layout) : layout_block(layout, behind).start;
    splice(layout, at, at, lines, place);
}

void layout_replace(struct layout *layout, size_t block, struct str lines)
{
    struct block old = layout_block(layout, block);
    splice(layout, old.item, old.end, lines, NULL);
}

static void remove_from(struct layout *layout, size_t block, size_t from)
{
    struct block old = layout_block(layout, block);
    bool last = block + 1 == layout->count;
    splice(layout, from, last ? old.end : old.stop, STR(""), NULL);
}

void layout_remove(struct layout *layout, size_t block)
{
    remove_from(layout, block, layout_block(layout, block).item);
}

void layout_move(struct layout *layout, size_t block, const struct note *place, struct str lines)
{
    struct block old = layout_block(layout, block);
    struct str above = layout_part(layout, old.start, old.item);
    remove_from(layout, block, old.start);
    layout_add(layout, place,
               arena_printf(layout->arena, "%.*s%.*s", STR_ARG(above), STR_ARG(lines)));
}

/* Byte AT of what blocks_rest gave is which byte of the source. */
static size_t rest_place(const struct layout *layout, struct str rest, size_t at)
{
    size_t tail = layout->source.len - layout->end;
    return at <= layout->list      ? at
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
    if (from == SIZE_MAX || to == SIZE_MAX || (from <= layout->list && to > layout->list))
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

/* What is in memory of the file that comes to be, and its last byte. */
struct joined {
    struct pieces *pieces;
    char last;
};

static void put(struct layout *layout, struct joined *joined, struct str bytes)
{
    if (!bytes.len)
        return;
    *vec_add(layout->arena, joined->pieces) = (struct file_piece){.bytes = bytes, .fd = -1};
    joined->last = bytes.at[bytes.len - 1];
}

static void put_part(struct layout *layout, struct joined *joined, size_t from, size_t to)
{
    const struct source *source = &layout->source;
    if (from >= to)
        return;
    if (source->fd < 0) {
        put(layout, joined, str_sub(source->bytes, from, to));
        return;
    }
    *vec_add(layout->arena, joined->pieces) =
        (struct file_piece){.fd = source->fd, .from = from, .to = to, .moment = source->moment};
    struct str last = layout_part(layout, to - 1, to);
    joined->last = last.len ? last.at[0] : '\n';
}

void layout_pieces(struct layout *layout, struct pieces *pieces)
{
    struct joined joined = {pieces, '\n'};
    size_t done = 0;
    if (layout->splices.len)
        qsort(layout->splices.at, layout->splices.len, sizeof *layout->splices.at, compare_splices);
    for (size_t i = 0; i < layout->splices.len; i++) {
        const struct splice *splice = &layout->splices.at[i];
        put_part(layout, &joined, done, splice->from);
        bool begins_line = splice->place.id.len || splice->from == layout->end;
        if (splice->text.len && begins_line && joined.last != '\n')
            put(layout, &joined, layout->line_end);
        put(layout, &joined, splice->text);
        done = splice->to > done ? splice->to : done;
    }
    put_part(layout, &joined, done, layout->source.len);
    if (joined.last != '\n')
        put(layout, &joined, layout->line_end);
}
