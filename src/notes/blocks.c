/* SPDX-License-Identifier: ISC */
/* What stands as deep in as the first dash, with a dash, begins a block; what stands deeper belongs
 * to it; what stands at the start of a line and is no comment ends the list. In YAML a text in
 * quotation marks may break these rules: then a block does not read by itself, and the file is read
 * as a whole. */
#include "blocks.h"

#include "block.h"
#include "dossier/base/buf.h"
#include "tree.h"

#include <string.h>

static size_t line_after(struct str source, size_t at)
{
    const char *found = at < source.len ? memchr(source.at + at, '\n', source.len - at) : NULL;
    return found ? (size_t)(found - source.at) + 1 : source.len;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/* The first byte at or after AT that is no space: a line feed in an empty line. */
static size_t ink_of(struct str source, size_t at)
{
    while (at < source.len && source.at[at] == ' ')
        at++;
    return at;
}

static bool is_empty_line(struct str source, size_t at)
{
    while (at < source.len && is_blank(source.at[at]))
        at++;
    return at == source.len || source.at[at] == '\n';
}

static bool is_dash(struct str source, size_t at)
{
    return at < source.len && source.at[at] == '-' &&
           (at + 1 == source.len || source.at[at + 1] == '\n' || is_blank(source.at[at + 1]));
}

/* Nothing but a comment stands behind AT in its line. */
static bool is_rest_empty(struct str source, size_t at)
{
    if (is_empty_line(source, at))
        return true;
    size_t ink = ink_of(source, at);
    return ink > at && source.at[ink] == '#';
}

bool blocks_begin(struct blocks *blocks, struct str source)
{
    static const struct str key = {"notes:", 6};
    *blocks = (struct blocks){.source = source, .line = 1};
    if (source.len >= UINT32_MAX)
        return false;
    size_t at = 0;
    while (at < source.len && !str_starts(str_sub(source, at, at + key.len), key)) {
        at = line_after(source, at);
        blocks->line++;
    }
    if (at == source.len || !is_rest_empty(source, at + key.len))
        return false;
    at = line_after(source, at);
    blocks->line++;
    blocks->list = blocks->at = blocks->end = at;
    blocks->list_line = blocks->line;
    while (at < source.len) {
        size_t ink = ink_of(source, at);
        if (is_dash(source, ink)) {
            blocks->indent = ink - at;
            return true;
        }
        if (!is_empty_line(source, at) && source.at[ink] != '#')
            return false;
        at = line_after(source, at);
    }
    return false;
}

enum line { LINE_INSIDE, LINE_EMPTY, LINE_DASH, LINE_COMMENT, LINE_ABOVE, LINE_END, LINE_ODD };

static enum line look_at(const struct blocks *blocks, size_t at)
{
    struct str source = blocks->source;
    size_t ink = ink_of(source, at), deep = ink - at;
    if (is_empty_line(source, ink))
        return LINE_EMPTY;
    if (deep > blocks->indent)
        return LINE_INSIDE;
    if (source.at[ink] == '#')
        return deep == blocks->indent ? LINE_ABOVE : LINE_COMMENT;
    if (deep == blocks->indent && is_dash(source, ink))
        return LINE_DASH;
    return deep == 0 ? LINE_END : LINE_ODD;
}

/* Goes to the next dash, over comments; the block's START is where those right above it begin. */
static bool find_dash(struct blocks *blocks)
{
    size_t above = SIZE_MAX;
    for (;;) {
        if (blocks->at >= blocks->source.len)
            return false;
        enum line line = look_at(blocks, blocks->at);
        if (line == LINE_DASH)
            break;
        if (line == LINE_END || line == LINE_ODD || line == LINE_INSIDE) {
            blocks->odd = line != LINE_END;
            return false;
        }
        if (line != LINE_ABOVE)
            above = SIZE_MAX;
        else if (above == SIZE_MAX)
            above = blocks->at;
        blocks->at = line_after(blocks->source, blocks->at);
        blocks->line++;
    }
    blocks->block = (struct block){.item = (uint32_t)blocks->at, .line = blocks->line};
    blocks->block.start = above == SIZE_MAX ? blocks->block.item : (uint32_t)above;
    return true;
}

static int count_lines(struct str source, size_t from, size_t to)
{
    int count = 0;
    for (const char *p = source.at + from, *end = source.at + to;
         p < end && (p = memchr(p, '\n', (size_t)(end - p))); p++)
        count++;
    return count;
}

/* Goes on behind the block: END and STOP, which are set, move behind each line that is found to
 * belong to it. True if one does. */
static bool find_end(struct blocks *blocks)
{
    struct str source = blocks->source;
    struct block *block = &blocks->block;
    bool found = false, empty = true;
    int lines = 0;
    for (size_t at = block->end; at < source.len;) {
        enum line line = look_at(blocks, at);
        if (line == LINE_DASH || line == LINE_END || line == LINE_ODD)
            break;
        at = line_after(source, at);
        lines++;
        if (line == LINE_INSIDE) {
            block->end = (uint32_t)at;
            found = true;
        }
        empty = line == LINE_INSIDE || (empty && line == LINE_EMPTY);
        if (empty) {
            block->stop = (uint32_t)at;
            blocks->line += lines;
            lines = 0;
        }
    }
    return found;
}

static void read_block(struct arena *arena, struct blocks *blocks)
{
    struct block *block = &blocks->block;
    int lines;
    size_t end =
        block_read(arena, blocks->source, block->item, blocks->indent, &blocks->note, &lines);
    blocks->own = end > 0;
    blocks->line += end ? lines : 1;
    if (!end)
        end = line_after(blocks->source, block->item);
    block->end = block->stop = (uint32_t)end;
    if (find_end(blocks))
        blocks->own = false;
}

bool blocks_next(struct arena *arena, struct blocks *blocks)
{
    if (blocks->odd || !find_dash(blocks))
        return false;
    read_block(arena, blocks);
    blocks->at = blocks->end = blocks->block.stop;
    return true;
}

struct str blocks_text(const struct blocks *blocks, const struct block *block)
{
    return str_sub(blocks->source, block->item, block->stop);
}

struct str blocks_stand_in(struct arena *arena, struct str head, size_t indent, struct str tail)
{
    struct buf rest = {0};
    buf_str(&rest, head);
    buf_printf(&rest, "%*s- %s\n", (int)indent, "", STAND_IN);
    buf_str(&rest, tail);
    struct str copy = arena_str(arena, buf_view(&rest));
    buf_free(&rest);
    return copy;
}

struct str blocks_rest(struct arena *arena, const struct blocks *blocks, int *lines)
{
    struct str source = blocks->source;
    *lines = count_lines(source, blocks->list, blocks->end) - 1;
    return blocks_stand_in(arena, str_sub(source, 0, blocks->list), blocks->indent,
                           str_sub(source, blocks->end, source.len));
}

bool blocks_rest_is_right(const struct yaml_node *root, const struct yaml_node *list)
{
    return notes_tree_lists(root) == 1 && list && list->first && !list->first->next &&
           list->first->kind == YAML_SCALAR && str_is(list->first->text, STAND_IN);
}

struct str blocks_line_end(struct str source)
{
    struct str first = str_sub(source, 0, line_after(source, 0));
    return str_ends(first, STR("\r\n")) ? STR("\r\n") : STR("\n");
}
