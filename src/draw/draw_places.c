/* SPDX-License-Identifier: ISC */
/* The concordance: the places of the thread in hand, a row each, the words themselves one below the
 * other. */
#include "parts.h"

#include "dossier/base/count.h"
#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"
#include "dossier/text/utf8.h"

struct columns {
    int number, date, place;
    int left;  /* of what stands before the words */
    int right; /* of the words and what stands behind */
    enum date_form form;
};

static int digits(size_t n)
{
    int count = 1;
    for (; n > 9; n /= 10)
        count++;
    return count;
}

static int place_width(struct arena *arena, const struct state *state, size_t top, int rows)
{
    int width = draw_label_width(&state->library->corpus) + 4;
    for (size_t i = top; i < state->place_rows.len && i < top + (size_t)rows; i++) {
        const struct thread_place *place = &state->thread.at[state_place(state, i)];
        int w = text_width(draw_place(arena, state->library, place->article, place->span.start));
        width = w > width ? w : width;
    }
    return width < 20 ? width : 20;
}

static struct columns measure(struct arena *arena, const struct state *state,
                              struct rectangle where, size_t top)
{
    struct columns c = {.form = draw_date_form(&state->library->corpus)};
    c.number = where.width >= 40 ? digits(state->thread.len) : 0;
    c.number = c.number && c.number < 2 ? 2 : c.number;
    c.date =
        where.width >= 70 && draw_has_dates(&state->library->corpus) ? draw_date_width(c.form) : 0;
    c.place = where.width >= 30 ? place_width(arena, state, top, where.height) : 0;
    /* the sign, then each column with the spaces behind it, then ✓ and its space */
    int taken = 1 + (c.number ? c.number + 2 : 0) + (c.date ? c.date + 2 : 0) +
                (c.place ? c.place + 1 : 0) + 2;
    int rest = where.width - taken;
    c.left = rest * 2 / 5;
    c.right = rest - c.left;
    return c;
}

/* What stands before the place in its paragraph, as far as WIDTH columns may show. */
static struct str before(const struct article *article, struct span span, int width)
{
    uint32_t start = article_paragraphs(article)[article_paragraph(article, span.start)].span.start;
    uint32_t most = (uint32_t)width * 8;
    if (start > span.start)
        start = span.start;
    if (span.start - start > most)
        start = (uint32_t)utf8_start(article->text, span.start - most);
    return str_sub(article->text, start, span.start);
}

static struct str after(const struct article *article, struct span span)
{
    uint32_t end = article_paragraphs(article)[article_paragraph(article, span.start)].span.end;
    return str_sub(article->text, span.end, end > span.end ? end : span.end);
}

/* Cuts off SIDEWAYS columns at the left, for who scrolls. */
static struct str shifted(struct str s, int sideways)
{
    return sideways > 0 ? str_sub(s, text_fit(s, sideways).len, s.len) : s;
}

static void put_context(struct pen *pen, const struct state *state,
                        const struct thread_place *place, const struct columns *c)
{
    const struct article *article = corpus_article(&state->library->corpus, place->article);
    bool search = state->thread.wish.kind == THREAD_SEARCH;
    pen_tail(pen, STYLE_TEXT, before(article, place->span, c->left), c->left);
    pen_chars(pen, STYLE_TEXT, " ");
    struct str words = span_of(article->text, place->span);
    int x = pen->x;
    pen_cut(pen, search ? STYLE_HIT : STYLE_THREAD, words, c->right * 2 / 3);
    pen_chars(pen, STYLE_TEXT, " ");
    struct str rest = shifted(after(article, place->span), state->places.sideways);
    pen_cut(pen, STYLE_TEXT, rest, c->right - (pen->x - x));
}

static void put_row(struct pen *pen, const struct state *state, uint32_t number,
                    const struct columns *c, bool current)
{
    struct arena *arena = pen->cells->arena;
    const struct thread_place *place = &state->thread.at[number];
    const struct article *article = corpus_article(&state->library->corpus, place->article);
    bool here = number == state->thread.current;
    pen_chars(pen, STYLE_KEY, current ? "▸" : here ? "›" : " ");
    if (c->number) {
        pen_right(pen, STYLE_NUMBER,
                  arena_printf(arena, "%zu", thread_standing(&state->thread, number) + 1),
                  c->number);
        pen_chars(pen, STYLE_KEY, place->ticked ? "+" : " ");
        pen_chars(pen, STYLE_TEXT, " ");
    }
    if (c->date) {
        struct str date = draw_date(arena, article, c->form);
        bool worked_out = str_ends(date, STR("~"));
        if (!date.len)
            date = STR("–");
        pen_right(pen, STYLE_TEXT, str_sub(date, 0, date.len - worked_out), c->date - 1);
        pen_chars(pen, STYLE_WORKED_OUT, worked_out ? "~" : " ");
        pen_chars(pen, STYLE_TEXT, "  ");
    }
    if (c->place) {
        struct str name = draw_place(arena, state->library, place->article, place->span.start);
        pen_column(pen, STYLE_NUMBER, name, c->place);
        pen_chars(pen, STYLE_KEY, place->ticked && !c->number ? "+" : " ");
    }
    pen_chars(pen, STYLE_STATUS, state_seen(state, place) ? "✓ " : "· ");
    put_context(pen, state, place, c);
}

/* What is counted otherwise than usual: a reader must see why a number is what it is. */
static struct str counting(struct arena *arena, const struct state *state)
{
    const struct counting *c = &state->counting;
    if (state->thread.wish.kind != THREAD_ACTOR)
        return STR("");
    return arena_printf(arena, "%s%s%s%s", c->names ? "" : "no names ",
                        c->demonyms ? "" : "no demonyms ", c->roles ? "" : "no roles ",
                        c->outside ? "with what is outside " : "");
}

static struct str position(struct arena *arena, const struct state *state)
{
    const struct thread *thread = &state->thread;
    struct str at = STR("");
    if (thread->current < thread->len)
        at = arena_printf(arena, "%s of ", COUNT_ARG(thread_standing(thread, thread->current) + 1));
    return arena_printf(arena, "%.*s%s%s, %s article%s%s", STR_ARG(at),
                        thread->cut ? "more than " : "", COUNT_ARG(thread->len),
                        COUNT_ARG(thread->articles), thread->articles == 1 ? "" : "s",
                        thread->going ? " so far" : "");
}

static struct str ticked(struct arena *arena, const struct state *state)
{
    size_t count = state->thread.ticked;
    return count ? arena_printf(arena, "%s ticked", COUNT_ARG(count)) : STR("");
}

static void heading(struct cells *out, const struct state *state, struct rectangle where)
{
    struct arena *arena = out->arena;
    struct str filter = buf_view(&state->filter[VIEW_PLACES]);
    int bars = where.width >= 100 ? 24 : where.width >= 72 ? 6 : 0;
    struct str name = state->thread.name;
    if (state->thread.wish.unseen)
        name = arena_printf(arena, "%.*s, unseen", STR_ARG(name));
    struct heading_piece pieces[] = {
        {name, STYLE_PANE, 0, false},
        {position(arena, state), STYLE_PANE, 0, false},
        {ticked(arena, state), STYLE_KEY, 1, false},
        {filter.len
             ? arena_printf(arena, "& %.*s: %s", STR_ARG(filter), COUNT_ARG(state->place_rows.len))
             : STR(""),
         STYLE_KEY, 1, false},
        {str_trim(counting(arena, state)), STYLE_KEY, 2, false},
        {draw_plot(arena, state->library, &state->thread, bars), STYLE_PLOT, 4, false},
        {arena_printf(arena, "%s seen", COUNT_ARG(state->thread_seen)), STYLE_PANE, 3, false},
        {state->thread.order ? STR("by rank") : STR("by date"), STYLE_PANE, 5, true},
    };
    draw_heading(out, state, where, layout_pane(state) == PANE_XREF, pieces, COUNT(pieces));
}

static void rows(struct cells *out, const struct state *state, struct rectangle where)
{
    size_t top = draw_top(&state->places, where.height);
    struct columns c = measure(out->arena, state, where, top);
    for (int i = 0; i < where.height && top + (size_t)i < state->place_rows.len; i++) {
        size_t row = top + (size_t)i;
        struct pen pen = pen_at(out, where.x, where.y + i, where.width);
        put_row(&pen, state, (uint32_t)state_place(state, row), &c, row == state->places.cursor);
        if (row == state->places.cursor)
            draw_row_here(out, state, PANE_XREF, where, i);
    }
}

static void no_thread(struct cells *out, const struct state *state, struct rectangle where)
{
    struct heading_piece pieces[] = {{STR("no thread"), STYLE_PANE, 0, false}};
    draw_heading(out, state, where, layout_pane(state) == PANE_XREF, pieces, COUNT(pieces));
    draw_sentence(out, draw_below(where, 1), STYLE_TEXT,
                  state->library->tags.len || state->early
                      ? STR("No thread in hand: @ takes an actor, / searches, c shows the cast")
                      : STR("No actor is named yet: put the cursor on a name and press *; or / "
                            "searches words"));
}

void draw_places(struct cells *out, const struct state *state, struct rectangle where)
{
    if (where.height < 1)
        return;
    if (state->thread.wish.kind == THREAD_NONE) {
        no_thread(out, state, where);
        return;
    }
    heading(out, state, where);
    where = draw_below(where, 1);
    if (state->place_rows.len)
        rows(out, state, where);
    else if (state->filter[VIEW_PLACES].len)
        draw_sentence(out, where, STYLE_TEXT, STR("No place has these words: Esc shows all again"));
    else
        draw_sentence(out, where, STYLE_TEXT,
                      state->seeking.shown  ? STR("Nothing is found")
                      : state->thread.going ? STR("Nothing is found so far")
                                            : STR("Nothing is on this thread any more"));
}
