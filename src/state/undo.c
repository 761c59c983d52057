/* SPDX-License-Identifier: ISC */
/* A step knows how things were before and after it; taking it back is asking the notebook for the
 * one, doing it again for the other. A step on a note counts as taken back only when the notebook
 * has answered. */
#include "undo.h"

#include "dossier/base/memory.h"
#include "run.h"
#include "say.h"

void undo_push(struct state *state, const struct undo_step *step)
{
    state->undo_len = state->undo_at;
    state->undo =
        vec_room(NULL, state->undo, &state->undo_cap, state->undo_len, sizeof *state->undo);
    state->undo[state->undo_len++] = *step;
    state->undo_at = state->undo_len;
}

static void set_mark(struct state *state, uint32_t article, enum undo_kind kind, bool on)
{
    struct article_memory *memory = &state->memory[article];
    if (kind == UNDO_STAR)
        memory->starred = on;
    else
        memory->read = on;
    state->stale |= STALE_ARTICLES;
}

static const char *mark_words(enum undo_kind kind, bool on)
{
    if (kind == UNDO_STAR)
        return on ? "has a star" : "has no star";
    return on ? "is read" : "is unread";
}

void undo_mark(struct state *state, uint32_t article, enum undo_kind kind, bool on)
{
    const struct article *at = &state->library->corpus.at[article];
    const struct article_memory *memory = &state->memory[article];
    struct undo_step step = {.kind = kind,
                             .had = kind == UNDO_STAR ? memory->starred : memory->read,
                             .has = on,
                             .name = arena_str(state->arena, at->label),
                             .path = arena_str(state->arena, at->path)};
    if (step.had == on) {
        say(state, "%.*s %s already", STR_ARG(at->label), mark_words(kind, on));
        return;
    }
    set_mark(state, article, kind, on);
    undo_push(state, &step);
    say(state, "%.*s %s; u takes it back", STR_ARG(at->label), mark_words(kind, on));
}

/* Makes the note as it was: there, or gone. */
static void ask_for(struct state *state, const struct note *note, bool there, struct effects *out)
{
    struct effect *effect = run_effect(out, there ? EFFECT_NOTE_PUT : EFFECT_NOTE_REMOVE);
    effect->note = note_copy(out->arena, note);
    effect->note.modified = state->now;
    effect->note.deleted = 0;
}

/* Goes from one side of STEP to the other. */
static void cross(struct state *state, const struct undo_step *step, bool back, struct effects *out)
{
    bool on = back ? step->had : step->has;
    if (step->kind == UNDO_NOTE) {
        const struct note *note = back ? &step->before : &step->after;
        ask_for(state, on ? note : back ? &step->after : &step->before, on, out);
        state->doing = back ? DOING_UNDO : DOING_REDO;
        state->step = *step;
        return;
    }
    uint32_t article = corpus_at_path(&state->library->corpus, step->path);
    if (article != ARTICLE_NONE)
        set_mark(state, article, step->kind, on);
    state->undo_at += back ? (size_t)-1 : 1;
    say(state, "%s: %.*s %s; %s", back ? "undone" : "done again", STR_ARG(step->name),
        mark_words(step->kind, on), back ? "^R does it again" : "u takes it back");
}

void undo_back(struct state *state, struct effects *out)
{
    if (state->undo_at)
        cross(state, &state->undo[state->undo_at - 1], true, out);
    else
        say_wrong(state, "nothing is left to undo");
}

void undo_again(struct state *state, struct effects *out)
{
    if (state->undo_at < state->undo_len)
        cross(state, &state->undo[state->undo_at], false, out);
    else
        say_wrong(state, "nothing is left to do again");
}

void undo_done(struct state *state)
{
    const struct undo_step *step = &state->step;
    bool back = state->doing == DOING_UNDO, on = back ? step->had : step->has;
    bool other = back ? step->has : step->had;
    const char *now = !on ? "is deleted" : other ? "is as it was" : "is back";
    if (back)
        state->undo_at--;
    else
        state->undo_at++;
    say(state, "%s: %.*s %s; %s", back ? "undone" : "done again", STR_ARG(step->name), now,
        back ? "^R does it again" : "u takes it back");
}
