/* SPDX-License-Identifier: ISC */
#include "flow.h"

#include "dossier/base/memory.h"
#include "dossier/config/theme.h"
#include "dossier/text/grapheme.h"
#include "dossier/text/safe.h"
#include "dossier/text/wrap.h"

void flow_block(struct flow *flow, size_t least)
{
    if (flow->count < FLOW_BLOCKS)
        flow->at[flow->count++] = (struct flow_block){.least = least};
}

/* What of MARKS lies over the bytes LINE, counted from its first. */
static void cut_marks(struct arena *arena, const struct paints *marks, struct span line,
                      struct paints *out)
{
    for (size_t i = 0; marks && i < marks->len; i++) {
        struct span span = marks->at[i].span;
        if (!span_meets(span, line))
            continue;
        uint32_t start = span.start > line.start ? span.start - line.start : 0;
        uint32_t end = (span.end < line.end ? span.end : line.end) - line.start;
        *vec_add(arena, out) = (struct paint){{start, end}, marks->at[i].style};
    }
}

void flow_put(struct flow *flow, const char *label, unsigned style, struct str text,
              const struct paints *marks)
{
    struct flow_block *block = &flow->at[flow->count - 1];
    int indent = text_width(str_of(label)), room = flow->width - indent;
    uint32_t start = 0;
    for (struct str rest = text, part; str_split(&rest, '\n', &part);) {
        struct spans lines = {0};
        wrap_lines(flow->arena, part, (struct span){0, (uint32_t)part.len}, room > 1 ? room : 1,
                   &lines);
        for (size_t i = 0; i < lines.len; i++) {
            struct flow_line *line = vec_add(flow->arena, block);
            struct span whole = {start + lines.at[i].start, start + lines.at[i].end};
            *line = (struct flow_line){.text = span_of(part, lines.at[i]),
                                       .style = style,
                                       .indent = indent,
                                       .label = whole.start ? STR("") : str_of(label)};
            cut_marks(flow->arena, marks, whole, &line->marks);
        }
        start += (uint32_t)part.len + 1;
    }
}

/* How many lines are shown; with EMPTY ones between the blocks where they are counted. */
static size_t total(const struct flow *flow, bool empty)
{
    size_t lines = 0;
    for (size_t i = 0; i < flow->count; i++) {
        const struct flow_block *block = &flow->at[i];
        lines += block->shown + (empty && lines && block->shown && !block->joined);
    }
    return lines;
}

/* Takes lines from the blocks, of the last ones first, down to what each must have (FLOOR), or to
 * none. */
static void shrink(struct flow *flow, size_t room, bool keep)
{
    for (size_t i = flow->count; i-- > 0 && total(flow, false) > room;) {
        struct flow_block *block = &flow->at[i];
        size_t over = total(flow, false) - room;
        size_t floor = keep ? block->least : 0;
        size_t spare = block->shown > floor ? block->shown - floor : 0;
        block->shown -= spare < over ? spare : over;
    }
}

static void put_line(struct cells *out, struct rectangle where, int y, const struct flow_line *line,
                     bool more)
{
    int x = where.x + line->indent, width = where.width - line->indent;
    cells_put(out, where.x, y, where.width, STYLE_STATUS, line->label);
    struct str text = more ? text_fit(line->text, width - 2) : line->text;
    int end = cells_put(out, x, y, width, line->style, text);
    if (more)
        cells_put(out, x + end, y, width - end, line->style, STR(" …"));
    for (size_t i = 0; i < line->marks.len; i++) {
        const struct paint *mark = &line->marks.at[i];
        int from = text_width(str_sub(text, 0, mark->span.start));
        int to = text_width(str_sub(text, 0, mark->span.end));
        if (to > from)
            cells_overlay(out, x + from, y, to - from, mark->style);
    }
}

void flow_draw(struct flow *flow, struct cells *out, struct rectangle where)
{
    size_t room = where.height > 0 ? (size_t)where.height : 0;
    for (size_t i = 0; i < flow->count; i++)
        flow->at[i].shown = flow->at[i].len;
    bool empty = total(flow, true) <= room;
    shrink(flow, room, true);
    shrink(flow, room, false);
    int y = where.y;
    for (size_t i = 0; i < flow->count; i++) {
        const struct flow_block *block = &flow->at[i];
        if (!block->shown)
            continue;
        if (y > where.y && empty && !block->joined)
            y++;
        if (block->bottom)
            y = where.y + where.height - (int)block->shown;
        for (size_t j = 0; j < block->shown; j++)
            put_line(out, where, y++, &block->at[j], j + 1 == block->shown && j + 1 < block->len);
    }
}

struct str flow_one_line(struct arena *arena, struct str s)
{
    struct buf line = {0};
    safe_line(&line, s);
    struct str copy = arena_str(arena, buf_view(&line));
    buf_free(&line);
    return copy;
}
