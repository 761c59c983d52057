/* SPDX-License-Identifier: ISC */
/* Writing notes and looking at them. */
#include "about.h"
#include "act.h"
#include "ask.h"
#include "bounds.h"
#include "dossier/base/memory.h"
#include "folders.h"
#include "judge.h"
#include "note_edit.h"
#include "place.h"
#include "rows.h"
#include "run.h"
#include "said_judge.h"
#include "say.h"
#include "tick.h"
#include "turn.h"
#include "undo.h"

/* The note that is meant here: the row, or the one with the cursor. */
static const struct note *note_meant(struct state *state)
{
    bool listed = state_context(state) == CONTEXT_NOTES;
    const struct note *note = listed ? rows_note(state) : state_note(state);
    if (!note && listed && rows_grave(state))
        say_wrong(state, "this note is deleted; + brings it back");
    else if (!note)
        say_wrong(state, "no note is under the cursor; ] goes to the next in this article");
    return note;
}

/* The new notes that are meant here: on the places ticked, on what is under the cursor, or in
 * answer to a note; NULL where nothing is. */
static struct note *new_notes(struct state *state, struct arena *arena, size_t *count)
{
    unsigned context = state_context(state);
    struct note_target target;
    struct note *note = arena_many(arena, struct note, 1);
    *count = 1;
    state->editor.ticked = context == CONTEXT_PLACES && tick_count(state);
    if (state->editor.ticked)
        return note_ticked(state, arena, count);
    if (context == CONTEXT_NOTES) {
        const struct note *to = note_meant(state);
        if (!to)
            return NULL;
        *note = note_answer(state, arena, to);
        return note;
    }
    if (!note_find_target(state, &target))
        return NULL;
    *note = note_new(state, arena, &target);
    return note;
}

/* Stores NOTES with what was TYPED, or opens the editor on them where nothing was. */
static void write_notes(struct state *state, struct arena *arena, struct note *notes, size_t count,
                        struct str typed, struct effects *out)
{
    if (!typed.len) {
        note_open(state, notes, count);
        return;
    }
    for (size_t i = 0; i < count; i++)
        note_split(arena, typed, &notes[i].text, &notes[i].tags, &notes[i].tag_count);
    ask_put(state, notes, count, count == 1 ? "is saved" : "are saved", out);
    state->selecting = false;
}

/* The row is a draft: it is gone on with. */
static bool goes_on(struct state *state)
{
    const struct draft *draft = state_context(state) == CONTEXT_NOTES ? rows_draft(state) : NULL;
    if (draft)
        note_open_draft(state, draft);
    return draft != NULL;
}

ACT(annotate)
{
    if (goes_on(state))
        return;
    struct arena *arena = arena_new();
    size_t count;
    struct note *notes = new_notes(state, arena, &count);
    if (notes)
        write_notes(state, arena, notes, count, call->argument, out);
    arena_free(arena);
}

ACT(reply)
{
    const struct note *to = note_meant(state);
    struct arena *arena = arena_new();
    if (to) {
        struct note note = note_answer(state, arena, to);
        write_notes(state, arena, &note, 1, call->argument, out);
    }
    arena_free(arena);
}

ACT(edit)
{
    if (state_context(state) == CONTEXT_FOLDERS) {
        folders_edit(state);
        return;
    }
    if (state_context(state) == CONTEXT_ABOUT) {
        about_edit(state);
        return;
    }
    if (goes_on(state))
        return;
    const struct note *note = note_meant(state);
    if (note && ask_is_own(state, note, "edit"))
        note_open(state, note, 1);
}

/* The tags of this writer's last note, also of one made before the program was started. */
static struct str last_tags(struct state *state)
{
    const struct note *last = NULL;
    const struct notebook *notebook = state->notebook;
    for (size_t i = 0; notebook && i < notebook->len; i++) {
        const struct note *note = &notebook->at[i];
        if (notebook_owns(notebook, note) && note->tag_count &&
            (!last || note->modified > last->modified))
            last = note;
    }
    if (!state->last_tags.len && last) {
        struct note bare = *last;
        bare.text = STR("");
        state->last_tags = note_join(state->arena, &bare);
    }
    return state->last_tags;
}

static void tag_note(struct state *state, struct arena *arena, const struct note *note,
                     const struct note *tags, struct effects *out)
{
    struct note tagged = note_copy(arena, note);
    if (!ask_is_own(state, note, "tag"))
        return;
    note_add_tags(arena, &tagged, tags->tags, tags->tag_count);
    tagged.modified = state->now;
    if (tagged.tag_count == note->tag_count)
        say(state, "the note has these tags already");
    else
        ask_put(state, &tagged, 1, "has the last tags too", out);
}

ACT(again)
{
    if (state_context(state) == CONTEXT_SAID) {
        said_judge_again(state, out);
        return;
    }
    if (judge_again(state, out))
        return;
    struct arena *arena = arena_new();
    struct str typed = arena_str(arena, last_tags(state));
    struct note tags = {.tag_count = 0};
    size_t count = 0;
    note_split(arena, typed, &tags.text, &tags.tags, &tags.tag_count);
    if (!typed.len) {
        say_wrong(state, "no note has tags yet: a writes one, with #words at its end");
    } else if (state_context(state) == CONTEXT_NOTES) {
        const struct note *note = note_meant(state);
        if (note)
            tag_note(state, arena, note, &tags, out);
    } else {
        struct note *notes = new_notes(state, arena, &count);
        if (notes)
            write_notes(state, arena, notes, count, typed, out);
    }
    arena_free(arena);
}

ACT(private)
{
    if (state->editor.open) {
        note_turn_private(state);
        return;
    }
    const struct note *note = note_meant(state);
    if (!note || !ask_is_own(state, note, "make private"))
        return;
    struct arena *arena = arena_new();
    struct note turned = note_copy(arena, note);
    turned.is_private = !note->is_private;
    turned.modified = state->now;
    ask_put(state, &turned, 1, turned.is_private ? "is private" : "is not private any more", out);
    arena_free(arena);
}

ACT(type_private)
{
    if (state->editor.open)
        note_turn_private(state);
    else
        say_wrong(state, "no note is being typed; :private is for the one under the cursor");
}

ACT(bounds)
{
    const struct note *note = note_meant(state);
    if (note)
        bounds_begin(state, note);
}

ACT(note_turn)
{
    turn_next(state);
}

ACT(note_next)
{
    turn_step(state, 1);
}

ACT(note_back)
{
    turn_step(state, -1);
}

ACT(undo)
{
    undo_back(state, out);
}

ACT(redo)
{
    undo_again(state, out);
}
