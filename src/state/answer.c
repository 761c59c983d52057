/* SPDX-License-Identifier: ISC */
/* A new library numbers its articles anew: all that names an article is moved by its path. */
#include "answer.h"

#include "dossier/base/memory.h"
#include "hints.h"
#include "hold.h"
#include "note_edit.h"
#include "page.h"
#include "prompt.h"
#include "say.h"
#include "undo.h"

#include <stdlib.h>

/* A new place for each old article. */
struct moving {
    const struct library *old, *new;
    uint32_t *to;
};

static void begin_moving(struct moving *moving)
{
    const struct corpus *old = &moving->old->corpus;
    moving->to = memory_get((old->len + 1) * sizeof *moving->to);
    for (size_t i = 0; i < old->len; i++)
        moving->to[i] = corpus_at_path(&moving->new->corpus, old->at[i].path);
}

static void move_spot(const struct moving *moving, struct spot *spot)
{
    if (spot->article == ARTICLE_NONE)
        return;
    spot->article = moving->to[spot->article];
    if (spot->article == ARTICLE_NONE)
        return;
    size_t len = moving->new->corpus.at[spot->article].text.len;
    if (spot->at > len)
        spot->at = (uint32_t)len;
}

static void move_memory(struct state *state, const struct moving *moving)
{
    struct article_memory *memory = memory_get((moving->new->corpus.len + 1) * sizeof *memory);
    for (size_t i = 0; i < moving->old->corpus.len; i++) {
        uint32_t to = moving->to[i];
        if (to == ARTICLE_NONE) {
            free(state->memory[i].seen.at);
            continue;
        }
        memory[to] = state->memory[i];
        if (!str_eq(moving->old->corpus.at[i].text, moving->new->corpus.at[to].text))
            memory[to].seen.len = 0;
    }
    free(state->memory);
    state->memory = memory;
}

static void move_trail(struct state *state, const struct moving *moving)
{
    size_t kept = 0, at = state->trail_at;
    for (size_t i = 0; i < state->trail_len; i++) {
        move_spot(moving, &state->trail[i]);
        if (state->trail[i].article != ARTICLE_NONE)
            state->trail[kept++] = state->trail[i];
        else if (i < state->trail_at)
            at--;
    }
    state->trail_len = kept;
    state->trail_at = at;
    move_spot(moving, &state->last_place);
    for (size_t i = 0; i < COUNT(state->marks); i++)
        move_spot(moving, &state->marks[i]);
}

/* The name that was added becomes the thread, with the place where it was found. */
static void take_new_actor(struct state *state)
{
    struct str name = state->new_actor;
    state->new_actor = STR("");
    uint32_t actor = name.len ? tags_find(&state->library->tags, name, NULL) : ACTOR_NONE;
    if (actor == ACTOR_NONE || !hold_actor(state, actor))
        return;
    struct arena *arena = arena_new();
    struct str places = say_count(arena, state->thread.len, "place", "places");
    struct str articles = say_count(arena, state->thread.articles, "article", "articles");
    state->thread.current = hold_here(state);
    say(state, "%.*s is in tags.yaml now: %.*s in %.*s; u does not undo this", STR_ARG(name),
        STR_ARG(places), STR_ARG(articles));
    arena_free(arena);
}

void answer_library(struct state *state, const struct event *event, struct effects *out)
{
    (void)out;
    struct moving moving = {state->library, event->library, NULL};
    begin_moving(&moving);
    hints_hide(state);
    if (state->prompt.open)
        prompt_close(state);
    move_memory(state, &moving);
    move_trail(state, &moving);
    move_spot(&moving, &state->cursor);
    if (state->end_shown != ARTICLE_NONE)
        state->end_shown = moving.to[state->end_shown];
    if (state->editor.open && state->editor.note.number != ARTICLE_NONE)
        state->editor.note.number = moving.to[state->editor.note.number];
    free(moving.to);
    state->library = event->library;
    if (event->notebook)
        state->notebook = event->notebook;
    state->begun = state->cursor.article != ARTICLE_NONE;
    state->selecting = false;
    state->articles = state->cast = state->problems = (struct list){.sideways = 0};
    state->shown_len = state->cast_len = state->place_len = 0;
    state->note_len = state->problem_len = 0;
    state->tallies = NULL;
    state->stale = STALE_ALL;
    page_forget(&state->page);
    hold_again(state);
    take_new_actor(state);
}

/* What was asked for was done: the step is one that u takes back. */
static void finish_step(struct state *state, struct str id, struct effects *out)
{
    struct undo_step step = state->step;
    const struct note *note =
        step.has && state->notebook ? notebook_find(state->notebook, id, NULL) : NULL;
    if (note) {
        struct note bare = *note;
        step.after = note_copy(state->arena, note);
        bare.text = STR("");
        if (note->tag_count)
            state->last_tags = note_join(state->arena, &bare);
    }
    undo_push(state, &step);
    if (step.has && state->editor.open) {
        note_forget_draft(state, out);
        note_close(state);
    }
    say(state, "%.*s is %s; u takes it back", STR_ARG(step.name),
        !step.has  ? "deleted"
        : step.had ? "changed"
                   : "saved");
}

void answer_notes(struct state *state, const struct event *event, struct effects *out)
{
    if (event->notebook)
        state->notebook = event->notebook;
    state->stale |= STALE_NOTES | STALE_NOTEBOOK | STALE_PROBLEMS;
    if (!event->ok)
        say_wrong(state, "%.*s", STR_ARG(event->sentence));
    else if (state->doing == DOING_STEP)
        finish_step(state, event->id, out);
    else if (state->doing != DOING_NOTHING)
        undo_done(state);
    else if (event->sentence.len)
        say(state, "%.*s", STR_ARG(event->sentence));
    state->doing = DOING_NOTHING;
    if (state->thread.wish.kind == THREAD_TAG)
        hold_again(state);
}

void answer_said(struct state *state, const struct event *event, struct effects *out)
{
    (void)out;
    if (event->ok) {
        say(state, "%.*s", STR_ARG(event->sentence));
        return;
    }
    say_wrong(state, "%.*s", STR_ARG(event->sentence));
    state->doing = DOING_NOTHING;
    state->new_actor = STR("");
}

void answer_edited(struct state *state, const struct event *event, struct effects *out)
{
    (void)out;
    if (!event->ok) {
        say_wrong(state, "%.*s", STR_ARG(event->sentence));
    } else if (state->editor.open) {
        struct str text = event->sentence;
        while (text.len && text.at[text.len - 1] == '\n')
            text.len--;
        editline_set(&state->editor.text, text);
        say(state, "back from the editor; Esc saves the note");
    }
}
