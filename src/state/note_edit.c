/* SPDX-License-Identifier: ISC */
#include "note_edit.h"

#include "ask.h"
#include "dossier/base/memory.h"
#include "run.h"
#include "say.h"

#include <string.h>

#define QUOTE_COLUMNS 40 /* of the passage, in the editor's heading */

static bool same_passage(const struct passage *passage, const struct note *note)
{
    return str_eq(passage->path, note->article) && passage->span.start == note->span.start &&
           passage->span.end == note->span.end;
}

/* DRAFT is one of the COUNT notes. */
static bool is_draft_of(const struct draft *draft, const struct note *notes, size_t count)
{
    const struct passage first = {draft->path, draft->span};
    bool same = count == draft->more_count + 1 && str_eq(draft->id, notes->id) &&
                str_eq(draft->about, notes->about) &&
                str_eq(draft->replies_to, notes->replies_to) && same_passage(&first, notes);
    for (size_t i = 1; same && i < count; i++)
        same = same_passage(&draft->more[i - 1], &notes[i]);
    return same;
}

static struct draft *find_draft(struct state *state, const struct note *notes, size_t count)
{
    for (size_t i = 0; i < state->drafts.len; i++)
        if (is_draft_of(&state->drafts.at[i], notes, count))
            return &state->drafts.at[i];
    return NULL;
}

/* All notes of the editor, in its arena. */
static struct note *all_notes(const struct state *state, size_t *count)
{
    const struct note_editor *editor = &state->editor;
    *count = editor->more_count + 1;
    struct note *notes = arena_many(editor->arena, struct note, *count);
    notes[0] = editor->note;
    for (size_t i = 0; i < editor->more_count; i++)
        notes[i + 1] = editor->more[i];
    return notes;
}

static struct draft *own_draft(struct state *state)
{
    size_t count;
    const struct note *notes = all_notes(state, &count);
    return find_draft(state, notes, count);
}

static struct str heading_reply(const struct state *state, struct arena *arena,
                                const struct note *note)
{
    const struct note *to = ask_stored(state, note->replies_to);
    if (!to)
        return STR("reply to a note that is not here");
    struct str words = say_cut(arena, to->text.len ? to->text : to->quote, QUOTE_COLUMNS);
    return arena_printf(arena, "reply to %.*s: “%.*s”",
                        STR_ARG(notebook_owns(state->notebook, to) ? STR("me") : to->by),
                        STR_ARG(words));
}

static struct str heading(const struct state *state, struct arena *arena, const struct note *note,
                          size_t count)
{
    if (count > 1)
        return arena_printf(arena, "notes on %zu places, on the words of each", count);
    if (note->replies_to.len && !note->id.len)
        return heading_reply(state, arena, note);
    struct str name = ask_name(state, arena, note);
    name = str_sub(name, strlen("the "), name.len);
    if (!note->has_passage || !note_is_placed(note))
        return name;
    struct str text = corpus_article(&state->library->corpus, note->number)->text;
    struct str quote = say_cut(arena, span_of(text, note->span), QUOTE_COLUMNS);
    return arena_printf(arena, "%.*s: “%.*s”", STR_ARG(name), STR_ARG(quote));
}

/* The names that the tags of NOTE have now. */
static void name_tags(const struct state *state, struct note *note)
{
    for (size_t i = 0; i < note->tag_count; i++)
        note->tags[i] = tags_now(&state->library->tags, note->tags[i]);
}

static void open_editor(struct state *state, const struct note *notes, size_t count)
{
    struct note_editor *editor = &state->editor;
    struct arena *arena = arena_new(); /* NOTES may lie in the editor's, which is cleared */
    struct note *copies = arena_many(arena, struct note, count);
    for (size_t i = 0; i < count; i++)
        copies[i] = note_copy(arena, &notes[i]);
    arena_clear(editor->arena);
    editor->note = note_copy(editor->arena, &copies[0]);
    editor->more_count = count - 1;
    editor->more = arena_many(editor->arena, struct note, count);
    for (size_t i = 1; i < count; i++)
        editor->more[i - 1] = note_copy(editor->arena, &copies[i]);
    editor->about = heading(state, editor->arena, copies, count);
    editor->given = NULL;
    editor->given_count = 0;
    editor->failed = false;
    editor->open = true;
    editor->top = state->top;
    arena_free(arena);
}

/* What stands in the editor before a word is typed. The cursor is before the tags: words behind
 * them would make words of them too. */
static void set_text(struct state *state, const struct note *note)
{
    struct editline *line = &state->editor.text;
    struct arena *arena = state->editor.arena;
    if (!note->id.len) {
        editline_set(line, STR(""));
        return;
    }
    struct note named = note_copy(arena, note);
    name_tags(state, &named);
    struct str text = note_join(arena, &named);
    if (!note->text.len)
        text = arena_printf(arena, "\n%.*s", STR_ARG(text));
    editline_set(line, text);
    if (note->tag_count)
        line->cursor = note->text.len;
}

/* A draft stands for what was there when it was begun: if that is another by now, saving shows it.
 */
static void take_draft(struct state *state, const struct draft *draft)
{
    struct note *note = &state->editor.note;
    bool changed = note->id.len && draft->modified && draft->modified != note->modified;
    if (draft->modified)
        note->modified = draft->modified;
    note->is_private = draft->is_private;
    editline_set(&state->editor.text, draft->text);
    say(state, changed ? "your draft is here again; the note was changed since it was begun"
                       : "the draft you left is here again");
}

void note_open(struct state *state, const struct note *notes, size_t count)
{
    const struct draft *draft = find_draft(state, notes, count);
    open_editor(state, notes, count);
    note_hide_tags(state);
    set_text(state, &state->editor.note);
    if (draft)
        take_draft(state, draft);
}

static struct note note_of_passage(const struct state *state, const struct passage *passage)
{
    const struct corpus *corpus = &state->library->corpus;
    struct note note = {.article = passage->path,
                        .number = corpus_at_path(corpus, passage->path),
                        .span = passage->span,
                        .has_passage = passage->span.start < passage->span.end,
                        .by = str_of(state->notebook ? state->notebook->writer : "")};
    if (note.has_passage && (note.number == ARTICLE_NONE ||
                             passage->span.end > corpus_article(corpus, note.number)->text.len))
        note.state = ANCHOR_ORPHAN;
    return note;
}

void note_open_draft(struct state *state, const struct draft *draft)
{
    const struct note *stored = ask_stored(state, draft->id);
    const struct note *to = ask_stored(state, draft->replies_to);
    struct arena *arena = arena_new();
    struct note *notes = arena_many(arena, struct note, draft->more_count + 1);
    struct passage first = {draft->path, draft->span};
    notes[0] = stored ? *stored
               : to   ? note_answer(state, arena, to)
                      : note_of_passage(state, &first);
    notes[0].article = draft->path;
    notes[0].span = draft->span;
    notes[0].about = draft->about;
    notes[0].replies_to = draft->replies_to;
    notes[0].id = draft->id;
    for (size_t i = 0; i < draft->more_count; i++)
        notes[i + 1] = note_of_passage(state, &draft->more[i]);
    state->editor.ticked = false;
    note_open(state, notes, draft->more_count + 1);
    arena_free(arena);
}

void note_close(struct state *state)
{
    note_hide_tags(state);
    state->editor.open = false;
    state->top = state->editor.top;
    state->shown_height = 0;
    editline_set(&state->editor.text, STR(""));
    state->selecting = false;
}

static void save_new(struct state *state, const struct note *typed, struct effects *out)
{
    size_t count;
    struct note *notes = all_notes(state, &count);
    const struct note_editor *editor = &state->editor;
    for (size_t i = 0; i < count; i++) {
        notes[i].text = typed->text;
        notes[i].tags = typed->tags;
        notes[i].tag_count = typed->tag_count;
        notes[i].is_private = editor->note.is_private;
        /* made when it is saved, not when the first letter was typed */
        notes[i].created = notes[i].modified = state->now;
        if (i < editor->given_count)
            notes[i].id = editor->given[i];
    }
    ask_put(state, notes, count, count == 1 ? "is saved" : "are saved", out);
}

/* NOTE with what was typed. Tags that were typed where the cursor was, before those of the line
 * below, are meant as tags too. */
static void read_typed(struct state *state, struct note *note)
{
    struct arena *arena = state->editor.arena;
    struct str typed = arena_str(arena, buf_view(&state->editor.text.text)), text, before;
    struct str *tags;
    size_t count, had = 0;
    note_split(arena, note->text, &before, &tags, &had);
    bool edited = note->id.len && note->tag_count && !had;
    note_split(arena, typed, &note->text, &note->tags, &note->tag_count);
    if (!edited)
        return;
    note_split(arena, note->text, &text, &tags, &count);
    note_add_tags(arena, note, tags, count);
    note->text = text;
}

void note_save(struct state *state, struct effects *out)
{
    struct note_editor *editor = &state->editor;
    struct note note = editor->note;
    read_typed(state, &note);
    if (!note.text.len && !note.tag_count) {
        say(state, note.id.len ? "nothing is left of it, so the note stays as it was; x deletes it"
                               : "nothing was written, so there is no note");
        note_forget_draft(state, out);
        note_close(state);
        return;
    }
    note.modified = state->now;
    if (note.id.len)
        ask_change(state, &note, &editor->note, "is changed", out);
    else
        save_new(state, &note, out);
}

static void keep_draft(struct state *state, struct draft *draft, struct str text)
{
    const struct note_editor *editor = &state->editor;
    struct arena *arena = state->arena;
    const struct note note = note_copy(arena, &editor->note);
    *draft = (struct draft){.id = note.id,
                            .path = note.article,
                            .about = note.about,
                            .span = note.span,
                            .text = arena_str(arena, text),
                            .replies_to = note.replies_to,
                            .more_count = editor->more_count,
                            .modified = note.id.len ? note.modified : 0,
                            .is_private = note.is_private,
                            .failed = editor->failed};
    draft->more = arena_many(arena, struct passage, editor->more_count + 1);
    for (size_t i = 0; i < editor->more_count; i++)
        draft->more[i] =
            (struct passage){arena_str(arena, editor->more[i].article), editor->more[i].span};
}

void note_leave(struct state *state, struct effects *out)
{
    struct note_editor *editor = &state->editor;
    struct str text = buf_view(&editor->text.text);
    struct draft *draft = own_draft(state);
    const struct note *note = &editor->note;
    bool same = note->id.len && !editor->failed &&
                str_eq(str_trim(text), str_trim(note_join(editor->arena, note)));
    if (same || !str_trim(text).len) {
        say(state, "nothing was %s, so there is no draft", same ? "changed" : "written");
        note_forget_draft(state, out);
        note_close(state);
        return;
    }
    if (!draft)
        draft = vec_add(NULL, &state->drafts);
    keep_draft(state, draft, text);
    state->stale |= STALE_NOTES | STALE_NOTEBOOK;
    run_effect(out, EFFECT_DRAFT)->text = arena_str(out->arena, text);
    bool many = editor->more_count || editor->note.replies_to.len;
    note_close(state);
    say(state, "kept as a draft; %s goes on with it",
        many            ? "A lists it, and e there"
        : draft->id.len ? "e at the same place"
                        : "a at the same place");
}

void note_forget_draft(struct state *state, struct effects *out)
{
    struct draft *draft = own_draft(state);
    if (!draft)
        return;
    *draft = state->drafts.at[--state->drafts.len];
    state->stale |= STALE_NOTES | STALE_NOTEBOOK;
    run_effect(out, EFFECT_DRAFT);
}

void note_turn_private(struct state *state)
{
    struct note *note = &state->editor.note;
    note->is_private = !note->is_private;
    say(state, note->is_private ? "private: it will be in no export and in no shared file"
                                : "no longer private: who shares the dossier will see it");
}

void note_not_saved(struct state *state, const struct str *ids, size_t count)
{
    struct note_editor *editor = &state->editor;
    editor->failed = true;
    if (editor->note.id.len || !count)
        return;
    editor->given = arena_many(editor->arena, struct str, count);
    for (size_t i = 0; i < count; i++)
        editor->given[i] = arena_str(editor->arena, ids[i]);
    editor->given_count = count;
}
