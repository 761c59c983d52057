/* SPDX-License-Identifier: ISC */
#include "act.h"
#include "dossier/base/memory.h"
#include "note_edit.h"
#include "place.h"
#include "rows.h"
#include "run.h"
#include "say.h"
#include "undo.h"

#include <string.h>

/* The note that is meant here: the row, or the one with the cursor. */
static const struct note *note_meant(struct state *state)
{
    const struct note *note =
        state_context(state) == CONTEXT_NOTES ? rows_note(state) : state_note(state);
    if (!note)
        say_wrong(state, "no note is under the cursor; ] goes to the next in this article");
    return note;
}

ACT(annotate)
{
    struct note_target target;
    struct arena *arena = arena_new();
    if (note_find_target(state, &target)) {
        struct note note = note_new(state, arena, &target);
        if (call->argument.len) {
            note_split(arena, call->argument, &note.text, &note.tags, &note.tag_count);
            note_store(state, &note, NULL, out);
            state->selecting = false;
        } else {
            note_open(state, &note);
        }
    }
    arena_free(arena);
}

ACT(edit)
{
    const struct note *note = note_meant(state);
    if (note && note_is_own(state, note, "edit"))
        note_open(state, note);
}

/* The tags of this writer's last note, also of one made before the program was started. */
static struct str last_tags(struct state *state)
{
    const struct note *last = NULL;
    const struct notebook *notebook = state->notebook;
    for (size_t i = 0; notebook && i < notebook->len; i++) {
        const struct note *note = &notebook->at[i];
        if (str_is(note->by, notebook->writer) && note->tag_count &&
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

ACT(again)
{
    struct note_target target;
    struct arena *arena = arena_new();
    struct str tags = last_tags(state);
    if (!tags.len) {
        say_wrong(state, "no note has tags yet: a writes one, with #words at its end");
    } else if (note_find_target(state, &target)) {
        struct note note = note_new(state, arena, &target);
        note_split(arena, arena_str(arena, tags), &note.text, &note.tags, &note.tag_count);
        note_store(state, &note, NULL, out);
        state->selecting = false;
    }
    arena_free(arena);
}

/* The article that marks are meant for. */
static uint32_t article_meant(const struct state *state)
{
    return state_context(state) == CONTEXT_LIST ? rows_article(state) : state->cursor.article;
}

ACT(yes)
{
    uint32_t article = article_meant(state);
    if (article == ARTICLE_NONE)
        say_wrong(state, "no article is here to star");
    else
        undo_mark(state, article, UNDO_STAR, true);
}

ACT(unread)
{
    uint32_t article = article_meant(state);
    if (article == ARTICLE_NONE)
        say_wrong(state, "no article is here to mark");
    else
        undo_mark(state, article, UNDO_READ, !state->memory[article].read);
}

ACT(no)
{
    unsigned context = state_context(state);
    uint32_t article = article_meant(state);
    const struct note *note = context == CONTEXT_NOTES  ? rows_note(state)
                              : context == CONTEXT_LIST ? NULL
                                                        : state_note(state);
    if (note) {
        if (note_is_own(state, note, "delete"))
            note_delete(state, note, out);
    } else if (context != CONTEXT_NOTES && article != ARTICLE_NONE &&
               state->memory[article].starred) {
        undo_mark(state, article, UNDO_STAR, false);
    } else {
        say_wrong(state, "there is no note here to delete, and no star to take away");
    }
}

ACT(undo)
{
    undo_back(state, out);
}

ACT(redo)
{
    undo_again(state, out);
}

ACT(export)
{
    bool shown = state_context(state) == CONTEXT_NOTES;
    size_t count = shown ? state->note_len : state->notebook ? state->notebook->len : 0;
    if (!count) {
        say_wrong(state, "there is no note to export; a writes one");
        return;
    }
    struct effect *effect = run_effect(out, EFFECT_EXPORT);
    effect->text = arena_str(out->arena, call->argument);
    effect->force = call->force;
    effect->ids = arena_many(out->arena, struct str, count);
    for (size_t i = 0; i < count; i++) {
        const struct note *note = shown ? state_row_note(state, i) : &state->notebook->at[i];
        if (note && !note->deleted)
            effect->ids[effect->id_count++] = arena_str(out->arena, note->id);
    }
}

/* Goes to a note of this article, the next (1) or the one before (-1) from the cursor. */
static void step_note(struct state *state, int by)
{
    const struct note *best = NULL;
    const struct notebook *notebook = state->notebook;
    for (size_t i = 0; notebook && i < notebook->len; i++) {
        const struct note *note = &notebook->at[i];
        if (note->number != state->cursor.article || !note_is_placed(note))
            continue;
        bool behind =
            by > 0 ? note->span.start > state->cursor.at : note->span.start < state->cursor.at;
        bool nearer = !best || (by > 0 ? note->span.start < best->span.start
                                       : note->span.start > best->span.start);
        if (behind && nearer)
            best = note;
    }
    state->xref = XREF_NOTES;
    if (!best) {
        say_wrong(state, "no %s note is in this article; A shows all notes",
                  by > 0 ? "later" : "earlier");
        return;
    }
    place_move(state, best->span.start);
    state->scroll_wish = SCROLL_COMFORT;
    rows_refresh(state);
    rows_show_note(state, best->id);
}

ACT(note_next)
{
    step_note(state, 1);
}

ACT(note_back)
{
    step_note(state, -1);
}
