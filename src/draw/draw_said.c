/* SPDX-License-Identifier: ISC */
/* What was said: a row each, with when, where, by whom, how it is told, and the words. */
#include "parts.h"

#include "dossier/base/count.h"
#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"

struct columns {
    int date, place, who, cue; /* 0: left out */
    enum date_form form;
};

#define PLACE_MOST 20
#define WHO_MOST 28
#define CUE_MOST 14

static int place_width(struct arena *arena, const struct state *state, const struct said *said,
                       struct rectangle where)
{
    int width = draw_label_width(&state->library->corpus) + 3;
    size_t top = draw_top(&said->list, where.height);
    for (size_t i = top; i < said->shown_len && i < top + (size_t)where.height; i++) {
        const struct said_row *row = said_at(said, i);
        int w =
            text_width(draw_place(arena, state->library, row->article, row->quotation.span.start));
        width = w > width ? w : width;
    }
    return width < PLACE_MOST ? width : PLACE_MOST;
}

/* Where all is one actor's, the cue has the room of the speaker. */
static struct columns measure(struct arena *arena, const struct state *state,
                              const struct said *said, struct rectangle where)
{
    struct columns c = {.form = draw_date_form(&state->library->corpus)};
    bool one = said->actor != ACTOR_NONE;
    c.date = where.width >= 60 ? draw_date_width(c.form) : 0;
    c.place = where.width >= 30 ? place_width(arena, state, said, where) : 0;
    if (!one && where.width >= 36)
        c.who = where.width / 5 < WHO_MOST ? where.width / 5 : WHO_MOST;
    if (where.width >= (one ? 50 : 100))
        c.cue = where.width / 6 < CUE_MOST ? where.width / 6 : CUE_MOST;
    return c;
}

/* When it was said: as the text tells it, which is always worked out; else the article's day. */
static struct str date_of(struct arena *arena, const struct article *article,
                          const struct quotation *q, enum date_form form)
{
    if (q->said_to == DAY_NONE)
        return draw_date(arena, article, form);
    return arena_printf(arena, "%.*s~", STR_ARG(draw_days(arena, q->said_from, q->said_to, form)));
}

static void put_date(struct pen *pen, struct str date, int width)
{
    bool worked_out = str_ends(date, STR("~"));
    if (!date.len)
        date = STR("–");
    pen_right(pen, STYLE_TEXT, str_sub(date, 0, date.len - worked_out), width - 1);
    pen_chars(pen, STYLE_WORKED_OUT, worked_out ? "~" : " ");
    pen_chars(pen, STYLE_TEXT, "  ");
}

static void put_who(struct pen *pen, const struct state *state, const struct said_row *row,
                    int width)
{
    struct buf name = {0};
    said_tell_speaker(state, row, &name);
    bool here = state->thread.wish.kind == THREAD_ACTOR && row->quotation.speaker != ACTOR_NONE &&
                row->quotation.speaker == state->thread.actor;
    pen_column(pen, here ? STYLE_THREAD : STYLE_TEXT, name.len ? buf_view(&name) : STR("–"), width);
    pen_chars(pen, STYLE_TEXT, "  ");
    buf_free(&name);
}

/* Nobody is named anew: what is said goes on from the quotation before. */
static bool runs_on(const struct quotation *q)
{
    return q->continues && !quotation_has(q->cue);
}

static void put_words(struct pen *pen, const struct article *article, const struct said_row *row,
                      int sideways)
{
    const struct quotation *q = &row->quotation;
    static const char *const signs[] = {[QUOTATION_DIRECT] = "\" ",
                                        [QUOTATION_FRAGMENT] = "' ",
                                        [QUOTATION_SCARE] = "' ",
                                        [QUOTATION_REPORTED] = ": "};
    struct str words = span_of(article->text, q->span);
    pen_chars(pen, STYLE_KEY, signs[q->kind]);
    if (sideways > 0)
        words = str_sub(words, text_fit(words, sideways).len, words.len);
    pen_column(pen, STYLE_TEXT, words, pen_room(pen) - 2);
    if (q->confirmed)
        pen_chars(pen, STYLE_STATUS, " ✓");
    else
        pen_chars(pen, STYLE_UNREAD, said_is_unsure(row) ? " ?" : "  ");
}

static void put_row(struct pen *pen, const struct state *state, const struct said_row *row,
                    const struct columns *c, bool current)
{
    struct arena *arena = pen->cells->arena;
    const struct article *article = corpus_article(&state->library->corpus, row->article);
    const struct quotation *q = &row->quotation;
    pen_chars(pen, STYLE_KEY, current ? "▸" : " ");
    if (c->date)
        put_date(pen, date_of(arena, article, q, c->form), c->date);
    if (c->place) {
        struct str place = draw_place(arena, state->library, row->article, q->span.start);
        pen_column(pen, STYLE_NUMBER, place, c->place);
        pen_chars(pen, STYLE_TEXT, " ");
    }
    if (c->who)
        put_who(pen, state, row, c->who);
    if (c->cue) {
        struct str cue = runs_on(q) ? STR("(runs on)") : span_of(article->text, q->cue);
        pen_column(pen, STYLE_STATUS, cue, c->cue);
        pen_chars(pen, STYLE_TEXT, " ");
    } else if (runs_on(q) && pen_room(pen) >= 24) {
        pen_chars(pen, STYLE_STATUS, "(runs on) ");
    }
    put_words(pen, article, row, said_of(state)->list.sideways);
}

/* ---- around the rows ---- */

static struct str counted(struct arena *arena, const struct said *said)
{
    if (said->article == ARTICLE_NONE && said->begun && said->asked < said->all)
        return arena_printf(arena, "%s%s of %s articles", said->stopped ? "stopped at " : "",
                            COUNT_ARG(said->asked), COUNT_ARG(said->all));
    return STR("");
}

static void heading(struct cells *out, const struct state *state, const struct said *said,
                    struct rectangle where)
{
    struct arena *arena = out->arena;
    const struct article *article = state_article(state);
    struct str filter = buf_view(&state->filter[VIEW_SAID]), whose = STR("by everybody");
    bool whole = state->view == VIEW_SAID;
    if (whole && said->actor != ACTOR_NONE)
        whose = arena_printf(arena, "by %.*s", STR_ARG(state->library->tags.at[said->actor].name));
    else if (!whole)
        whose = STR("in this article");
    struct heading_piece pieces[] = {
        {STR("Said"), STYLE_PANE, 0, false},
        {whose, STYLE_PANE, 2, false},
        {filter.len ? arena_printf(arena, "& %.*s", STR_ARG(filter)) : STR(""), STYLE_KEY, 3,
         false},
        {counted(arena, said), STYLE_PANE, 3, true},
        {arena_printf(arena, "%s statement%s", COUNT_ARG(said->shown_len),
                      said->shown_len == 1 ? "" : "s"),
         STYLE_PANE, 4, true},
        {said->unsure ? arena_printf(arena, "%s to look at", COUNT_ARG(said->unsure)) : STR(""),
         STYLE_PANE, 5, true},
        {!whole && article ? article->label : STR(""), STYLE_PANE, 6, true},
    };
    draw_heading(out, state, where, layout_pane(state) == PANE_XREF, pieces, COUNT(pieces));
}

static struct str nothing(struct arena *arena, const struct state *state, const struct said *said)
{
    if (state->early)
        return STR("Who is named is not known yet: the folder is still being read");
    if (!said->begun || !said_is_done(said))
        return STR("Looking through the articles…");
    if (state->filter[VIEW_SAID].len)
        return STR("Nothing that was said has these words: Esc shows all again");
    if (said->article != ARTICLE_NONE)
        return STR("Nobody is found to say anything in this article: S shows all that was said");
    if (said->actor != ACTOR_NONE)
        return arena_printf(arena, "Nothing is found that %.*s said: S shows what everybody said",
                            STR_ARG(state->library->tags.at[said->actor].name));
    return STR("Nobody is found to say anything in this dossier");
}

void draw_said(struct cells *out, const struct state *state, struct rectangle where)
{
    const struct said *said = said_of(state);
    if (where.height < 1)
        return;
    heading(out, state, said, where);
    where = draw_below(where, 1);
    struct columns c = measure(out->arena, state, said, where);
    size_t top = draw_top(&said->list, where.height);
    for (int i = 0; i < where.height && top + (size_t)i < said->shown_len; i++) {
        size_t row = top + (size_t)i;
        struct pen pen = pen_at(out, where.x, where.y + i, where.width);
        put_row(&pen, state, said_at(said, row), &c, row == said->list.cursor);
        if (row == said->list.cursor)
            draw_row_here(out, state, PANE_XREF, where, i);
    }
    if (!said->shown_len)
        draw_sentence(out, where, STYLE_TEXT, nothing(out->arena, state, said));
}
