/* SPDX-License-Identifier: ISC */
/* The last line: what is being typed, else what has happened, else the keys that matter most here.
 * The keys are looked up, so that the line is right for who has bound others. */
#include "parts.h"

#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"

enum when {
    ALWAYS,
    WITH_THREAD,
    WITH_ACTOR, /* the thread is an actor's */
    WITHOUT_TAGS,
    WITH_BOUNDS,
    WITH_TICKS,
    WITH_OWN,    /* the note here is this user's */
    WITH_OTHERS, /* it is not */
    WITH_NOTE,
    WITH_DRAFT,
    WITH_VERDICT, /* what was said here is decided */
    WITH_ANSWER   /* a verdict on what was said was given */
};

struct key_hint {
    const char *label;
    unsigned contexts;
    enum command command, other; /* COMMAND_NONE: only one key */
    enum when when;
};

/* In the order in which they stand; the first that has no room ends the line, but help stays. */
static const struct key_hint hints[] = {
    {"set the bounds", CONTEXT_READING, COMMAND_open, COMMAND_NONE, WITH_BOUNDS},
    {"leave them", CONTEXT_READING, COMMAND_cancel, COMMAND_NONE, WITH_BOUNDS},
    {"note on the ticked", CONTEXT_PLACES, COMMAND_annotate, COMMAND_NONE, WITH_TICKS},
    {"on thread", CONTEXT_READING, COMMAND_next, COMMAND_previous, WITH_THREAD},
    {"edit", CONTEXT_TEXT, COMMAND_edit, COMMAND_NONE, WITH_OWN},
    {"delete", CONTEXT_TEXT, COMMAND_no, COMMAND_NONE, WITH_OWN},
    {"name an actor", CONTEXT_TEXT, COMMAND_take, COMMAND_NONE, WITHOUT_TAGS},
    {"note", CONTEXT_SELECTION, COMMAND_annotate, COMMAND_NONE},
    {"grow, shrink", CONTEXT_SELECTION, COMMAND_select, COMMAND_shrink},
    {"take as thread", CONTEXT_SELECTION, COMMAND_take, COMMAND_NONE},
    {"copy, cite", CONTEXT_SELECTION, COMMAND_copy, COMMAND_cite},
    {"leave", CONTEXT_SELECTION, COMMAND_cancel, COMMAND_NONE},
    {"read", CONTEXT_ROWS & ~(unsigned)CONTEXT_CAST, COMMAND_open, COMMAND_NONE},
    {"open", CONTEXT_FOLDERS, COMMAND_open, COMMAND_NONE},
    {"edit", CONTEXT_FOLDERS, COMMAND_edit, COMMAND_NONE},
    {"take away", CONTEXT_FOLDERS, COMMAND_no, COMMAND_NONE},
    {"take as thread", CONTEXT_CAST, COMMAND_open, COMMAND_NONE},
    {"so", CONTEXT_DOUBTS, COMMAND_yes, COMMAND_NONE},
    {"nobody", CONTEXT_DOUBTS, COMMAND_no, COMMAND_NONE},
    {"another", CONTEXT_DOUBTS, COMMAND_whose, COMMAND_NONE},
    {"same again", CONTEXT_DOUBTS, COMMAND_again, COMMAND_NONE},
    {"always", CONTEXT_DOUBTS, COMMAND_always, COMMAND_NONE},
    {"along", CONTEXT_TIMELINE, COMMAND_left, COMMAND_right},
    {"longer, shorter", CONTEXT_TIMELINE, COMMAND_longer, COMMAND_shorter},
    {"next, before", CONTEXT_TIMELINE, COMMAND_stretch_next, COMMAND_stretch_back},
    {"why", CONTEXT_TIMELINE | CONTEXT_TIMES, COMMAND_why, COMMAND_NONE},
    {"undo", CONTEXT_DOUBTS, COMMAND_undo, COMMAND_NONE},
    {"throw away", CONTEXT_NOTES, COMMAND_no, COMMAND_NONE, WITH_DRAFT},
    {"edit", CONTEXT_NOTES, COMMAND_edit, COMMAND_NONE, WITH_OWN},
    {"delete", CONTEXT_NOTES, COMMAND_no, COMMAND_NONE, WITH_OWN},
    {"checked or not", CONTEXT_NOTES, COMMAND_yes, COMMAND_no, WITH_OTHERS},
    {"reply", CONTEXT_NOTES, COMMAND_annotate, COMMAND_NONE, WITH_NOTE},
    {"tags", CONTEXT_NOTES, COMMAND_note_tags, COMMAND_NONE, WITH_OWN},
    {"bounds", CONTEXT_NOTES, COMMAND_bounds, COMMAND_NONE, WITH_OWN},
    {"export", CONTEXT_NOTES, COMMAND_export, COMMAND_NONE},
    {"undo", CONTEXT_NOTES, COMMAND_undo, COMMAND_NONE},
    {"who", CONTEXT_TEXT | CONTEXT_PLACES | CONTEXT_LIST, COMMAND_actor, COMMAND_NONE},
    {"find", CONTEXT_TEXT | CONTEXT_LIST, COMMAND_search, COMMAND_NONE},
    {"note", CONTEXT_TEXT, COMMAND_annotate, COMMAND_NONE},
    {"star", CONTEXT_LIST, COMMAND_yes, COMMAND_no},
    {"read or not", CONTEXT_LIST, COMMAND_unread, COMMAND_NONE},
    {"tick", CONTEXT_PLACES, COMMAND_yes, COMMAND_no},
    {"so", CONTEXT_SAID, COMMAND_yes, COMMAND_NONE},
    {"nobody", CONTEXT_SAID, COMMAND_no, COMMAND_NONE},
    {"another", CONTEXT_SAID, COMMAND_whose, COMMAND_NONE},
    {"take back", CONTEXT_SAID, COMMAND_undecide, COMMAND_NONE, WITH_VERDICT},
    {"same again", CONTEXT_SAID, COMMAND_again, COMMAND_NONE, WITH_ANSWER},
    {"everybody", CONTEXT_SAID, COMMAND_all_said, COMMAND_NONE, WITH_ACTOR},
    {"note", CONTEXT_SAID, COMMAND_annotate, COMMAND_NONE},
    {"cite", CONTEXT_SAID, COMMAND_cite, COMMAND_NONE},
    {"why", CONTEXT_SAID, COMMAND_why, COMMAND_NONE},
    {"so", CONTEXT_ABOUT, COMMAND_yes, COMMAND_NONE},
    {"not so", CONTEXT_ABOUT, COMMAND_no, COMMAND_NONE},
    {"another", CONTEXT_ABOUT, COMMAND_edit, COMMAND_NONE},
    {"undo", CONTEXT_ABOUT, COMMAND_undo, COMMAND_NONE},
    {"article", CONTEXT_ABOUT, COMMAND_article_next, COMMAND_article_back},
    {"read", CONTEXT_ABOUT, COMMAND_open, COMMAND_NONE},
    {"filter", CONTEXT_ROWS, COMMAND_filter, COMMAND_NONE},
    {"order", CONTEXT_LIST | CONTEXT_NOTES | CONTEXT_DOUBTS, COMMAND_order, COMMAND_NONE},
    {"note", CONTEXT_CAST, COMMAND_annotate, COMMAND_NONE},
    {"notes", CONTEXT_TEXT, COMMAND_all_notes, COMMAND_NONE},
    {"article", CONTEXT_TEXT, COMMAND_article_next, COMMAND_article_back},
    {"pane", CONTEXT_READING | CONTEXT_ROWS | CONTEXT_FOLDERS, COMMAND_pane, COMMAND_NONE},
    {"back", CONTEXT_ROWS | CONTEXT_INFO | CONTEXT_ABOUT, COMMAND_leave, COMMAND_NONE},
    {"merge", CONTEXT_CAST, COMMAND_merge, COMMAND_NONE},
    {"drop a name", CONTEXT_CAST, COMMAND_unalias, COMMAND_NONE},
    {"save", CONTEXT_EDITOR, COMMAND_type_save, COMMAND_NONE},
    {"keep as draft", CONTEXT_EDITOR, COMMAND_type_leave, COMMAND_NONE},
    {"in $EDITOR", CONTEXT_EDITOR, COMMAND_type_editor, COMMAND_NONE},
    {"private", CONTEXT_EDITOR, COMMAND_type_private, COMMAND_NONE},
    {"a #tag", CONTEXT_EDITOR, COMMAND_line_complete, COMMAND_NONE},
};

static void add_key(const struct keymap *keymap, enum command command, struct buf *out)
{
    struct buf keys = {0};
    struct str rest, first;
    if (command == COMMAND_NONE)
        return;
    keymap_keys(keymap, command, &keys);
    rest = buf_view(&keys);
    if (str_split(&rest, ' ', &first) && first.len) {
        buf_str(out, first);
        buf_char(out, ' ');
    }
    buf_free(&keys);
}

/* One hint, two spaces before it; false where it has no room. */
static bool put_hint(struct pen *pen, const struct keymap *keymap, const struct key_hint *hint,
                     int reserved)
{
    struct buf keys = {0};
    add_key(keymap, hint->command, &keys);
    add_key(keymap, hint->other, &keys);
    bool fits = true;
    if (keys.len) {
        int width = text_width(buf_view(&keys)) + text_width(str_of(hint->label)) + 2;
        fits = width <= pen_room(pen) - reserved;
        if (fits) {
            pen_str(pen, STYLE_KEY, buf_view(&keys));
            pen_chars(pen, STYLE_STATUS, hint->label);
            pen_chars(pen, STYLE_STATUS, "  ");
        }
    }
    buf_free(&keys);
    return fits;
}

/* The note of the row, or the one with the cursor in the text. */
static const struct note *note_here(const struct state *state)
{
    bool listed = state_context(state) == CONTEXT_NOTES;
    return listed ? state_row_note(state, state->notes.cursor) : state_note(state);
}

static bool applies_to_note(const struct state *state, enum when when)
{
    const struct note *note = note_here(state);
    if (when == WITH_DRAFT)
        return !note && state_row_draft(state, state->notes.cursor);
    if (!note || note->deleted || when == WITH_NOTE)
        return note && !note->deleted;
    return notebook_owns(state->notebook, note) == (when == WITH_OWN);
}

static bool applies(const struct state *state, enum when when)
{
    switch (when) {
    case WITH_OWN:
    case WITH_OTHERS:
    case WITH_NOTE:
    case WITH_DRAFT:
        return applies_to_note(state, when);
    case WITH_THREAD:
        return state->thread.wish.kind != THREAD_NONE;
    case WITH_ACTOR:
        return state->thread.wish.kind == THREAD_ACTOR;
    case WITHOUT_TAGS:
        return !state->library->tags.len && !state->early;
    case WITH_BOUNDS:
        return state->bounding.id.len > 0;
    case WITH_TICKS:
        return state->thread.ticked > 0;
    case WITH_VERDICT:
        return said_here(state) && said_here(state)->quotation.confirmed;
    case WITH_ANSWER:
        return state->said_answer != SAID_UNANSWERED;
    default:
        return true;
    }
}

/* What can be done while the folder is not read yet. */
static bool put_blank_hints(struct pen *pen, const struct state *state)
{
    static const struct key_hint quit = {"quit", CONTEXT_ALL, COMMAND_quit, COMMAND_NONE};
    static const struct key_hint stop = {"stop", CONTEXT_ALL, COMMAND_stop, COMMAND_NONE};
    if (!state_is_blank(state) || state->view == VIEW_INFO)
        return false;
    put_hint(pen, &state->keymap, &quit, 0);
    if (state->reading.kind == READING_FIRST)
        put_hint(pen, &state->keymap, &stop, 0);
    return true;
}

static void put_hints(struct pen *pen, const struct state *state)
{
    static const struct key_hint help = {"help", CONTEXT_ALL, COMMAND_help, COMMAND_NONE};
    unsigned context = state_context(state);
    bool typing = context & (CONTEXT_PROMPT | CONTEXT_EDITOR);
    bool blank = !typing && put_blank_hints(pen, state);
    for (size_t i = 0; i < COUNT(hints) && !blank; i++) {
        /* a selection has its own row, though it is in the text too */
        unsigned contexts = context & CONTEXT_SELECTION ? CONTEXT_SELECTION : context;
        bool bounding = state->bounding.id.len && hints[i].when != WITH_BOUNDS &&
                        hints[i].command != COMMAND_select;
        if (!(contexts & CONTEXT_READING && bounding) && (hints[i].contexts & contexts) &&
            applies(state, hints[i].when) &&
            !put_hint(pen, &state->keymap, &hints[i], typing ? 0 : 8))
            break;
    }
    if (!typing)
        put_hint(pen, &state->keymap, &help, 0);
}

/* Keys typed so far of a longer sequence, and digits. */
static void put_pending(struct cells *out, const struct state *state, struct rectangle where)
{
    struct buf b = {0};
    if (state->count)
        buf_printf(&b, "%ld", state->count);
    for (size_t i = 0; i < state->pending_len; i++)
        key_name(state->pending[i], &b);
    if (state->wants_key != COMMAND_NONE)
        buf_printf(&b, "%s: a letter", command_table[state->wants_key].name);
    int width = text_width(buf_view(&b));
    if (b.len && width + 2 < where.width) {
        struct pen pen = pen_at(out, where.x + where.width - width - 2, where.y, width + 2);
        pen_printf(&pen, STYLE_KEY, " %.*s ", STR_ARG(buf_view(&b)));
    }
    buf_free(&b);
}

/* What is typed and not on the disk must not be forgotten: it is told till it is there. */
static struct str unsaved(struct arena *arena, const struct state *state)
{
    size_t count = state->editor.open && state->editor.failed;
    for (size_t i = 0; i < state->drafts.len; i++)
        count += state->drafts.at[i].failed;
    if (state->drafts_lost)
        return STR("what you type can’t be kept on the disk");
    return count ? arena_printf(arena, "%zu note%s not saved yet", count, count == 1 ? "" : "s")
                 : STR("");
}

static void put_unsaved(struct pen *pen, const struct state *state)
{
    struct str words = unsaved(pen->cells->arena, state);
    if (!words.len)
        return;
    pen_chars(pen, STYLE_ERROR, "! ");
    pen_cut(pen, STYLE_ERROR, words, pen_room(pen));
    pen_chars(pen, STYLE_STATUS, "  ");
}

/* What came into the folder; false where nothing did. */
static bool put_news(struct pen *pen, const struct state *state)
{
    struct buf news = {0};
    state_tell_news(state, &news);
    bool any = news.len > 0;
    pen_cut(pen, STYLE_MESSAGE, buf_view(&news), pen_room(pen));
    buf_free(&news);
    return any;
}

void draw_line(struct cells *out, const struct state *state, struct rectangle where)
{
    struct pen pen = pen_at(out, where.x, where.y, where.width);
    if (state->prompt.open) {
        draw_prompt(&pen, &state->prompt);
        return;
    }
    struct pen whole = pen;
    pen_fill(&whole, STYLE_STATUS, " ", whole.end);
    pen_skip(&pen, where.width >= 30 ? 1 : 0);
    if (state->message_kind == MESSAGE_NONE && !state->layout.status.height)
        put_unsaved(&pen, state);
    if (state->message_kind == MESSAGE_NONE && !put_news(&pen, state))
        put_hints(&pen, state);
    else if (state->message_kind != MESSAGE_NONE)
        pen_cut(&pen, state->message_kind == MESSAGE_ERROR ? STYLE_ERROR : STYLE_MESSAGE,
                buf_view(&state->message), pen_room(&pen));
    put_pending(out, state, where);
}

/* A load beside the reading is told at the end of the line, where there is room. */
static void put_reading(struct pen *pen, const struct state *state)
{
    struct buf reading = {0};
    if (state->reading.kind == READING_AGAIN)
        state_tell_reading(state, false, &reading);
    int width = text_width(buf_view(&reading));
    if (width && width < pen_room(pen) / 2) {
        struct pen end = pen_at(pen->cells, pen->end - width - 1, pen->y, width + 1);
        pen_str(&end, STYLE_STATUS, buf_view(&reading));
        pen->end -= width + 2;
    }
    buf_free(&reading);
}

void draw_status(struct cells *out, const struct state *state, struct rectangle where)
{
    if (where.height < 1)
        return;
    struct pen pen = pen_at(out, where.x, where.y, where.width), whole = pen;
    pen_fill(&whole, STYLE_STATUS, " ", whole.end);
    if (state->prompt.open && state->seeking.wrong) {
        draw_mark(&pen, state);
        return;
    }
    pen_skip(&pen, state->options.linear ? 0 : 1);
    put_unsaved(&pen, state);
    put_reading(&pen, state);
    pen_cut(&pen, STYLE_STATUS, buf_view(&state->where), pen_room(&pen));
}

void draw_choices(struct cells *out, const struct state *state, struct rectangle where)
{
    const struct prompt *prompt = &state->prompt;
    size_t top = draw_top(&prompt->chosen, where.height);
    if (where.y > 0 && (prompt->open || !state->options.linear)) {
        struct rectangle above = {where.x, where.y - 1, where.width, 1};
        struct str count = STR("");
        bool counted = prompt->open && prompt->choosing; /* by the sentence */
        if (prompt->choice_count > (size_t)where.height && !counted)
            count = arena_printf(out->arena, "%zu of %zu", prompt->chosen.cursor + 1,
                                 prompt->choice_count);
        struct heading_piece pieces[] = {
            /* over the sentence of the status line, which says what the keys do */
            {prompt->open ? buf_view(&state->where) : STR("tags"), STYLE_PANE, 0, false},
            {count, STYLE_PANE, 1, true},
        };
        draw_heading(out, state, above, true, pieces, COUNT(pieces));
    }
    for (int i = 0; i < where.height; i++) {
        size_t row = top + (size_t)i;
        bool chosen = prompt->choosing && row == prompt->chosen.cursor;
        struct str shown = row < prompt->choice_count ? prompt->choices[row].shown : STR("");
        struct pen pen = pen_at(out, where.x, where.y + i, where.width);
        pen_chars(&pen, STYLE_PROMPT, chosen ? "▸ " : "  ");
        pen_column(&pen, STYLE_PROMPT, shown, where.width - 2);
        if (chosen)
            cells_overlay(out, where.x, where.y + i, where.width, STYLE_ROW_HERE);
    }
}
