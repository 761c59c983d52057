/* SPDX-License-Identifier: ISC */
/* Times as rows: articles by their own date, and what texts speak of in its context; on the
 * timeline those of a stretch, in the pane those of the article. */
#include "parts.h"

#include "dossier/base/count.h"
#include "dossier/base/memory.h"
#include "dossier/reading/times.h"
#include "dossier/text/grapheme.h"
#include "flow.h"

#define WHEN_LEAST 12 /* "27 Nov 2025" and ~ */
#define WHEN_MOST 18  /* "1 Jan–26 Aug 2025" and ~ */
#define HOW_WIDTH 17  /* "day, publication" */
#define PLACE_MOST 16
#define WIDTH_WHEN 26 /* columns from which each is shown */
#define WIDTH_PLACE 36
#define WIDTH_ALL 70

struct columns {
    int when, how, place, left, right, rest;
};

/* The rows of the view or of the pane, and those of them that are on the screen. */
struct times_list {
    const struct state *state;
    const struct list *list;
    size_t count, top, end;
    bool pane;
};

static struct time_row row_at(const struct times_list *times, size_t at)
{
    return times->pane ? times->state->time_rows.at[at] : timeline_row(times->state, at);
}

static struct str when(struct arena *arena, const struct article *article,
                       const struct time_said *said)
{
    char words[DAY_RANGE_TEXT];
    day_range_words(said->from, said->to, words);
    if (!words[0])
        return STR("");
    return arena_printf(arena, "%s%s", words, times_is_stated(article, said) ? " " : "~");
}

static struct str place_of(struct arena *arena, const struct state *state,
                           const struct article *article, const struct time_row *row, bool pane)
{
    bool own = row->said.basis == TIME_PUBLICATION;
    if (pane)
        return own ? STR("")
                   : arena_printf(arena, "¶%d", article_number(article, row->said.span.start));
    return own ? article->label
               : draw_place(arena, state->library, row->article, row->said.span.start);
}

static int wider(int width, struct str words, int most)
{
    int its = text_width(words);
    its = its > most ? most : its;
    return its > width ? its : width;
}

/* As wide as what is on the screen needs. */
static struct columns measure(struct arena *arena, const struct times_list *times, int width)
{
    struct columns c = {.when = width < WIDTH_WHEN ? 0 : WHEN_LEAST};
    for (size_t at = times->top; at < times->end; at++) {
        struct time_row row = row_at(times, at);
        const struct article *article = corpus_article(&times->state->library->corpus, row.article);
        if (width >= WIDTH_WHEN)
            c.when = wider(c.when, when(arena, article, &row.said),
                           width < WIDTH_ALL ? WHEN_LEAST : WHEN_MOST);
        if (width >= WIDTH_PLACE)
            c.place = wider(c.place, place_of(arena, times->state, article, &row, times->pane),
                            PLACE_MOST);
    }
    c.how = times->pane && width >= WIDTH_ALL ? HOW_WIDTH : 0;
    /* the signs, then each column with the space behind it */
    int taken =
        3 + (c.when ? c.when + 2 : 0) + (c.how ? c.how + 1 : 0) + (c.place ? c.place + 1 : 0);
    c.rest = width - taken;
    c.left = c.rest > 24 ? c.rest * 2 / 5 : 0;
    c.right = c.rest - c.left;
    return c;
}

/* A dated article, one that is only known to lie in a range, or words in a text. */
static const char *sign_of(const struct time_said *said)
{
    if (said->basis != TIME_PUBLICATION)
        return "  ";
    return said->from != DAY_NONE && said->from == said->to ? "• " : "↔ ";
}

static void put_headline(struct pen *pen, const struct article *article, int width, int sideways)
{
    bool made_up;
    int x = pen->x;
    struct str headline = article_headline(article, width + sideways, &made_up);
    if (sideways > 0)
        headline = str_sub(headline, text_fit(headline, sideways).len, headline.len);
    pen_cut(pen, made_up ? STYLE_WORKED_OUT : STYLE_HEADLINE, headline, width);
    int rest = width - (pen->x - x) - 2;
    if (article->facts.source.len && rest > 8) {
        pen_chars(pen, STYLE_TEXT, "  ");
        pen_cut(pen, STYLE_STATUS, article->facts.source, rest);
    }
}

static void put_row(struct pen *pen, const struct state *state, const struct time_row *row,
                    const struct columns *c, bool current, bool pane)
{
    struct arena *arena = pen->cells->arena;
    const struct article *article = corpus_article(&state->library->corpus, row->article);
    const struct time_said *said = &row->said;
    int sideways = pane ? state->times.sideways : 0;
    pen_chars(pen, STYLE_KEY, current ? "▸" : " ");
    pen_chars(pen, STYLE_STATUS, sign_of(said));
    if (c->when) {
        bool stated = times_is_stated(article, said);
        pen_right(pen, stated ? STYLE_TEXT : STYLE_WORKED_OUT, when(arena, article, said), c->when);
        pen_chars(pen, STYLE_TEXT, "  ");
    }
    if (c->how) {
        struct str how = arena_printf(arena, "%s, %s", time_precision_name(said->precision),
                                      time_basis_name(said->basis));
        pen_column(pen, STYLE_STATUS, how, c->how);
        pen_chars(pen, STYLE_TEXT, " ");
    }
    if (c->place) {
        pen_column(pen, STYLE_NUMBER, place_of(arena, state, article, row, pane), c->place);
        pen_chars(pen, STYLE_TEXT, " ");
    }
    if (said->basis == TIME_PUBLICATION)
        put_headline(pen, article, c->rest, sideways);
    else
        draw_context(pen, article, said->span, c->left, c->right, sideways);
}

static void put_rows(struct cells *out, const struct state *state, struct rectangle where,
                     bool pane)
{
    struct times_list times = {.state = state,
                               .list = pane ? &state->times : &state->timeline.list,
                               .count = pane ? state->time_rows.len : state->timeline.sift.len,
                               .pane = pane};
    times.top = draw_top(times.list, where.height);
    times.end = times.top + (where.height > 0 ? (size_t)where.height : 0);
    times.end = times.end < times.count ? times.end : times.count;
    struct columns c = measure(out->arena, &times, where.width);
    for (size_t at = times.top; at < times.end; at++) {
        int line = (int)(at - times.top);
        struct time_row row = row_at(&times, at);
        struct pen pen = pen_at(out, where.x, where.y + line, where.width);
        put_row(&pen, state, &row, &c, at == times.list->cursor, pane);
        if (at == times.list->cursor)
            draw_row_here(out, state, PANE_XREF, where, line);
    }
}

void draw_time_rows(struct cells *out, const struct state *state, struct rectangle where)
{
    if (state->timeline.sift.len)
        put_rows(out, state, where, false);
    else if (!sift_is_done(&state->timeline.sift))
        return;
    else if (state->filter[VIEW_TIMELINE].len)
        draw_sentence(out, where, STYLE_TEXT,
                      STR("Nothing here has these words: Esc shows all again"));
    else if (timeline_reads(state))
        draw_sentence(out, where, STYLE_TEXT, STR("Nothing is found here so far"));
    else
        draw_sentence(out, where, STYLE_TEXT,
                      STR("No article is dated here, and no text speaks of it"));
}

void draw_times(struct cells *out, const struct state *state, struct rectangle where)
{
    struct arena *arena = out->arena;
    struct str filter = buf_view(&state->filter[VIEW_TIMELINE]);
    const struct article *article = state_article(state);
    size_t count = state->time_rows.len;
    struct heading_piece pieces[] = {
        {STR("Times of this article"), STYLE_PANE, 0, false},
        {arena_printf(arena, "%s time%s", COUNT_ARG(count), count == 1 ? "" : "s"), STYLE_PANE, 1,
         false},
        {filter.len ? arena_printf(arena, "& %.*s", STR_ARG(filter)) : STR(""), STYLE_KEY, 1,
         false},
        {state->times_cut ? STR("of its beginning") : STR(""), STYLE_PANE, 2, false},
        {article ? article->label : STR(""), STYLE_PANE, 3, true},
    };
    if (where.height < 1)
        return;
    draw_heading(out, state, where, layout_pane(state) == PANE_XREF, pieces, COUNT(pieces));
    where = draw_below(where, 1);
    if (count)
        put_rows(out, state, where, true);
    else
        draw_sentence(out, where, STYLE_TEXT,
                      filter.len ? STR("No time has these words: Esc shows all again")
                                 : STR("This article has no date, and speaks of no time"));
}

/* ---- in full ---- */

static void put_sentence(struct flow *flow, const struct article *article, struct span span)
{
    struct span around = times_sentence(article, span);
    struct str before =
        flow_one_line(flow->arena, str_sub(article->text, around.start, span.start));
    struct str words = flow_one_line(flow->arena, span_of(article->text, span));
    struct str after = flow_one_line(flow->arena, str_sub(article->text, span.end, around.end));
    uint32_t start = (uint32_t)before.len;
    struct paint mark = {{start, start + (uint32_t)words.len}, STYLE_THREAD};
    flow_put(
        flow, "", STYLE_TEXT,
        arena_printf(flow->arena, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(words), STR_ARG(after)),
        &(struct paints){&mark, 1, 1});
}

static void put_meaning(struct flow *flow, const struct article *article,
                        const struct time_said *said)
{
    struct buf why = {0};
    char words[DAY_RANGE_TEXT];
    day_range_words(said->from, said->to, words);
    if (said->basis != TIME_PUBLICATION)
        buf_printf(&why, "%s%s, a %s: ", words, times_is_stated(article, said) ? "" : "~",
                   time_precision_name(said->precision));
    times_why(article, said, &why);
    flow_put(flow, "", STYLE_STATUS, flow_one_line(flow->arena, buf_view(&why)), NULL);
    buf_free(&why);
}

void draw_time_detail(struct cells *out, const struct state *state, struct rectangle where)
{
    struct arena *arena = out->arena;
    size_t at = state->timeline.list.cursor;
    if (at >= state->timeline.sift.len)
        return;
    struct time_row row = timeline_row(state, at);
    const struct article *article = corpus_article(&state->library->corpus, row.article);
    where = draw_detail(out, state, where, place_of(arena, state, article, &row, false), article);
    struct flow flow = {.arena = arena, .width = where.width};
    flow_block(&flow, 1);
    if (row.said.basis == TIME_PUBLICATION)
        flow_put(&flow, "", STYLE_HEADLINE, article_headline(article, 2 * where.width, NULL), NULL);
    else
        put_sentence(&flow, article, row.said.span);
    flow_block(&flow, 1);
    put_meaning(&flow, article, &row.said);
    flow_draw(&flow, out, where);
}
