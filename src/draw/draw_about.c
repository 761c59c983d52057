/* SPDX-License-Identifier: ISC */
/* What is known of an article: a row a fact, and one for each paragraph that is not its body. */
#include "parts.h"

#include "dossier/base/memory.h"
#include "flow.h"

#define NAME_WIDTH 10
#define KIND_WIDTH 14
#define WHO_WIDTH 14
#define WHO_LEAST 60 /* columns of a row from which it also tells who says so */

static struct str value_of(struct arena *arena, const struct state *state,
                           const struct about_row *row)
{
    struct buf value = {0};
    about_value(state, row, &value);
    struct str line = flow_one_line(arena, buf_view(&value));
    buf_free(&value);
    return line;
}

static const char *sign_of(const struct state *state, const struct about_row *row)
{
    if (about_is_open(state, row))
        return "~ ";
    return about_is_stated(state, row) ? "✓ " : "  ";
}

static void put_row(struct pen *pen, const struct state *state, size_t number)
{
    const struct about_row *row = &state->about.at[number];
    struct arena *arena = pen->cells->arena;
    struct str value = value_of(arena, state, row);
    bool outside = row->outside.end;
    int who = pen_room(pen) >= WHO_LEAST && !outside ? WHO_WIDTH : 0;
    unsigned style = outside                       ? STYLE_BOILERPLATE
                     : about_is_open(state, row)   ? STYLE_WORKED_OUT
                     : about_is_stated(state, row) ? STYLE_TEXT
                                                   : STYLE_STATUS;
    pen_chars(pen, STYLE_KEY, number == state->about.list.cursor ? "▸" : " ");
    if (outside)
        pen_chars(pen, STYLE_TEXT, "  ");
    pen_column(pen, outside ? STYLE_BOILERPLATE : STYLE_STATUS, str_of(about_name(row)),
               outside ? KIND_WIDTH : NAME_WIDTH);
    if (!outside)
        pen_chars(pen, style, sign_of(state, row));
    if (who)
        pen_column(pen, style, value, pen_room(pen) - who - 1);
    else
        pen_cut(pen, style, value, pen_room(pen));
    if (who)
        pen_chars(pen, style, " ");
    if (who)
        pen_cut(pen, STYLE_STATUS, str_of(about_who(state, row)), pen_room(pen));
}

static size_t count_open(const struct state *state)
{
    size_t count = 0;
    for (size_t i = 0; i < state->about.len; i++)
        count += !state->about.at[i].outside.end && about_is_open(state, &state->about.at[i]);
    return count;
}

void draw_about(struct cells *out, const struct state *state, struct rectangle where)
{
    const struct article *article = state_article(state);
    size_t open = article ? count_open(state) : 0;
    struct heading_piece pieces[] = {
        {STR("About"), STYLE_PANE, 0, false},
        {article ? article->label : STR(""), STYLE_KEY, 0, false},
        {arena_printf(out->arena, "%zu worked out", open), STYLE_PANE, 1, true},
    };
    draw_heading(out, state, where, true, pieces, open ? 3 : 2);
    where = draw_below(where, 1);
    size_t top = draw_top(&state->about.list, where.height);
    for (int i = 0; i < where.height && top + (size_t)i < state->about.len; i++) {
        size_t row = top + (size_t)i;
        struct pen pen = pen_at(out, where.x, where.y + i, where.width);
        put_row(&pen, state, row);
        if (row == state->about.list.cursor)
            draw_row_here(out, state, PANE_XREF, where, i);
    }
    if (!state->about.len)
        draw_sentence(out, where, STYLE_TEXT, STR("No article is here"));
}

void draw_about_detail(struct cells *out, const struct state *state, struct rectangle where)
{
    const struct about_row *row = about_here(state);
    struct arena *arena = out->arena;
    struct buf why = {0};
    struct heading_piece pieces[] = {
        {str_of(about_name(row)), STYLE_PANE, 0, false},
        {str_of(row->outside.end ? "not the article" : about_who(state, row)), STYLE_PANE, 1, true},
    };
    draw_heading(out, state, where, false, pieces, COUNT(pieces));
    where = draw_inside(where);
    about_why(state, row, &why);
    struct flow flow = {.arena = arena, .width = where.width};
    flow_block(&flow, 1);
    flow_put(&flow, "", STYLE_TEXT, value_of(arena, state, row), NULL);
    flow_block(&flow, 1);
    flow_put(&flow, "", STYLE_STATUS, flow_one_line(arena, buf_view(&why)), NULL);
    flow_block(&flow, 0);
    flow_put(&flow, "", STYLE_STATUS, STR("~ worked out  ✓ stated, or confirmed by you"), NULL);
    flow.at[flow.count - 1].bottom = true;
    flow_draw(&flow, out, where);
    buf_free(&why);
}
