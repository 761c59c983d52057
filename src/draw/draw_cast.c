/* SPDX-License-Identifier: ISC */
/* The actors of this article, or of the whole dossier, and how often they are named. */
#include "parts.h"

#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"

static bool whole(const struct state *state)
{
    return state->cast_whole;
}

static size_t most_mentions(const struct state *state)
{
    size_t most = 1;
    for (size_t i = 0; i < state->cast_len; i++)
        most =
            state->cast_rows[i].tally.mentions > most ? state->cast_rows[i].tally.mentions : most;
    return most;
}

/* What stands behind the names, widest last, as far as there is room for names of 20 columns. */
struct columns {
    int name, kind, bar, articles, dates;
};

static struct columns measure(const struct state *state, int width)
{
    struct columns c = {.name = 8};
    int room = width - 7 - 20;
    int *const columns[] = {&c.kind, &c.bar, &c.articles, &c.dates};
    static const int widths[] = {12, 8, 11, 29};
    size_t count = whole(state) ? COUNT(widths) : 2;
    for (size_t i = 0; i < count && room >= widths[i] + 2; i++) {
        *columns[i] = widths[i];
        room -= widths[i] + 2;
    }
    for (size_t i = 0; i < state->cast_len; i++) {
        int w = text_width(state->library->tags.at[state->cast_rows[i].actor].name);
        c.name = w > c.name ? w : c.name;
    }
    c.name = c.name < room + 20 ? c.name : room + 20;
    return c;
}

/* "18 Feb 2025~ – 27 Nov 2025": from when to when. */
static struct str dates(struct arena *arena, const struct corpus *corpus, const struct tally *tally)
{
    if (tally->first == DAY_NONE)
        return STR("");
    struct str first = draw_day(arena, corpus, tally->first);
    if (tally->first == tally->last)
        return first;
    return arena_printf(arena, "%.*s – %.*s", STR_ARG(first),
                        STR_ARG(draw_day(arena, corpus, tally->last)));
}

static void put_row(struct pen *pen, const struct state *state, const struct cast_row *row,
                    bool current, const struct columns *c, size_t most)
{
    struct arena *arena = pen->cells->arena;
    const struct actor *actor = &state->library->tags.at[row->actor];
    bool here = state->thread.wish.kind == THREAD_ACTOR && state->thread.actor == row->actor;
    pen_chars(pen, STYLE_KEY, current ? "▸" : here ? "›" : " ");
    pen_right(pen, STYLE_NUMBER, arena_printf(arena, "%zu", row->tally.mentions), 4);
    pen_chars(pen, STYLE_TEXT, "  ");
    pen_column(pen, here ? STYLE_THREAD : STYLE_TEXT, actor->name, c->name);
    pen_chars(pen, STYLE_TEXT, "  ");
    pen_column(pen, STYLE_STATUS, str_of(actor_kind_name(actor->kind)), c->kind);
    pen_chars(pen, STYLE_TEXT, "  ");
    draw_bar(pen, row->tally.mentions, most, c->bar);
    pen_chars(pen, STYLE_TEXT, "  ");
    struct str articles = arena_printf(arena, "%zu article%s", row->tally.articles,
                                       row->tally.articles == 1 ? "" : "s");
    pen_column(pen, STYLE_TEXT, articles, c->articles);
    pen_chars(pen, STYLE_TEXT, "  ");
    pen_cut(pen, STYLE_STATUS, dates(arena, &state->library->corpus, &row->tally), c->dates);
}

static void heading(struct cells *out, const struct state *state, struct rectangle where)
{
    struct arena *arena = out->arena;
    const struct article *article = state_article(state);
    struct str filter = buf_view(&state->filter[VIEW_CAST]);
    struct heading_piece pieces[] = {
        {whole(state) ? STR("Cast") : STR("Cast of this article"), STYLE_PANE, 0, false},
        {arena_printf(arena, "%zu actor%s", state->cast_len, state->cast_len == 1 ? "" : "s"),
         STYLE_PANE, 1, false},
        {filter.len ? arena_printf(arena, "& %.*s", STR_ARG(filter)) : STR(""), STYLE_KEY, 1,
         false},
        {whole(state) ? state->library->title
         : article    ? article->label
                      : STR(""),
         STYLE_PANE, 2, true},
    };
    draw_heading(out, state, where, layout_pane(state) == PANE_XREF, pieces, COUNT(pieces));
}

static struct str nobody(const struct state *state)
{
    if (state->early)
        return STR("Who is named is not known yet: the folder is still being read");
    if (!state->library->tags.len)
        return STR("No actor is named yet: put the cursor on a name in the text and press *");
    if (state->filter[VIEW_CAST].len)
        return STR("No actor has these words: Esc shows all again");
    return STR("Nobody that tags.yaml names is in this article: C shows all actors");
}

void draw_cast(struct cells *out, const struct state *state, struct rectangle where)
{
    heading(out, state, where);
    where = draw_below(where, 1);
    if (!state->cast_len) {
        draw_sentence(out, where, STYLE_TEXT, nobody(state));
        return;
    }
    struct columns c = measure(state, where.width);
    size_t most = most_mentions(state), top = draw_top(&state->cast, where.height);
    for (int i = 0; i < where.height && top + (size_t)i < state->cast_len; i++) {
        size_t row = top + (size_t)i;
        struct pen pen = pen_at(out, where.x, where.y + i, where.width);
        put_row(&pen, state, &state->cast_rows[row], row == state->cast.cursor, &c, most);
        if (row == state->cast.cursor)
            draw_row_here(out, state, PANE_XREF, where, i);
    }
}
