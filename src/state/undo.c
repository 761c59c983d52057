/* SPDX-License-Identifier: ISC */
/* A step knows how things were before and after it; taking it back is asking the notebook for the
 * one, doing it again for the other. A step on notes counts as taken back only when the notebook
 * has answered. */
#include "undo.h"

#include "dossier/base/memory.h"
#include "run.h"
#include "say.h"
#include "tick.h"

void undo_push(struct state *state, const struct undo_step *step)
{
    state->undo_len = state->undo_at;
    state->undo =
        vec_room(NULL, state->undo, &state->undo_cap, state->undo_len, sizeof *state->undo);
    state->undo[state->undo_len++] = *step;
    state->undo_at = state->undo_len;
}

static void say_crossed(struct state *state, const struct undo_step *step, bool back)
{
    say(state, "%s: %.*s%s%.*s; %s", back ? "undone" : "done again", STR_ARG(step->name),
        step->name.len ? " " : "", STR_ARG(back ? step->undid : step->did),
        back ? "^R does it again" : "u takes it back");
}

/* ---- what changes here ---- */

static void set_mark(struct state *state, uint32_t article, enum undo_kind kind, bool on)
{
    if (kind == UNDO_STAR)
        state_set_starred(state, article, on);
    else
        state_set_read(state, article, on);
    state->stale |= STALE_ARTICLES;
}

static struct str mark_words(enum undo_kind kind, bool on)
{
    if (kind == UNDO_STAR)
        return on ? STR("has a star") : STR("has no star");
    return on ? STR("is read") : STR("is unread");
}

void undo_mark(struct state *state, uint32_t article, enum undo_kind kind, bool on)
{
    const struct article *at = corpus_article(&state->library->corpus, article);
    const struct article_memory *memory = state_memory(state, article);
    struct undo_step step = {.kind = kind,
                             .had = kind == UNDO_STAR ? memory->starred : memory->read,
                             .has = on,
                             .name = arena_str(state->arena, at->label),
                             .path = arena_str(state->arena, at->path)};
    step.did = mark_words(kind, on);
    step.undid = mark_words(kind, !on);
    if (step.had == on) {
        say(state, "%.*s %.*s already", STR_ARG(at->label), STR_ARG(step.did));
        return;
    }
    set_mark(state, article, kind, on);
    undo_push(state, &step);
    say(state, "%.*s %.*s; u takes it back", STR_ARG(at->label), STR_ARG(step.did));
}

void undo_draft(struct state *state, size_t number, struct effects *out)
{
    struct undo_step step = {.kind = UNDO_DRAFT,
                             .draft = state->drafts.at[number],
                             .name = STR("the draft"),
                             .did = STR("is thrown away"),
                             .undid = STR("is back")};
    state->drafts.at[number] = state->drafts.at[--state->drafts.len];
    state->stale |= STALE_NOTES | STALE_NOTEBOOK;
    run_effect(out, EFFECT_DRAFT);
    undo_push(state, &step);
    say(state, "the draft is thrown away; u takes it back");
}

static void cross_mark(struct state *state, const struct undo_step *step, bool back,
                       struct effects *out)
{
    (void)out;
    uint32_t article = corpus_at_path(&state->library->corpus, step->path);
    if (article != ARTICLE_NONE)
        set_mark(state, article, step->kind, back ? step->had : step->has);
}

static void cross_draft(struct state *state, const struct undo_step *step, bool back,
                        struct effects *out)
{
    if (back) {
        *vec_add(NULL, &state->drafts) = step->draft;
    } else {
        size_t i = 0;
        while (i < state->drafts.len && !str_eq(state->drafts.at[i].text, step->draft.text))
            i++;
        if (i < state->drafts.len)
            state->drafts.at[i] = state->drafts.at[--state->drafts.len];
    }
    state->stale |= STALE_NOTES | STALE_NOTEBOOK;
    run_effect(out, EFFECT_DRAFT);
}

static void cross_ticks(struct state *state, const struct undo_step *step, bool back,
                        struct effects *out)
{
    (void)out;
    tick_set(state, back ? &step->unticked : &step->ticked);
}

/* ---- what is asked of the notebook ---- */

/* Makes all notes of STEP as they were: there, or gone. */
static void cross_notes(struct state *state, const struct undo_step *step, bool back,
                        struct effects *out)
{
    struct effect *effect = run_effect(out, EFFECT_NOTES);
    effect->notes = arena_many(out->arena, struct note, step->count + 1);
    effect->ids = arena_many(out->arena, struct str, step->count + 1);
    for (size_t i = 0; i < step->count; i++) {
        const struct undo_note *note = &step->notes[i];
        bool on = back ? note->had : note->has;
        const struct note *wanted = on == back ? &note->before : &note->after;
        if (!on) {
            effect->ids[effect->id_count++] = arena_str(out->arena, wanted->id);
            continue;
        }
        struct note *put = &effect->notes[effect->note_count++];
        *put = note_copy(out->arena, wanted);
        put->modified = state->now;
        put->deleted = 0;
    }
}

static void cross_check(struct state *state, const struct undo_step *step, bool back,
                        struct effects *out)
{
    struct effect *effect = run_effect(out, EFFECT_CHECK);
    effect->text = arena_str(out->arena, step->id);
    effect->on = (back ? step->had : step->has) ? state->now : 0;
}

static void cross_verdict(struct state *state, const struct undo_step *step, bool back,
                          struct effects *out)
{
    (void)state;
    struct effect *effect = run_effect(out, EFFECT_VERDICT);
    const struct verdict *wanted = back ? &step->verdict : &step->verdict_after;
    if (back ? step->had : step->has) {
        effect->verdict = arena_one(out->arena, struct verdict);
        *effect->verdict = verdict_copy(out->arena, wanted);
    } else {
        const struct verdict *there = back ? &step->verdict_after : &step->verdict;
        effect->text = arena_str(out->arena, there->anchor.id);
    }
}

static void cross_tags(struct state *state, const struct undo_step *step, bool back,
                       struct effects *out)
{
    (void)state;
    struct effect *effect = run_effect(out, EFFECT_TAGS);
    bool describes = step->tags_change == TAGS_DESCRIBE;
    effect->text = arena_str(out->arena, step->tag);
    effect->tags_change = describes ? TAGS_DESCRIBE : back ? TAGS_PART : TAGS_RENAME;
    effect->other = arena_str(out->arena, describes && back ? step->before : step->other);
}

static void cross_search(struct state *state, const struct undo_step *step, bool back,
                         struct effects *out)
{
    (void)state;
    struct effect *effect = run_effect(out, EFFECT_SEARCH);
    effect->text = arena_str(out->arena, step->tag);
    effect->other = arena_str(out->arena, back ? step->before : step->other);
}

static void cross_patch(struct state *state, const struct undo_step *step, bool back,
                        struct effects *out)
{
    (void)state;
    struct effect *effect = run_effect(out, EFFECT_PATCH);
    effect->patch = step->patch; /* its slices live as long as the state */
    effect->back = back;
}

/* Goes from one side of STEP to the other. */
static void cross(struct state *state, const struct undo_step *step, bool back, struct effects *out)
{
    static const struct {
        void (*cross)(struct state *state, const struct undo_step *step, bool back,
                      struct effects *out);
        bool asks; /* and so waits for an answer */
    } ways[] = {
        [UNDO_SEARCH] = {cross_search, true}, [UNDO_NOTES] = {cross_notes, true},
        [UNDO_CHECK] = {cross_check, true},   [UNDO_VERDICT] = {cross_verdict, true},
        [UNDO_TAGS] = {cross_tags, true},     [UNDO_AMEND] = {cross_patch, true},
        [UNDO_CORRECT] = {cross_patch, true}, [UNDO_DRAFT] = {cross_draft, false},
        [UNDO_TICKS] = {cross_ticks, false},  [UNDO_STAR] = {cross_mark, false},
        [UNDO_READ] = {cross_mark, false},
    };
    ways[step->kind].cross(state, step, back, out);
    if (ways[step->kind].asks) {
        state->doing = back ? DOING_UNDO : DOING_REDO;
        state->step = *step;
    } else {
        state->undo_at += back ? (size_t)-1 : 1;
        say_crossed(state, step, back);
    }
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
    bool back = state->doing == DOING_UNDO;
    state->undo_at += back ? (size_t)-1 : 1;
    say_crossed(state, &state->step, back);
}
