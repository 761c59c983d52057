/* SPDX-License-Identifier: ISC */
/* The notes: of this article in the pane, of the whole dossier in its own view. */
#include "notes.h"

#include "dossier/base/memory.h"
#include "dossier/notes/choose.h"
#include "dossier/text/grapheme.h"

#define WORD_COLUMNS 10
#define WRITER_COLUMNS 8
#define PLACE_MOST 18

struct columns {
    bool word, writer, tags;
    int place;
};

bool notes_doubtful(const struct note *note)
{
    return note->clash.len || note->state != ANCHOR_EXACT;
}

static bool is_fresh(const struct state *state, const struct note *note, bool current)
{
    return note->news != NEWS_NONE && (current || state_is_news(state, note));
}

const char *notes_word(const struct state *state, const struct note *note, bool current)
{
    if (note->deleted)
        return "deleted";
    if (note->clash.len)
        return "clash";
    if (note->state != ANCHOR_EXACT)
        return anchor_state_name(note->state);
    if (is_fresh(state, note, current))
        return note->news == NEWS_NEW ? "new" : "edited";
    return note->has_passage ? "exact" : note->about.len ? "actor" : "article";
}

struct str notes_place(struct arena *arena, const struct state *state, const struct note *note)
{
    const struct corpus *corpus = &state->library->corpus;
    uint32_t number = note->deleted ? corpus_at_path(corpus, note->article) : note->number;
    if (number >= corpus->numbers)
        return note->about.len ? note->about : note->article;
    if (!note->deleted && note_is_placed(note))
        return draw_place(arena, state->library, number, note->span.start);
    return corpus_article(corpus, number)->label;
}

struct str notes_writer(const struct state *state, const struct note *note)
{
    return notebook_owns(state->notebook, note) ? STR("me") : note->by;
}

struct str notes_moment(struct arena *arena, const struct state *state, int64_t moment)
{
    char text[MOMENT_TEXT], words[DAY_TEXT];
    int year, now, month, date;
    if (moment < 0 || moment / 86400 > INT32_MAX)
        return STR("–");
    moment_text(moment, text);
    day_words((day)(moment / 86400), words);
    day_split((day)(moment / 86400), &year, &month, &date);
    day_split((day)(state->now / 86400), &now, &month, &date);
    struct str day_text = str_of(words);
    if (year != now)
        return arena_printf(arena, "%s", words);
    return arena_printf(arena, "%.*s %.5s",
                        STR_ARG(str_trim(str_sub(day_text, 0, day_text.len - 4))), text + 11);
}

static struct str place_of_draft(struct arena *arena, const struct state *state,
                                 const struct draft *draft)
{
    const struct corpus *corpus = &state->library->corpus;
    uint32_t number = draft->path.len ? corpus_at_path(corpus, draft->path) : ARTICLE_NONE;
    if (number == ARTICLE_NONE)
        return draft->about.len ? draft->about : draft->path;
    if (draft->span.start < draft->span.end &&
        draft->span.start < corpus_article(corpus, number)->text.len)
        return draw_place(arena, state->library, number, draft->span.start);
    return corpus_article(corpus, number)->label;
}

static struct str place_of_row(struct arena *arena, const struct state *state, size_t row)
{
    const struct note *note = state_row_note(state, row);
    const struct draft *draft = note ? NULL : state_row_draft(state, row);
    return note    ? notes_place(arena, state, note)
           : draft ? place_of_draft(arena, state, draft)
                   : STR("");
}

static struct columns measure(struct arena *arena, const struct state *state,
                              struct rectangle where, size_t top)
{
    struct columns columns = {
        .word = where.width >= 40, .writer = where.width >= 54, .tags = where.width >= 72};
    columns.place = where.width >= 30 ? 7 : 0;
    for (size_t i = top; i < state->note_len && i < top + (size_t)where.height; i++) {
        int width = text_width(place_of_row(arena, state, i));
        columns.place = width > columns.place ? width : columns.place;
    }
    int most = where.width / 3 < PLACE_MOST ? where.width / 3 : PLACE_MOST;
    columns.place = columns.place < most ? columns.place : most;
    return columns;
}

/* Where there is no room for its state in words, a sign: ! look at it, * it is new. */
static const char *short_word(const struct state *state, const struct note *note, bool current)
{
    return note->deleted                    ? "x"
           : notes_doubtful(note)           ? "!"
           : is_fresh(state, note, current) ? "*"
                                            : " ";
}

static int tags_width(const struct note *note)
{
    int width = 0;
    for (size_t i = 0; i < note->tag_count; i++)
        width += text_width(note->tags[i]) + 2;
    return width;
}

static void put_tags(struct pen *pen, const struct note *note)
{
    for (size_t i = 0; i < note->tag_count; i++)
        pen_printf(pen, STYLE_KEY, " #%.*s", STR_ARG(note->tags[i]));
}

static void put_words(struct pen *pen, const struct state *state, const struct note *note,
                      const struct columns *columns)
{
    struct arena *arena = pen->cells->arena;
    int tags = columns->tags || !note->text.len ? tags_width(note) : 0;
    tags = tags > pen_room(pen) / 2 && note->text.len ? 0 : tags;
    if (note->is_private)
        pen_chars(pen, STYLE_STAR, "◊ ");
    if (note->replies_to.len)
        pen_chars(pen, STYLE_STATUS, "↳ ");
    if (note->clash.len) {
        struct str moment = notes_moment(arena, state, note->modified);
        pen_printf(pen, STYLE_STATUS, "of %.*s: ", STR_ARG(moment));
    }
    if (note->text.len)
        pen_cut(pen, STYLE_TEXT, note->text, pen_room(pen) - tags);
    else
        pen_cut(pen, STYLE_STATUS, arena_printf(arena, "“%.*s”", STR_ARG(note->quote)),
                pen_room(pen) - tags);
    if (tags)
        put_tags(pen, note);
}

static void put_state(struct pen *pen, unsigned style, const char *word, const char *sign,
                      const struct columns *columns)
{
    if (columns->word)
        pen_column(pen, style, str_of(word), WORD_COLUMNS);
    else
        pen_chars(pen, style, sign);
}

static void put_note(struct pen *pen, const struct state *state, const struct note *note,
                     bool current, const struct columns *columns)
{
    bool look = !note->deleted && choose_need(note) < 4;
    bool fresh = is_fresh(state, note, current);
    put_state(pen,
              look    ? STYLE_ERROR
              : fresh ? STYLE_UNREAD
                      : STYLE_STATUS,
              notes_word(state, note, current), short_word(state, note, current), columns);
    pen_column(pen, STYLE_NUMBER, notes_place(pen->cells->arena, state, note), columns->place);
    pen_chars(pen, STYLE_TEXT, " ");
    if (columns->writer)
        pen_column(pen, STYLE_STATUS, notes_writer(state, note), WRITER_COLUMNS);
    if (pen_room(pen) >= 16)
        pen_chars(pen, STYLE_MESSAGE, note->checked_count ? "✓ " : "  ");
    put_words(pen, state, note, columns);
}

static void put_draft(struct pen *pen, const struct state *state, const struct draft *draft,
                      const struct columns *columns)
{
    struct arena *arena = pen->cells->arena;
    put_state(pen, STYLE_ERROR, "draft", "…", columns);
    pen_column(pen, STYLE_NUMBER, place_of_draft(arena, state, draft), columns->place);
    pen_chars(pen, STYLE_TEXT, " ");
    if (columns->writer)
        pen_column(pen, STYLE_STATUS, STR("me"), WRITER_COLUMNS);
    if (pen_room(pen) >= 16)
        pen_chars(pen, STYLE_TEXT, "  ");
    pen_chars(pen, STYLE_STATUS, pen_room(pen) >= 30 ? "(unfinished) " : "");
    pen_cut(pen, STYLE_TEXT, draft->text, pen_room(pen));
}

static struct str counts(struct arena *arena, const struct state *state)
{
    size_t all = state->drafts.len + (state->notebook ? state->notebook->len : 0);
    struct buf b = {0};
    if (state->notes_whole && state->note_len != all)
        buf_printf(&b, "%zu of %zu", state->note_len, all);
    else
        buf_printf(&b, "%zu note%s", state->note_len, state->note_len == 1 ? "" : "s");
    if (state->note_need)
        buf_printf(&b, " · %zu need%s you", state->note_need, state->note_need == 1 ? "s" : "");
    if (state->note_fresh)
        buf_printf(&b, " · %zu new", state->note_fresh);
    struct str copy = arena_str(arena, buf_view(&b));
    buf_free(&b);
    return copy;
}

static struct str order(struct arena *arena, const struct state *state)
{
    static const char *const names[] = {"need", "place", "date", "writer", "tag"};
    if (!state->notes_whole || (state->note_sort == NOTE_SORT_NEED && !state->notes_reversed))
        return STR("");
    return arena_printf(arena, "by %s%s", names[state->note_sort],
                        state->notes_reversed ? ", reversed" : "");
}

static void heading(struct cells *out, const struct state *state, struct rectangle where)
{
    struct arena *arena = out->arena;
    const struct article *article = state_article(state);
    struct str filter = buf_view(&state->filter[VIEW_NOTES]);
    bool whole = state->notes_whole;
    struct heading_piece pieces[] = {
        {whole ? STR("Notes") : STR("Notes on this article"), STYLE_PANE, 0, false},
        {filter.len ? arena_printf(arena, "& %.*s", STR_ARG(filter)) : STR(""), STYLE_KEY, 1,
         false},
        {order(arena, state), STYLE_PANE, 4, false},
        {counts(arena, state), state->note_need ? STYLE_ERROR : STYLE_PANE, 2, true},
        {!whole && article ? article->label : STR(""), STYLE_PANE, 3, true},
    };
    draw_heading(out, state, where, layout_pane(state) == PANE_XREF, pieces, COUNT(pieces));
}

static void rows(struct cells *out, const struct state *state, struct rectangle where)
{
    size_t top = draw_top(&state->notes, where.height);
    struct columns columns = measure(out->arena, state, where, top);
    for (int i = 0; i < where.height && top + (size_t)i < state->note_len; i++) {
        size_t row = top + (size_t)i;
        bool current = row == state->notes.cursor;
        const struct note *note = state_row_note(state, row);
        const struct draft *draft = note ? NULL : state_row_draft(state, row);
        struct pen pen = pen_at(out, where.x, where.y + i, where.width);
        pen_chars(&pen, STYLE_KEY, current ? "▸" : " ");
        if (note)
            put_note(&pen, state, note, current, &columns);
        else if (draft)
            put_draft(&pen, state, draft, &columns);
        if (current)
            draw_row_here(out, state, PANE_XREF, where, i);
    }
}

void draw_notes(struct cells *out, const struct state *state, struct rectangle where)
{
    heading(out, state, where);
    where = draw_below(where, 1);
    rows(out, state, where);
    if (state->note_len)
        return;
    bool filtered = state->filter[VIEW_NOTES].len > 0;
    draw_sentence(out, where, STYLE_TEXT,
                  filtered ? STR("No note is meant by this: Esc shows all again")
                           : STR("No note yet: in the text, a writes one on the sentence under the "
                                 "cursor; v selects a passage first"));
}
