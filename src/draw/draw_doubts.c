/* SPDX-License-Identifier: ISC */
/* The mentions in doubt: a row each, in its context, with whose it is or may be; and the one under
 * the cursor in full, with why it is asked. */
#include "parts.h"

#include "dossier/base/memory.h"
#include "dossier/notes/verdicts.h"
#include "flow.h"

#define CONTEXT_CHARACTERS 160 /* on either side, in full */
#define ROOMY_HEIGHT 8         /* lines from which there is room for so much */
#define WHO_FROM 60            /* columns from which it is said in the row, too */
#define WHO_MOST 36

struct columns {
    int date, place, who, left, right;
    enum date_form form;
};

static struct columns measure(const struct state *state, struct rectangle where)
{
    const struct corpus *corpus = &state->library->corpus;
    struct columns c = {.form = draw_date_form(corpus)};
    c.date = where.width >= 90 && draw_has_dates(corpus) ? draw_date_width(c.form) : 0;
    c.place = where.width >= 30 ? draw_label_width(corpus) + 5 : 0;
    c.who = where.width < WHO_FROM ? 0 : where.width / 4;
    c.who = c.who > WHO_MOST ? WHO_MOST : c.who;
    /* the signs, then each column with the spaces behind it */
    int taken = 3 + (c.date ? c.date + 2 : 0) + (c.place ? c.place + 1 : 0) + c.who + 2;
    int rest = where.width - taken;
    c.left = rest > 20 ? rest * 2 / 5 : 0;
    c.right = rest - c.left;
    return c;
}

static bool is_decided(const struct mention *mention)
{
    return mention->reason == REASON_VERDICT;
}

/* "Ida Brandt?", "Ida Brandt or 2 more", "nobody". */
static struct str who(struct arena *arena, const struct library *library, uint32_t number)
{
    const struct mention *mention = &library->cast.at[number];
    size_t count;
    if (is_decided(mention))
        return mention->actor == ACTOR_NONE ? STR("nobody") : library->tags.at[mention->actor].name;
    const uint32_t *actors = doubt_candidates(library, number, arena, &count);
    if (!count)
        return STR("somebody?");
    struct str first = library->tags.at[actors[0]].name;
    return count == 1 ? arena_printf(arena, "%.*s?", STR_ARG(first))
                      : arena_printf(arena, "%.*s or %zu more", STR_ARG(first), count - 1);
}

static void put_sign(struct pen *pen, const struct mention *mention)
{
    if (!is_decided(mention))
        pen_chars(pen, STYLE_UNREAD, "? ");
    else if (mention->actor == ACTOR_NONE)
        pen_chars(pen, STYLE_STATUS, "✗ ");
    else
        pen_chars(pen, STYLE_STATUS, "✓ ");
}

static void put_row(struct pen *pen, const struct state *state, uint32_t number,
                    const struct columns *c, bool current)
{
    struct arena *arena = pen->cells->arena;
    const struct mention *mention = &state->library->cast.at[number];
    const struct article *article = corpus_article(&state->library->corpus, mention->article);
    pen_chars(pen, STYLE_KEY, current ? "▸" : " ");
    put_sign(pen, mention);
    if (c->date) {
        pen_right(pen, STYLE_TEXT, draw_date(arena, article, c->form), c->date);
        pen_chars(pen, STYLE_TEXT, "  ");
    }
    if (c->place) {
        struct str place = draw_place(arena, state->library, mention->article, mention->span.start);
        pen_column(pen, STYLE_NUMBER, place, c->place);
        pen_chars(pen, STYLE_TEXT, " ");
    }
    draw_context(pen, article, mention->span, c->left, c->right, state->doubts.sideways);
    pen_chars(pen, STYLE_TEXT, " ");
    pen_cut(pen, is_decided(mention) ? STYLE_STATUS : STYLE_KEY, who(arena, state->library, number),
            c->who);
}

static void heading(struct cells *out, const struct state *state, struct rectangle where)
{
    struct arena *arena = out->arena;
    struct str filter = buf_view(&state->filter[VIEW_DOUBTS]);
    static const char *const orders[] = {[DOUBT_SORT_DATE] = "by date",
                                         [DOUBT_SORT_FORM] = "by form",
                                         [DOUBT_SORT_ACTOR] = "by actor",
                                         [DOUBT_SORT_ARTICLE] = "by article",
                                         [DOUBT_SORT_OPEN] = "open first"};
    struct heading_piece pieces[] = {
        {STR("In doubt"), STYLE_PANE, 0, false},
        {arena_printf(arena, "%zu of %zu decided", state->doubt_decided, state->doubt_all),
         STYLE_PANE, 1, false},
        {filter.len ? arena_printf(arena, "& %.*s: %zu", STR_ARG(filter), state->doubt_len)
                    : STR(""),
         STYLE_KEY, 1, false},
        {arena_printf(arena, "%s%s", orders[state->doubt_sort],
                      state->doubts_reversed ? ", reversed" : ""),
         STYLE_PANE, 2, true},
    };
    draw_heading(out, state, where, true, pieces, COUNT(pieces));
}

void draw_doubts(struct cells *out, const struct state *state, struct rectangle where)
{
    if (where.height < 1)
        return;
    heading(out, state, where);
    where = draw_below(where, 1);
    struct columns c = measure(state, where);
    size_t top = draw_top(&state->doubts, where.height);
    for (int i = 0; i < where.height && top + (size_t)i < state->doubt_len; i++) {
        size_t row = top + (size_t)i;
        struct pen pen = pen_at(out, where.x, where.y + i, where.width);
        put_row(&pen, state, state->doubt_rows[row], &c, row == state->doubts.cursor);
        if (row == state->doubts.cursor)
            draw_row_here(out, state, PANE_XREF, where, i);
    }
    if (!state->doubt_len)
        draw_sentence(out, where, STYLE_TEXT,
                      state->doubt_all ? STR("No mention has these words: Esc shows all again")
                                       : STR("No mention is in doubt in this dossier"));
}

/* ---- in full ---- */

static void put_passage(struct flow *flow, const struct article *article, struct span span,
                        size_t characters)
{
    struct str before, after;
    article_context(article, span, characters, &before, &after);
    before = flow_one_line(flow->arena, before);
    after = flow_one_line(flow->arena, after);
    struct str words = flow_one_line(flow->arena, span_of(article->text, span));
    uint32_t start = (uint32_t)before.len;
    struct paint mark = {{start, start + (uint32_t)words.len}, STYLE_THREAD};
    flow_put(
        flow, "", STYLE_TEXT,
        arena_printf(flow->arena, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(words), STR_ARG(after)),
        &(struct paints){&mark, 1, 1});
}

/* "1 Ida Brandt   2 Jonas Brandt": the names are not broken. */
static void put_candidates(struct flow *flow, const struct library *library, uint32_t number)
{
    struct buf line = {0};
    size_t count;
    const uint32_t *actors = doubt_candidates(library, number, flow->arena, &count);
    for (size_t i = 0; i < count; i++) {
        struct str rest = library->tags.at[actors[i]].name, word;
        buf_printf(&line, "%s%zu", i ? "   " : "", i + 1);
        while (str_split(&rest, ' ', &word))
            buf_printf(&line, "\u00a0%.*s", STR_ARG(word));
    }
    if (line.len)
        flow_put(flow, "", STYLE_KEY, arena_str(flow->arena, buf_view(&line)), NULL);
    buf_free(&line);
}

static void put_why(struct flow *flow, const struct state *state, uint32_t number)
{
    struct buf why = {0};
    if (state->notebook)
        verdicts_why(state->notebook, state->library, number, &why);
    if (why.len)
        flow_put(flow, "", STYLE_TEXT, flow_one_line(flow->arena, buf_view(&why)), NULL);
    buf_clear(&why);
    doubt_why(state->library, number, &why);
    struct str words = flow_one_line(flow->arena, buf_view(&why));
    if (library_judged(state->library, number))
        words = arena_printf(flow->arena, "By the rules, %.*s", STR_ARG(words));
    flow_put(flow, "", STYLE_STATUS, words, NULL);
    buf_free(&why);
}

void draw_doubt_detail(struct cells *out, const struct state *state, struct rectangle where)
{
    uint32_t number = state->doubt_rows[state->doubts.cursor];
    const struct mention *mention = &state->library->cast.at[number];
    const struct article *article = corpus_article(&state->library->corpus, mention->article);
    struct arena *arena = out->arena;
    where = draw_detail(out, state, where,
                        draw_place(arena, state->library, mention->article, mention->span.start),
                        article);
    struct flow flow = {.arena = arena, .width = where.width};
    flow_block(&flow, 1);
    put_passage(&flow, article, mention->span,
                where.height < ROOMY_HEIGHT ? (size_t)where.width / 3 : CONTEXT_CHARACTERS);
    flow_block(&flow, 1);
    put_candidates(&flow, state->library, number);
    flow_block(&flow, 1);
    put_why(&flow, state, number);
    flow.at[flow.count - 1].joined = true;
    flow_draw(&flow, out, where);
}
