/* SPDX-License-Identifier: ISC */
#include "ask.h"

#include "dossier/base/memory.h"
#include "run.h"
#include "say.h"

const struct note *ask_stored(const struct state *state, struct str id)
{
    const struct note *note =
        id.len && state->notebook ? notebook_find(state->notebook, id, NULL) : NULL;
    return note && str_eq(note->id, id) ? note : NULL;
}

struct str ask_name(const struct state *state, struct arena *arena, const struct note *note)
{
    const struct tags *tags = &state->library->tags;
    uint32_t actor = note->about.len ? tags_actor(tags, note->about) : ACTOR_NONE;
    struct buf place = {0};
    if (note_is_placed(note))
        library_place(state->library, note->number, note->span.start, &place);
    else if (note->number != ARTICLE_NONE)
        buf_str(&place, corpus_article(&state->library->corpus, note->number)->label);
    else if (actor != ACTOR_NONE)
        buf_str(&place, tags->at[actor].name);
    else
        buf_str(&place, note->article.len ? note->article : note->about);
    struct str name =
        arena_printf(arena, "the %s %.*s", note->replies_to.len ? "reply on" : "note on",
                     STR_ARG(buf_view(&place)));
    buf_free(&place);
    return name;
}

bool ask_is_own(struct state *state, const struct note *note, const char *verb)
{
    if (state->notebook && notebook_owns(state->notebook, note))
        return true;
    say_wrong(state, "this note is %.*s’s, and only they can %s it; :reply answers it",
              STR_ARG(note->by), verb);
    return false;
}

static void begin(struct state *state, struct undo_step step)
{
    state->step = step;
    state->doing = DOING_STEP;
}

/* A step on COUNT notes, as they are before it. */
static struct undo_step begin_notes(struct state *state, const struct note *notes, size_t count,
                                    const char *did)
{
    struct undo_step step = {.kind = UNDO_NOTES, .count = count, .did = str_of(did)};
    step.notes = arena_many(state->arena, struct undo_note, count + 1);
    step.name = count == 1 ? ask_name(state, state->arena, &notes[0])
                           : say_count(state->arena, count, "note", "notes");
    for (size_t i = 0; i < count; i++) {
        const struct note *before = ask_stored(state, notes[i].id);
        step.notes[i].had = before != NULL;
        if (before)
            step.notes[i].before = note_copy(state->arena, before);
    }
    return step;
}

/* A name that an effect carries: of its ARENA. */
static struct effect *ask_for(struct effects *out, enum effect_kind kind, struct str text)
{
    struct effect *effect = run_effect(out, kind);
    effect->text = arena_str(out->arena, text);
    return effect;
}

void ask_put(struct state *state, const struct note *notes, size_t count, const char *did,
             struct effects *out)
{
    begin(state, begin_notes(state, notes, count, did));
    struct effect *effect = run_effect(out, EFFECT_NOTES);
    effect->notes = arena_many(out->arena, struct note, count + 1);
    effect->note_count = count;
    for (size_t i = 0; i < count; i++)
        effect->notes[i] = note_copy(out->arena, &notes[i]);
}

static bool same_texts(const struct str *a, size_t a_count, const struct str *b, size_t b_count)
{
    bool same = a_count == b_count;
    for (size_t i = 0; same && i < a_count; i++)
        same = str_eq(a[i], b[i]);
    return same;
}

/* Nobody has changed it since BASE was looked at. */
static bool is_still(const struct note *now, const struct note *base)
{
    return now->modified == base->modified && str_eq(now->text, base->text) &&
           now->at.start == base->at.start && now->at.end == base->at.end &&
           same_texts(now->tags, now->tag_count, base->tags, base->tag_count);
}

void ask_change(struct state *state, const struct note *note, const struct note *base,
                const char *did, struct effects *out)
{
    const struct note *now = ask_stored(state, base->id);
    if (!now || is_still(now, base)) {
        ask_put(state, note, 1, did, out);
        return;
    }
    struct note version = *note;
    version.conflict = base->id;
    version.id = STR("");
    ask_put(state, &version, 1, did, out);
    state->step.clashed = true;
}

void ask_remove(struct state *state, const struct note *note, struct effects *out)
{
    begin(state, begin_notes(state, note, 1, "is deleted"));
    struct effect *effect = run_effect(out, EFFECT_NOTES);
    effect->ids = arena_many(out->arena, struct str, 1);
    effect->ids[0] = arena_str(out->arena, note->id);
    effect->id_count = 1;
}

void ask_restore(struct state *state, const struct note *grave, struct effects *out)
{
    struct undo_step step = begin_notes(state, grave, 1, "is back");
    step.notes[0].before = note_copy(state->arena, grave); /* its id, to be found by */
    begin(state, step);
    ask_for(out, EFFECT_RESTORE, grave->id);
}

void ask_check(struct state *state, const struct note *note, bool on, struct effects *out)
{
    struct str name = ask_name(state, state->arena, note);
    begin(state, (struct undo_step){
                     .kind = UNDO_CHECK,
                     .had = !on,
                     .has = on,
                     .id = arena_str(state->arena, note->id),
                     .name = arena_printf(state->arena, "%.*s’s %.*s", STR_ARG(note->by),
                                          STR_ARG(str_sub(name, STR("the ").len, name.len))),
                     .did = on ? STR("is checked by you") : STR("is not checked by you"),
                     .undid = on ? STR("is not checked by you") : STR("is checked by you")});
    ask_for(out, EFFECT_CHECK, note->id)->on = on ? state->now : 0;
}

void ask_settle(struct state *state, const struct note *note, struct effects *out)
{
    const struct note *other = ask_stored(state, note->clash);
    struct note both[] = {*note, other ? *other : *note};
    begin(state, begin_notes(state, both, other ? 2 : 1, "stays, the other version is deleted"));
    state->step.name = STR("this version");
    state->step.undid = STR("is one of two again");
    ask_for(out, EFFECT_SETTLE, note->id);
}

void ask_tags(struct state *state, enum tags_change change, struct str tag, struct str other,
              struct effects *out)
{
    const struct tags *tags = &state->library->tags;
    const struct tag_entry *entry = tags_entry_of(tags, tag);
    struct arena *arena = state->arena;
    struct undo_step step = {.kind = UNDO_TAGS,
                             .tags_change = change,
                             .tag = arena_str(arena, tag),
                             .other = arena_str(arena, other),
                             .before = entry ? arena_str(arena, entry->description) : STR("")};
    step.name = arena_printf(arena, "#%.*s", STR_ARG(tag));
    if (change == TAGS_DESCRIBE) {
        step.did = other.len ? STR("is described") : STR("has no description");
        step.undid = STR("has its description of before");
    } else {
        step.did = arena_printf(arena, "is #%.*s now", STR_ARG(other));
        step.undid = STR("is a tag of its own again");
    }
    begin(state, step);
    struct effect *effect = ask_for(out, EFFECT_TAGS, tag);
    effect->tags_change = change;
    effect->other = arena_str(out->arena, other);
}

void ask_search(struct state *state, struct str name, struct str query, struct effects *out)
{
    const struct saved_search *old = saved_find(state->saved, name);
    struct arena *arena = state->arena;
    struct undo_step step = {.kind = UNDO_SEARCH,
                             .tag = arena_str(arena, name),
                             .other = arena_str(arena, query),
                             .before = old ? arena_str(arena, old->query) : STR("")};
    step.name = arena_printf(arena, "the search @%.*s", STR_ARG(name));
    step.did = !query.len ? STR("is taken away") : old ? STR("is changed") : STR("is saved");
    step.undid = !query.len ? STR("is back") : old ? STR("is as it was") : STR("is taken away");
    begin(state, step);
    ask_for(out, EFFECT_SEARCH, name)->other = arena_str(out->arena, query);
}

static struct amendment copy_amendment(struct arena *arena, const struct amendment *amendment)
{
    struct amendment copy = *amendment;
    copy.actor = arena_str(arena, amendment->actor);
    copy.into = arena_str(arena, amendment->into);
    copy.words = arena_str(arena, amendment->words);
    return copy;
}

void ask_amend(struct state *state, const struct amendment *amendment, struct effects *out)
{
    struct undo_step step = {.kind = UNDO_AMEND};
    struct buf did = {0}, undid = {0};
    amendment_words(amendment, &state->library->tags, &did, &undid);
    step.did = arena_str(state->arena, buf_view(&did));
    step.undid = arena_str(state->arena, buf_view(&undid));
    step.amendment = copy_amendment(state->arena, amendment);
    buf_free(&did);
    buf_free(&undid);
    begin(state, step);
    run_effect(out, EFFECT_AMEND)->amendment = copy_amendment(out->arena, amendment);
}

void ask_correct(struct state *state, const struct correction *correction, struct effects *out)
{
    struct undo_step step = {.kind = UNDO_CORRECT};
    uint32_t number = corpus_at_path(&state->library->corpus, correction->path);
    struct buf did = {0}, undid = {0};
    correction_words(correction, &did, &undid);
    step.name =
        arena_printf(state->arena, "the %s of %.*s", correction_field_name(correction->field),
                     STR_ARG(corpus_label(&state->library->corpus, number)));
    step.did = arena_str(state->arena, buf_view(&did));
    step.undid = arena_str(state->arena, buf_view(&undid));
    buf_free(&did);
    buf_free(&undid);
    begin(state, step);
    run_effect(out, EFFECT_CORRECT)->correction = correction_copy(out->arena, correction);
}
