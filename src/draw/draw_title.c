/* SPDX-License-Identifier: ISC */
/* The line above the text: what is being read. On a narrow screen its parts go in the order of
 * SPARE, the headline last of all. */
#include "parts.h"

#include "dossier/base/count.h"
#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"

enum part { PART_LABEL, PART_STAR, PART_DATE, PART_SOURCE, PART_PLACE, PART_UNREAD, PARTS };

struct title {
    struct str part[PARTS];
    struct str headline;
    bool made_up;
};

static struct str source_of(struct arena *arena, const struct article *article)
{
    const struct facts *facts = &article->facts;
    if (!facts->source.len)
        return STR("source unknown");
    const char *sign = article->worked_out & ARTICLE_SOURCE ? "~" : "";
    return arena_printf(arena, "%.*s%s", STR_ARG(text_fit(facts->source, 24)), sign);
}

/* "5 of 5": which row of the list it is. */
static struct str place_of(struct arena *arena, const struct state *state)
{
    size_t count = listing_count(&state->listing);
    size_t index = listing_index(&state->listing, state->cursor.article);
    if (index < count)
        return arena_printf(arena, "%s of %s", COUNT_ARG(index + 1), COUNT_ARG(count));
    return arena_printf(arena, "1 of %s", COUNT_ARG(state->library->corpus.len));
}

static void gather(struct arena *arena, const struct state *state, const struct article *article,
                   struct title *title)
{
    struct str date = draw_date(arena, article, DATE_WHOLE);
    size_t unread = state_unread(state);
    title->part[PART_LABEL] = article->label;
    if (state_memory(state, state->cursor.article)->starred)
        title->part[PART_STAR] = STR("★");
    if (!article->problem.len)
        title->part[PART_DATE] = date.len ? date : STR("undated");
    title->headline = article_headline(article, 200, &title->made_up);
    if (article->problem.len)
        title->headline = article->problem;
    else if (title->made_up)
        title->headline = STR("(no headline)");
    else if (article->worked_out & ARTICLE_TITLE)
        title->headline = arena_printf(arena, "%.*s~", STR_ARG(title->headline));
    if (!article->problem.len)
        title->part[PART_SOURCE] = source_of(arena, article);
    if (!state->library->single) {
        title->part[PART_PLACE] = place_of(arena, state);
        if (unread)
            title->part[PART_UNREAD] = arena_printf(arena, "%s unread", COUNT_ARG(unread));
    }
}

static int part_width(struct str part)
{
    return part.len ? text_width(part) + 2 : 0;
}

/* Room for the headline once the parts that are too much are gone. */
static int make_room(struct title *title, int width)
{
    static const enum part spared[] = {PART_SOURCE, PART_UNREAD, PART_PLACE,
                                       PART_DATE,   PART_STAR,   PART_LABEL};
    int full = text_width(title->headline);
    int wished = full < width / 2 ? full : width / 2;
    for (size_t i = 0;; i++) {
        int room = width - 2;
        for (int p = 0; p < PARTS; p++)
            room -= part_width(title->part[p]);
        if (room >= wished || i == COUNT(spared))
            return room;
        title->part[spared[i]] = STR("");
    }
}

static void put_part(struct pen *pen, unsigned style, struct str part)
{
    if (!part.len)
        return;
    pen_str(pen, STYLE_TITLE, part);
    if (style != STYLE_TITLE)
        cells_overlay(pen->cells, pen->x - text_width(part), pen->y, text_width(part), style);
    pen_chars(pen, STYLE_TITLE, "  ");
}

static void put_title(struct pen *pen, const struct title *title, int room)
{
    struct pen start = *pen;
    pen_fill(&start, STYLE_TITLE, " ", pen->end);
    pen_skip(pen, 1);
    put_part(pen, STYLE_NUMBER, title->part[PART_LABEL]);
    put_part(pen, STYLE_STAR, title->part[PART_STAR]);
    put_part(pen, STYLE_TITLE, title->part[PART_DATE]);
    int x = pen->x;
    pen_cut(pen, STYLE_TITLE, title->headline, room);
    cells_overlay(pen->cells, x, pen->y, pen->x - x, STYLE_HEADLINE);
    pen_chars(pen, STYLE_TITLE, "  ");
    put_part(pen, STYLE_TITLE, title->part[PART_SOURCE]);
    int right = part_width(title->part[PART_PLACE]) + part_width(title->part[PART_UNREAD]);
    if (right == 0)
        return;
    pen_fill(pen, STYLE_TITLE, " ", pen->end - right + 1);
    put_part(pen, STYLE_TITLE, title->part[PART_PLACE]);
    put_part(pen, STYLE_UNREAD, title->part[PART_UNREAD]);
}

void draw_title(struct cells *out, const struct state *state, struct rectangle where)
{
    const struct article *article = state_article(state);
    if (where.height < 1)
        return;
    struct pen pen = pen_at(out, where.x, where.y, where.width);
    if (!article) {
        pen_fill(&pen, STYLE_TITLE, " ", pen.end);
        struct pen title = pen_at(out, where.x + 1, where.y, where.width - 1);
        pen_cut(&title, STYLE_TITLE, state->library->title, where.width - 1);
        return;
    }
    struct title title = {0};
    gather(out->arena, state, article, &title);
    put_title(&pen, &title, make_room(&title, where.width));
}
