/* SPDX-License-Identifier: ISC */
/* The articles: what is unread, starred, from when, from where, and how often the thread is in it.
 */
#include "paint.h"
#include "parts.h"

#include "dossier/base/count.h"
#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"

struct columns {
    int date, label, headline, source, count;
    enum date_form form;
};

/* The headline has what the others leave; where that is little, they go, and so do columns that say
 * nothing of any article. */
static struct columns measure(const struct state *state, int width)
{
    const struct corpus *corpus = &state->library->corpus;
    struct columns c = {.form = draw_date_form(corpus)};
    c.date = draw_has_dates(corpus) && width >= 28 ? draw_date_width(c.form) : 0;
    c.label = draw_label_width(corpus);
    c.source = width >= 76 && corpus_totals(corpus)->sources ? width / 5 : 0;
    c.source = c.source > 28 ? 28 : c.source;
    c.count = state->thread.len ? 3 : 0;
    c.headline = width - 4 - c.label - 1 - (c.date ? c.date + 1 : 0) -
                 (c.source ? c.source + 2 : 0) - (c.count ? c.count : 0);
    return c;
}

static void put_headline(struct pen *pen, const struct article *article, int width)
{
    int x = pen->x + width;
    bool made_up;
    if (article->problem.len) {
        pen_cut(pen, STYLE_ERROR, article->problem, width);
    } else {
        struct str headline = article_headline(article, width * 2 + 8, &made_up);
        if (made_up)
            headline = arena_printf(pen->cells->arena, "(no headline) %.*s", STR_ARG(headline));
        pen_cut(pen, STYLE_TEXT, headline, width);
        if ((article->worked_out & ARTICLE_TITLE) && !made_up && pen->x < x)
            pen_chars(pen, STYLE_WORKED_OUT, "~");
    }
    pen_fill(pen, STYLE_TEXT, " ", x);
}

static void put_date(struct pen *pen, const struct article *article, const struct columns *c)
{
    struct str date = draw_date(pen->cells->arena, article, c->form);
    if (!str_ends(date, STR("~"))) {
        pen_right(pen, STYLE_TEXT, date.len ? date : STR("–"), c->date - 1);
        pen_chars(pen, STYLE_TEXT, " ");
        return;
    }
    pen_right(pen, STYLE_TEXT, str_sub(date, 0, date.len - 1), c->date - 1);
    pen_chars(pen, STYLE_WORKED_OUT, "~");
}

static void put_row(struct pen *pen, const struct state *state, uint32_t number,
                    const struct columns *c, bool current)
{
    const struct article *article = corpus_article(&state->library->corpus, number);
    const struct article_memory *memory = state_memory(state, number);
    bool open = number == state->cursor.article;
    pen_chars(pen, STYLE_KEY, current ? "▸" : open ? "›" : " ");
    pen_chars(pen, STYLE_UNREAD, memory->read ? " " : "●");
    pen_chars(pen, STYLE_STAR, memory->starred ? "★" : " ");
    pen_chars(pen, STYLE_TEXT, " ");
    if (c->date) {
        put_date(pen, article, c);
        pen_chars(pen, STYLE_TEXT, " ");
    }
    pen_column(pen, STYLE_NUMBER, article->label, c->label);
    pen_chars(pen, STYLE_TEXT, " ");
    put_headline(pen, article, c->headline);
    if (c->source) {
        struct str source = article->facts.source;
        const char *sign = source.len && (article->worked_out & ARTICLE_SOURCE) ? "~" : "";
        pen_chars(pen, STYLE_TEXT, "  ");
        pen_column(pen, STYLE_TEXT,
                   arena_printf(pen->cells->arena, "%.*s%s",
                                STR_ARG(source.len ? source : STR("–")), sign),
                   c->source);
    }
    size_t end, first = paint_thread(state, number, &end);
    if (c->count && end > first)
        pen_right(pen, STYLE_PLOT, arena_printf(pen->cells->arena, "%zu", end - first), c->count);
}

/* A heading, with - where what is under it is shown and + where it is folded away. */
static void put_group(struct pen *pen, const struct state *state, size_t row, bool current)
{
    struct arena *arena = pen->cells->arena;
    const struct listing *listing = &state->listing;
    const struct list_group *group = listing_group(listing, row);
    size_t count = listing_group_size(listing, group);
    struct str size = arena_printf(arena, "%s article%s", COUNT_ARG(count), count == 1 ? "" : "s");
    int room = pen_room(pen) - 3 - text_width(size) - 2;
    pen_chars(pen, STYLE_KEY, current ? "▸" : " ");
    pen_chars(pen, STYLE_KEY, group->folded ? "+ " : "- ");
    pen_cut(pen, STYLE_HEADLINE, listing_group_name(arena, listing, group), room > 8 ? room : 8);
    pen_chars(pen, STYLE_TEXT, "  ");
    pen_str(pen, STYLE_STATUS, size);
}

/* "by date", "by title, reversed", "by month, title" */
static struct str order(struct arena *arena, const struct state *state)
{
    const struct options *options = &state->options;
    bool grouped = state->listing.grouping != GROUPING_NONE;
    struct str group = grouped ? options->group : STR("");
    return arena_printf(arena, "by %.*s%s%.*s%s", STR_ARG(group), grouped ? ", " : "",
                        STR_ARG(options->order), state->reversed ? ", reversed" : "");
}

/* "12 articles", "3 of 12 articles"; while the filter is at work, how far it has come. */
static struct str count(struct arena *arena, const struct state *state)
{
    const struct sift *sift = &state->listing.sift;
    size_t all = state->library->corpus.len;
    if (!sift_is_done(sift))
        return arena_printf(arena, "%s so far, %zu %% looked at", COUNT_ARG(sift->len),
                            sift_tried(sift) * 100 / all);
    if (sift->len < all)
        return arena_printf(arena, "%s of %s articles", COUNT_ARG(sift->len), COUNT_ARG(all));
    return arena_printf(arena, "%s article%s", COUNT_ARG(all), all == 1 ? "" : "s");
}

static struct str open_folder(struct arena *arena, const struct state *state)
{
    const struct folders *folders = &state->folders;
    return folders->open < folders->len
               ? arena_printf(arena, "@%.*s", STR_ARG(folders->at[folders->open].name))
               : STR("");
}

static void heading(struct cells *out, const struct state *state, struct rectangle where)
{
    struct arena *arena = out->arena;
    size_t unread = state_unread(state);
    struct str filter = buf_view(&state->filter[VIEW_LIST]);
    struct heading_piece pieces[] = {
        {count(arena, state), STYLE_PANE, 0, false},
        {open_folder(arena, state), STYLE_KEY, 1, false},
        {filter.len ? arena_printf(arena, "& %.*s", STR_ARG(filter)) : STR(""), STYLE_KEY, 1,
         false},
        {unread ? arena_printf(arena, "%s unread", COUNT_ARG(unread)) : STR(""), STYLE_UNREAD, 4,
         false},
        {order(arena, state), STYLE_PANE, 3, true},
    };
    draw_heading(out, state, where, layout_pane(state) == PANE_LIST, pieces, COUNT(pieces));
}

static void rows(struct cells *out, const struct state *state, struct rectangle where)
{
    struct columns c = measure(state, where.width);
    size_t top = draw_top(&state->articles, where.height);
    for (int i = 0; i < where.height && top + (size_t)i < state->articles.count; i++) {
        size_t row = top + (size_t)i;
        bool current = row == state->articles.cursor && !state->folders.focus;
        struct pen pen = pen_at(out, where.x, where.y + i, where.width);
        uint32_t article = listing_article(&state->listing, row);
        if (article == ARTICLE_NONE)
            put_group(&pen, state, row, current);
        else
            put_row(&pen, state, article, &c, current);
        if (current)
            draw_row_here(out, state, PANE_LIST, where, i);
    }
}

void draw_list(struct cells *out, const struct state *state, struct rectangle where)
{
    heading(out, state, where);
    where = draw_below(where, 1);
    draw_folders(out, state,
                 (struct rectangle){where.x, where.y, where.width, state->layout.folders});
    where = draw_below(where, state->layout.folders);
    if (where.height > 8 && corpus_totals(&state->library->corpus)->worked_out) {
        where.height--;
        struct pen pen = pen_at(out, where.x + 1, where.y + where.height, where.width - 1);
        pen_chars(&pen, STYLE_WORKED_OUT, "~");
        pen_cut(&pen, STYLE_STATUS, STR(" worked out, not stated"), where.width - 2);
    }
    if (state->articles.count) {
        rows(out, state, where);
        return;
    }
    bool filtered = state->filter[VIEW_LIST].len > 0;
    if (!sift_is_done(&state->listing.sift)) {
        draw_sentence(out, where, STYLE_TEXT, STR("No article has these words yet; looking on"));
        return;
    }
    draw_sentence(out, where, STYLE_TEXT,
                  filtered ? STR("No article has these words: Esc shows all again")
                           : STR("No article is here yet. A .txt or .md file that comes into the "
                                 "folder is shown at once"));
}
