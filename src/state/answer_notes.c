/* SPDX-License-Identifier: ISC */
/* What the notebook did of what it was asked. */
#include "answer.h"

#include "about.h"
#include "ask.h"
#include "dossier/base/memory.h"
#include "folders.h"
#include "hold.h"
#include "judge.h"
#include "note_edit.h"
#include "said_judge.h"
#include "say.h"
#include "tick.h"
#include "undo.h"

/* The id that note I of the step has now: of those stored the event tells it. */
static struct str id_now(const struct undo_step *step, const struct event *event, size_t i)
{
    return i < event->id_count ? event->ids[i] : step->notes[i].before.id;
}

/* Takes down how the notes of STEP are after it. Under an id of its own a version was stored beside
 * that of another program: taking back is deleting it. */
static void look_after(struct state *state, struct undo_step *step, const struct event *event)
{
    for (size_t i = 0; i < step->count; i++) {
        struct undo_note *note = &step->notes[i];
        struct str id = id_now(step, event, i);
        const struct note *now = ask_stored(state, id);
        if (note->had && !str_eq(id, note->before.id)) {
            note->had = false;
            step->clashed = true;
        }
        note->has = now != NULL;
        if (now)
            note->after = note_copy(state->arena, now);
    }
}

static void keep_last_tags(struct state *state, const struct undo_step *step)
{
    for (size_t i = 0; i < step->count; i++) {
        struct note bare = step->notes[i].after;
        bare.text = STR("");
        if (step->notes[i].has && bare.tag_count)
            state->last_tags = note_join(state->arena, &bare);
        state->verdict_last = false;
    }
}

/* What taking the step back will do. */
static struct str undid(const struct undo_step *step)
{
    bool had = step->count && step->notes[0].had, has = step->count && step->notes[0].has;
    bool many = step->count > 1;
    if (!had)
        return many ? STR("are deleted") : STR("is deleted");
    if (!has)
        return many ? STR("are back") : STR("is back");
    return many ? STR("are as they were") : STR("is as it was");
}

static void say_done(struct state *state, const struct undo_step *step, bool stays)
{
    if (step->clashed)
        say_wrong(state,
                  "another program changed this note too; both versions are kept: A shows them");
    else if (stays)
        say_wrong(state, "another program changed this note meanwhile, so it is not deleted");
    else
        say(state, "%.*s%s%.*s; u takes it back", STR_ARG(step->name), step->name.len ? " " : "",
            STR_ARG(step->did));
}

/* Whose the words are now becomes the thread, where the reader stands; the rest of the step's words
 * are how many places that has. */
static void show_actor(struct state *state, struct undo_step *step)
{
    const struct amendment *amendment = &step->amendment;
    struct thread_wish wish = {THREAD_ACTOR, amendment->actor, false};
    struct error error;
    bool adds = amendment->kind <= AMEND_ROLE;
    if (adds)
        state->selecting = false;
    if (!adds || !hold_take(state, &wish, &error))
        return;
    state->thread.current = hold_here(state);
    struct str places = say_count(state->arena, state->thread.len, "place", "places");
    step->did = arena_printf(state->arena, "%.*s: %.*s", STR_ARG(step->did), STR_ARG(places));
}

/* In the text nothing stays selected; in the view the next fact that is open is at hand. */
static void show_corrected(struct state *state)
{
    state->selecting = false;
    if (state->view != VIEW_ABOUT)
        return;
    about_refresh(state);
    about_next(state, state->about.list.cursor);
}

static void keep_patch(struct state *state, struct undo_step *step, const struct tags_patch *patch)
{
    step->patch = (struct tags_patch){.at = patch->at,
                                      .before = arena_str(state->arena, patch->before),
                                      .after = arena_str(state->arena, patch->after),
                                      .above = arena_str(state->arena, patch->above),
                                      .below = arena_str(state->arena, patch->below)};
}

/* What was asked for was done: the step is one that u takes back. */
static void finish_step(struct state *state, const struct event *event, struct effects *out)
{
    struct undo_step step = state->step;
    bool editing = state->editor.open && event->id_count;
    look_after(state, &step, event);
    keep_last_tags(state, &step);
    /* asked to be deleted, and still there */
    bool stays = !step.undid.len && !event->id_count && step.count == 1 && step.notes[0].had &&
                 step.notes[0].has;
    if (!step.undid.len)
        step.undid = undid(&step);
    if (event->patch)
        keep_patch(state, &step, event->patch);
    if (step.kind == UNDO_AMEND)
        show_actor(state, &step);
    if (step.kind == UNDO_CORRECT)
        show_corrected(state);
    if (!stays)
        undo_push(state, &step);
    if (state->editor.ticked && event->id_count && !step.notes[0].had)
        tick_clear(state);
    if (editing) {
        note_forget_draft(state, out);
        note_close(state);
    }
    say_done(state, &step, stays);
}

/* Nothing was done; what was typed stays where it is. */
static void fail(struct state *state, const struct event *event)
{
    bool typed = state->editor.open && state->doing == DOING_STEP;
    if (typed)
        note_not_saved(state, event->ids, event->id_count);
    say_wrong(state, "not %s: %.*s", typed ? "saved" : "done", STR_ARG(event->sentence));
}

static void cross_done(struct state *state)
{
    const struct undo_step *step = &state->step;
    undo_done(state);
    if (step->kind == UNDO_VERDICT)
        judge_show(state, step->has ? &step->verdict_after : &step->verdict);
}

void answer_notes(struct state *state, const struct event *event, struct effects *out)
{
    if (event->notebook)
        state->notebook = event->notebook;
    state->stale |= STALE_NOTES | STALE_NOTEBOOK | STALE_PROBLEMS;
    folders_notes_changed(state);
    if (event->judged)
        said_judged(state);
    if (event->judged)
        state->stale |= STALE_PLACES | STALE_CAST | STALE_DOUBTS | STALE_TALLIES;
    if (!event->ok)
        fail(state, event);
    else if (state->doing == DOING_STEP && state->step.kind == UNDO_VERDICT)
        judge_done(state, event);
    else if (state->doing == DOING_STEP)
        finish_step(state, event, out);
    else if (state->doing != DOING_NOTHING)
        cross_done(state);
    else if (event->sentence.len)
        say(state, "%.*s", STR_ARG(event->sentence));
    state->doing = DOING_NOTHING;
    if (event->judged || state->thread.wish.kind == THREAD_TAG)
        hold_again(state);
}

void answer_drafts(struct state *state, const struct event *event, struct effects *out)
{
    (void)out;
    state->drafts_lost = !event->ok;
    if (!event->ok)
        say_wrong(state, "the draft is not on the disk yet: %.*s", STR_ARG(event->sentence));
}
