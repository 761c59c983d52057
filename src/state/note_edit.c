/* SPDX-License-Identifier: ISC */
#include "note_edit.h"

#include "dossier/base/memory.h"
#include "run.h"
#include "say.h"

#include <string.h>

#define QUOTE_COLUMNS 40 /* of the passage, in the editor's heading */

static bool is_draft_of(const struct draft *draft, const struct note *note)
{
    return str_eq(draft->id, note->id) && str_eq(draft->path, note->article) &&
           str_eq(draft->about, note->about) && draft->span.start == note->span.start &&
           draft->span.end == note->span.end;
}

static struct draft *find_draft(struct state *state, const struct note *note)
{
    for (size_t i = 0; i < state->drafts.len; i++)
        if (is_draft_of(&state->drafts.at[i], note))
            return &state->drafts.at[i];
    return NULL;
}

static struct str heading(const struct state *state, struct arena *arena, const struct note *note)
{
    struct str name = note_name(state, arena, note);
    name = str_sub(name, strlen("the "), name.len);
    if (!note->has_passage || note->number == ARTICLE_NONE)
        return name;
    struct str text = state->library->corpus.at[note->number].text;
    struct str quote = say_cut(arena, span_of(text, note->span), QUOTE_COLUMNS);
    return arena_printf(arena, "%.*s: “%.*s”", STR_ARG(name), STR_ARG(quote));
}

void note_open(struct state *state, const struct note *note)
{
    struct note_editor *editor = &state->editor;
    struct note copy = *note;
    const struct draft *draft = find_draft(state, note);
    arena_clear(editor->arena);
    editor->note = note_copy(editor->arena, &copy);
    editor->about = heading(state, editor->arena, note);
    editor->open = true;
    editor->top = state->top;
    struct str text = note->id.len ? note_join(editor->arena, note) : STR("");
    editline_set(&editor->text, draft ? draft->text : text);
    if (draft)
        say(state, "the draft you left is here again");
}

void note_close(struct state *state)
{
    state->editor.open = false;
    state->top = state->editor.top;
    state->shown_height = 0;
    editline_set(&state->editor.text, STR(""));
    state->selecting = false;
}

static const struct note *stored(const struct state *state, struct str id)
{
    return id.len && state->notebook ? notebook_find(state->notebook, id, NULL) : NULL;
}

void note_save(struct state *state, struct effects *out)
{
    struct note_editor *editor = &state->editor;
    struct str typed = arena_str(editor->arena, buf_view(&editor->text.text));
    struct note note = editor->note;
    const struct note *before = stored(state, note.id);
    note_split(editor->arena, typed, &note.text, &note.tags, &note.tag_count);
    if (!note.text.len && !note.tag_count) {
        say(state, before ? "nothing is left of it, so the note stays as it was; x deletes it"
                          : "nothing was written, so there is no note");
        note_forget_draft(state, out);
        note_close(state);
        return;
    }
    note.modified = state->now;
    if (!before) /* made when it is saved, not when the first letter was typed */
        note.created = note.modified;
    note_store(state, &note, before, out);
}

void note_leave(struct state *state, struct effects *out)
{
    struct note_editor *editor = &state->editor;
    struct str text = buf_view(&editor->text.text);
    struct draft *draft = find_draft(state, &editor->note);
    if (!str_trim(text).len) {
        say(state, "nothing was written, so there is no draft");
        note_forget_draft(state, out);
        note_close(state);
        return;
    }
    if (!draft)
        draft = vec_add(NULL, &state->drafts);
    const struct note note = note_copy(state->arena, &editor->note);
    *draft =
        (struct draft){note.id, note.article, note.about, note.span, arena_str(state->arena, text)};
    struct effect *effect = run_effect(out, EFFECT_DRAFT);
    effect->text = arena_str(out->arena, text);
    effect->note = note_copy(out->arena, &editor->note);
    note_close(state);
    say(state, "kept as a draft; %s at the same place goes on with it", note.id.len ? "e" : "a");
}

void note_forget_draft(struct state *state, struct effects *out)
{
    struct draft *draft = find_draft(state, &state->editor.note);
    if (!draft)
        return;
    *draft = state->drafts.at[--state->drafts.len];
    run_effect(out, EFFECT_DRAFT)->note = note_copy(out->arena, &state->editor.note);
}

/* The beginning of a tag before the cursor, without its #; false where there is none. */
static bool tag_begun(const struct editline *line, struct str *begun)
{
    struct str before = str_sub(buf_view(&line->text), 0, line->cursor);
    size_t at = before.len;
    while (at > 0 && before.at[at - 1] != ' ' && before.at[at - 1] != '\n' &&
           before.at[at - 1] != '#')
        at--;
    *begun = str_sub(before, at, before.len);
    return at > 0 && before.at[at - 1] == '#';
}

/* Of the tags that begin so, the one that was used last. */
static struct str likeliest(const struct state *state, struct str begun)
{
    const struct notebook *notebook = state->notebook;
    struct str best = STR("");
    int64_t last = INT64_MIN;
    for (size_t i = 0; notebook && i < notebook->len; i++) {
        const struct note *note = &notebook->at[i];
        for (size_t j = 0; j < note->tag_count && note->modified > last; j++)
            if (str_starts(note->tags[j], begun) && str_find(note->tags[j], STR(" "), 0) < 0) {
                best = note->tags[j];
                last = note->modified;
            }
    }
    return best;
}

void note_complete_tag(struct state *state)
{
    struct editline *line = &state->editor.text;
    struct str begun;
    if (!tag_begun(line, &begun)) {
        say(state, "Tab completes a #tag; Esc saves");
        return;
    }
    struct str tag = likeliest(state, begun);
    if (tag.len > begun.len)
        editline_insert(line, str_sub(tag, begun.len, tag.len));
    else
        say_wrong(state, "no other tag begins with #%.*s", STR_ARG(begun));
}
