/* SPDX-License-Identifier: ISC */
/* The notes: of this article in the pane, of the whole dossier in its own view, and there the one
 * under the cursor in full. */
#include "parts.h"

#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"
#include "dossier/text/wrap.h"

static bool whole(const struct state *state)
{
    return state->notes_whole;
}

static const struct note *note_of(const struct state *state, size_t row)
{
    return state->notebook && row < state->note_len ? &state->notebook->at[state->note_rows[row]]
                                                    : NULL;
}

/* "001 ¶2", "001", or the actor that it is about. */
static struct str place(struct arena *arena, const struct state *state, const struct note *note)
{
    if (note->number == ARTICLE_NONE)
        return note->about.len ? note->about : note->article;
    if (note_is_placed(note))
        return draw_place(arena, state->library, note->number, note->span.start);
    return state->library->corpus.at[note->number].label;
}

static const char *state_word(const struct note *note)
{
    return note->has_passage || note->number == ARTICLE_NONE ? anchor_state_name(note->state)
                                                             : "article";
}

static void put_tags(struct pen *pen, const struct note *note)
{
    for (size_t i = 0; i < note->tag_count; i++)
        pen_printf(pen, STYLE_KEY, " #%.*s", STR_ARG(note->tags[i]));
}

static int tags_width(const struct note *note)
{
    int width = 0;
    for (size_t i = 0; i < note->tag_count; i++)
        width += text_width(note->tags[i]) + 2;
    return width;
}

static int place_width(struct arena *arena, const struct state *state, size_t top, int rows)
{
    int width = 7;
    for (size_t i = top; i < state->note_len && i < top + (size_t)rows; i++) {
        int w = text_width(place(arena, state, note_of(state, i)));
        width = w > width ? w : width;
    }
    return width < 18 ? width : 18;
}

static void put_row(struct pen *pen, const struct state *state, const struct note *note,
                    bool current, int places)
{
    struct arena *arena = pen->cells->arena;
    bool mine = str_is(note->by, state->notebook->writer);
    pen_chars(pen, STYLE_KEY, current ? "▸" : " ");
    if (pen_room(pen) >= 50)
        pen_column(pen, note->state == ANCHOR_EXACT ? STYLE_STATUS : STYLE_ERROR,
                   str_of(note->about.len && !note->article.len ? "actor" : state_word(note)), 10);
    pen_column(pen, STYLE_NUMBER, place(arena, state, note), places);
    pen_chars(pen, STYLE_TEXT, " ");
    if (pen_room(pen) >= 40) {
        pen_column(pen, STYLE_STATUS, mine ? STR("me") : note->by, 8);
        pen_chars(pen, STYLE_TEXT, " ");
    }
    int tags = tags_width(note);
    tags = tags > pen_room(pen) / 2 ? 0 : tags;
    struct str text = note->text.len ? note->text : note->quote;
    pen_cut(pen, note->text.len ? STYLE_TEXT : STYLE_STATUS, text, pen_room(pen) - tags);
    if (tags)
        put_tags(pen, note);
}

static size_t needs_a_look(const struct state *state)
{
    size_t count = 0;
    for (size_t i = 0; i < state->note_len; i++)
        count += note_of(state, i)->state > ANCHOR_MOVED;
    return count;
}

static void heading(struct cells *out, const struct state *state, struct rectangle where)
{
    struct arena *arena = out->arena;
    const struct article *article = state_article(state);
    struct str filter = buf_view(&state->filter[VIEW_NOTES]);
    size_t all = state->notebook ? state->notebook->len : 0, look = needs_a_look(state);
    struct heading_piece pieces[] = {
        {whole(state) ? STR("Notes") : STR("Notes on this article"), STYLE_PANE, 0, false},
        {whole(state) && state->note_len < all
             ? arena_printf(arena, "%zu of %zu", state->note_len, all)
             : arena_printf(arena, "%zu", state->note_len),
         STYLE_PANE, 1, false},
        {filter.len ? arena_printf(arena, "& %.*s", STR_ARG(filter)) : STR(""), STYLE_KEY, 1,
         false},
        {look ? arena_printf(arena, "%zu need%s you", look, look == 1 ? "s" : "") : STR(""),
         STYLE_ERROR, 2, true},
        {!whole(state) && article ? article->label : STR(""), STYLE_PANE, 3, true},
    };
    draw_heading(out, state, where, layout_pane(state) == PANE_XREF, pieces, COUNT(pieces));
}

void draw_notes(struct cells *out, const struct state *state, struct rectangle where)
{
    heading(out, state, where);
    where = draw_below(where, 1);
    size_t top = draw_top(&state->notes, where.height);
    int places = place_width(out->arena, state, top, where.height);
    for (int i = 0; i < where.height && top + (size_t)i < state->note_len; i++) {
        size_t row = top + (size_t)i;
        struct pen pen = pen_at(out, where.x, where.y + i, where.width);
        put_row(&pen, state, note_of(state, row), row == state->notes.cursor, places);
        if (row == state->notes.cursor)
            draw_row_here(out, state, PANE_XREF, where, i);
    }
    if (state->note_len)
        return;
    bool filtered = state->filter[VIEW_NOTES].len > 0;
    draw_sentence(out, where, STYLE_TEXT,
                  filtered ? STR("No note has these words: Esc shows all again")
                           : STR("No note yet: in the text, a writes one on the sentence under the "
                                 "cursor; v selects a passage first"));
}

/* Lines of TEXT, wrapped, its own line ends kept; the first line that is free. */
static int put_lines(struct cells *out, struct rectangle where, unsigned style, struct str text)
{
    int y = 0;
    for (struct str rest = text, part; str_split(&rest, '\n', &part);) {
        struct spans lines = {0};
        wrap_lines(out->arena, part, (struct span){0, (uint32_t)part.len}, where.width, &lines);
        for (size_t i = 0; i < lines.len && y < where.height; i++, y++)
            cells_put(out, where.x, where.y + y, where.width, style, span_of(part, lines.at[i]));
    }
    return y;
}

static struct str made_by(struct arena *arena, const struct state *state, const struct note *note)
{
    char moment[MOMENT_TEXT], day_text[DAY_TEXT];
    struct str by = str_is(note->by, state->notebook->writer) ? STR("me") : note->by;
    if (!note->modified) /* written by hand */
        return by;
    moment_text(note->modified, moment);
    day_words((day)(note->modified / 86400), day_text);
    return arena_printf(arena, "%.*s, %s %.5s", STR_ARG(by), day_text, moment + 11);
}

void draw_note_detail(struct cells *out, const struct state *state, struct rectangle where)
{
    const struct note *note = note_of(state, state->notes.cursor);
    struct arena *arena = out->arena;
    struct heading_piece pieces[] = {
        {note ? place(arena, state, note) : STR(""), STYLE_PANE, 0, false},
        {note ? str_of(state_word(note)) : STR(""), STYLE_PANE, 1, false},
        {note ? made_by(arena, state, note) : STR(""), STYLE_PANE, 2, false},
        {note ? str_sub(note->id, 0, 4) : STR(""), STYLE_PANE, 3, true},
    };
    draw_heading(out, state, where, false, pieces, COUNT(pieces));
    if (!note)
        return;
    where = draw_below(where, 1);
    where.x += 2;
    where.width -= 4;
    if (note->quote.len) {
        struct str quote = arena_printf(arena, "“%.*s”", STR_ARG(note->quote));
        struct rectangle room = where;
        room.height = where.height > 4 ? where.height / 2 : 1;
        where = draw_below(where, put_lines(out, room, STYLE_NOTE, quote) + 1);
    }
    where = draw_below(where, put_lines(out, where, STYLE_TEXT, note->text));
    struct pen pen = pen_at(out, where.x - 1, where.y, where.height ? where.width : 0);
    put_tags(&pen, note);
}
