/* SPDX-License-Identifier: ISC */
/* What all panes share: headings that give way to narrow screens, sentences in empty ones,
 * scrolling. */
#include "parts.h"

#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"
#include "dossier/text/wrap.h"

#define PIECES 12

bool draw_by_signs(const struct state *state)
{
    return state_ascii(state) || state->options.linear || str_is(state->options.theme, "mono");
}

void draw_row_here(struct cells *out, const struct state *state, enum pane pane,
                   struct rectangle where, int line)
{
    cells_overlay(out, where.x, where.y + line, where.width, STYLE_ROW_HERE);
    if (layout_pane(state) == pane)
        cells_cursor(out, where.x, where.y + line);
}

size_t draw_top(const struct list *list, int rows)
{
    size_t height = rows > 0 ? (size_t)rows : 1;
    if (list->cursor < list->top)
        return list->cursor;
    return list->cursor >= list->top + height ? list->cursor - height + 1 : list->top;
}

struct rectangle draw_below(struct rectangle where, int lines)
{
    where.y += lines;
    where.height = where.height > lines ? where.height - lines : 0;
    return where;
}

struct rectangle draw_inside(struct rectangle where)
{
    int margin = where.width >= 30 ? 2 : 0;
    where = draw_below(where, 1);
    where.x += margin;
    where.width -= 2 * margin;
    return where;
}

void draw_sentence(struct cells *out, struct rectangle where, unsigned style, struct str sentence)
{
    struct spans lines = {0};
    int margin = where.width > 30 ? 2 : 0;
    int width = where.width - 2 * margin;
    wrap_lines(out->arena, sentence, (struct span){0, (uint32_t)sentence.len},
               width > 72 ? 72 : width, &lines);
    for (size_t i = 0; i < lines.len && (int)i < where.height; i++)
        cells_put(out, where.x + margin, where.y + (int)i, width, style,
                  span_of(sentence, lines.at[i]));
}

static int piece_width(const struct heading_piece *piece)
{
    return piece->text.len ? text_width(piece->text) + 2 : 0;
}

/* Leaves out what can be spared till the rest fits WIDTH; if it never does, the first piece is cut.
 */
static void spare(struct arena *arena, struct heading_piece *pieces, size_t count, int width)
{
    for (;;) {
        int total = 0;
        struct heading_piece *first = NULL;
        for (size_t i = 0; i < count; i++) {
            total += piece_width(&pieces[i]);
            if (pieces[i].text.len && pieces[i].spare && (!first || pieces[i].spare > first->spare))
                first = &pieces[i];
        }
        if (total <= width)
            return;
        if (!first) {
            int room = text_width(pieces[0].text) - (total - width) - 1;
            struct str fits = text_fit(pieces[0].text, room > 0 ? room : 0);
            pieces[0].text = arena_printf(arena, "%.*s…", STR_ARG(fits));
            return;
        }
        first->text = STR("");
    }
}

static int right_width(const struct heading_piece *pieces, size_t count)
{
    int width = 0;
    for (size_t i = 0; i < count; i++)
        width += pieces[i].right ? piece_width(&pieces[i]) : 0;
    return width;
}

static void put_pieces(struct pen *pen, const struct heading_piece *pieces, size_t count,
                       bool right, bool focus)
{
    for (size_t i = 0; i < count; i++) {
        if (pieces[i].right != right || !pieces[i].text.len)
            continue;
        int room = pen_room(pen) - 1;
        pen_chars(pen, STYLE_RULE, " ");
        bool quiet = !focus && pieces[i].style == STYLE_PANE;
        pen_cut(pen, quiet ? STYLE_RULE : pieces[i].style, pieces[i].text, room);
        pen_chars(pen, STYLE_RULE, " ");
    }
}

void draw_heading(struct cells *out, const struct state *state, struct rectangle where, bool focus,
                  const struct heading_piece *pieces, size_t count)
{
    if (where.height < 1)
        return;
    struct heading_piece kept[PIECES] = {{.style = 0}};
    count = count < PIECES ? count : PIECES;
    for (size_t i = 0; i < count; i++)
        kept[i] = pieces[i];
    /* the focus shows in the rule itself, not in its colour alone */
    const char *rule = state->options.linear ? " " : focus ? "━" : "─";
    int border = state->options.linear ? 0 : where.width >= 60 ? 2 : 1;
    spare(out->arena, kept, count, where.width - border);
    struct pen pen = pen_at(out, where.x, where.y, where.width);
    pen_fill(&pen, STYLE_RULE, rule, where.x + border);
    put_pieces(&pen, kept, count, false, focus);
    int right = right_width(kept, count);
    int after = right && !state->options.linear ? 1 : 0;
    pen_fill(&pen, STYLE_RULE, rule, where.x + where.width - right - after);
    put_pieces(&pen, kept, count, true, focus);
    pen_fill(&pen, STYLE_RULE, rule, where.x + where.width);
}

struct rectangle draw_detail(struct cells *out, const struct state *state, struct rectangle where,
                             struct str place, const struct article *article)
{
    struct heading_piece pieces[] = {
        {place, STYLE_PANE, 0, false},
        {draw_date(out->arena, article, DATE_WHOLE), STYLE_PANE, 1, false},
        {article->facts.source, STYLE_PANE, 2, false},
    };
    draw_heading(out, state, where, false, pieces, COUNT(pieces));
    return draw_inside(where);
}
