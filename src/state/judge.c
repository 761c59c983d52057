/* SPDX-License-Identifier: ISC */
/* A verdict goes to the writer's file first; only when that has answered are the mentions others,
 * and the step one that can be taken back. */
#include "judge.h"

#include "dossier/base/memory.h"
#include "dossier/notes/verdicts.h"
#include "rows.h"
#include "run.h"
#include "said.h"
#include "say.h"
#include "take.h"
#include "undo.h"

uint32_t judge_meant(const struct state *state)
{
    if (state->view == VIEW_DOUBTS)
        return rows_doubt(state);
    return state->view == VIEW_READING ? take_here(state) : MENTION_NONE;
}

/* A key that has other meanings too is about a mention: of the list, or in the text. */
static bool is_meant(const struct state *state, bool *listed)
{
    unsigned context = state_context(state);
    *listed = context == CONTEXT_DOUBTS;
    return *listed || context == CONTEXT_TEXT;
}

/* ---- asking ---- */

static struct str id_of(const struct state *state, uint32_t actor)
{
    return actor == ACTOR_NONE ? STR("") : state->library->tags.at[actor].id;
}

struct str judge_name(const struct state *state, struct arena *arena, uint32_t number,
                      struct span span)
{
    const struct article *article = corpus_article(&state->library->corpus, number);
    struct buf place = {0};
    library_place(state->library, number, span.start, &place);
    struct str words = say_cut(arena, span_of(article->text, span), 40);
    struct str name =
        arena_printf(arena, "“%.*s” in %.*s", STR_ARG(words), STR_ARG(buf_view(&place)));
    buf_free(&place);
    return name;
}

static struct str name_place(const struct state *state, struct arena *arena, uint32_t number)
{
    const struct mention *mention = &state->library->cast.at[number];
    return judge_name(state, arena, mention->article, mention->span);
}

/* The step that leads from BEFORE, which may be NULL, to a verdict for ACTOR. */
static struct undo_step step_from(const struct state *state, const struct verdict *before,
                                  struct str name)
{
    struct arena *arena = state->arena;
    struct undo_step step = {.kind = UNDO_VERDICT, .had = before, .name = name};
    step.undid = STR("is as it was without your verdict");
    if (before) {
        step.verdict = verdict_copy(arena, before);
        struct str whose = verdict_tells(arena, &state->library->tags, before);
        step.undid = arena_printf(arena, "is %.*s again", STR_ARG(whose));
    }
    return step;
}

bool judge_ask(struct state *state, const struct verdict *verdict, struct str name,
               struct effects *out)
{
    const struct verdict *before = verdicts_own(state->notebook, verdict);
    struct str whose = verdict_tells(state->arena, &state->library->tags, verdict);
    if (before && before->standing == VERDICT_COUNTS && str_eq(before->actor, verdict->actor)) {
        say(state, "you have said already that %.*s is %.*s", STR_ARG(name), STR_ARG(whose));
        return false;
    }
    struct undo_step step = step_from(state, before, name);
    step.has = true;
    step.did = arena_printf(state->arena, "is %.*s", STR_ARG(whose));
    state->step = step;
    state->doing = DOING_STEP;
    struct effect *effect = run_effect(out, EFFECT_VERDICT);
    effect->verdict = arena_one(out->arena, struct verdict);
    *effect->verdict = verdict_copy(out->arena, verdict);
    return true;
}

bool judge_can(struct state *state)
{
    if (!state->notebook)
        say_wrong(state, "there is no place for verdicts here");
    return state->notebook != NULL;
}

void judge_mention(struct state *state, uint32_t number, uint32_t actor, struct effects *out)
{
    const struct mention *mention = &state->library->cast.at[number];
    if (!judge_can(state))
        return;
    struct verdict verdict = {.actor = id_of(state, actor)};
    verdict.anchor = (struct note){
        .article = corpus_article(&state->library->corpus, mention->article)->path,
        .number = mention->article,
        .has_passage = true,
        .span = mention->span,
        .created = state->now,
        .modified = state->now,
    };
    state->last_verdict = arena_str(state->arena, verdict.actor);
    state->verdict_given = state->verdict_last = true;
    if (!judge_ask(state, &verdict, name_place(state, state->arena, number), out))
        judge_next(state);
}

void judge_form(struct state *state, uint32_t number, uint32_t actor, bool everywhere,
                struct effects *out)
{
    const struct library *library = state->library;
    const struct article *article =
        corpus_article(&library->corpus, library->cast.at[number].article);
    if (!judge_can(state))
        return;
    if (!judgement_may_rule(library_unjudged(library, number), everywhere)) {
        say_wrong(state, "%s",
                  judgement_may_rule(library_unjudged(library, number), false)
                      ? "the article names one in full, so only a rule for it decides this: here"
                      : "a name stands beside this role, so no rule decides it; + or x does");
        return;
    }
    struct verdict verdict = {.actor = id_of(state, actor),
                              .form = library_form(library, number, actor)};
    verdict.anchor =
        (struct note){.number = ARTICLE_NONE, .created = state->now, .modified = state->now};
    if (!everywhere) {
        verdict.anchor.article = article->path;
        verdict.anchor.number = library->cast.at[number].article;
    }
    struct str where = everywhere ? STR("the dossier") : article->label;
    judge_ask(
        state, &verdict,
        arena_printf(state->arena, "every “%.*s” in %.*s", STR_ARG(verdict.form), STR_ARG(where)),
        out);
}

/* ---- taking back ---- */

void judge_ask_back(struct state *state, const struct verdict *verdict, struct str name,
                    struct effects *out)
{
    state->step = step_from(state, verdict, name);
    state->step.did = STR("is without your verdict again");
    state->doing = DOING_STEP;
    run_effect(out, EFFECT_VERDICT)->text = arena_str(out->arena, verdict->anchor.id);
}

/* This user's rule that decides mention NUMBER, or NULL. */
static const struct verdict *rule_for(const struct state *state, uint32_t number)
{
    const struct library *library = state->library;
    const struct judged *judged = library_judged(library, number);
    if (!judged)
        return NULL;
    const struct judgement *judgement = &library->judgements.given[judged->judgement];
    struct verdict wanted = {.form = judgement->form};
    if (judgement->span.start < judgement->span.end)
        return NULL;
    if (judgement->article != ARTICLE_NONE)
        wanted.anchor.article = corpus_article(&library->corpus, judgement->article)->path;
    return verdicts_own(state->notebook, &wanted);
}

void judge_undecide(struct state *state, uint32_t number, bool again, struct effects *out)
{
    const struct mention *mention = &state->library->cast.at[number];
    if (!judge_can(state))
        return;
    struct verdict place = {
        .anchor = {.number = mention->article, .has_passage = true, .span = mention->span}};
    const struct verdict *own = verdicts_own(state->notebook, &place);
    const struct verdict *rule = own ? NULL : rule_for(state, number);
    if (own) {
        judge_ask_back(state, own, name_place(state, state->arena, number), out);
    } else if (rule && again) {
        judge_ask_back(state, rule, arena_printf(state->arena, "every “%.*s”", STR_ARG(rule->form)),
                       out);
    } else if (rule) {
        say(state, "your rule for every “%.*s” decides this; ! again takes the rule back",
            STR_ARG(rule->form));
        state->asked = COMMAND_undecide;
    } else if (library_judged(state->library, number)) {
        say_wrong(state, "this is a colleague’s verdict; + or x says otherwise, and wins for you");
    } else {
        say(state, "this is not decided by a verdict");
    }
}

/* ---- + and x and . ---- */

static bool is_in_doubt(const struct state *state, uint32_t number)
{
    return number != MENTION_NONE && (library_judged(state->library, number) ||
                                      doubt_of(state->library, number) != DOUBT_NONE);
}

static bool refuse_empty(struct state *state, uint32_t number)
{
    if (number == MENTION_NONE)
        say_wrong(state, "no mention is here");
    return number == MENTION_NONE;
}

bool judge_yes(struct state *state, long count, struct effects *out)
{
    bool listed, meant = is_meant(state, &listed);
    uint32_t number = judge_meant(state);
    size_t candidates, which = count > 0 ? (size_t)count - 1 : 0;
    if (!meant || (!listed && !is_in_doubt(state, number)))
        return false;
    if (refuse_empty(state, number))
        return true;
    struct arena *arena = arena_new();
    uint32_t *actors = doubt_candidates(state->library, number, arena, &candidates);
    if (which < candidates)
        judge_mention(state, number, actors[which], out);
    else if (candidates)
        say_wrong(state, "there %s here; @ takes another actor",
                  candidates == 1 ? "is one actor in question" : "are not so many in question");
    else
        say_wrong(state, "nobody is in question here; @ takes an actor");
    arena_free(arena);
    return true;
}

bool judge_no(struct state *state, struct effects *out)
{
    bool listed, meant = is_meant(state, &listed);
    uint32_t number = judge_meant(state);
    if (!meant)
        return false;
    if (!listed &&
        (number == MENTION_NONE ||
         (state_memory(state, state->cursor.article)->starred && !is_in_doubt(state, number))))
        return false;
    if (!refuse_empty(state, number))
        judge_mention(state, number, ACTOR_NONE, out);
    return true;
}

bool judge_again(struct state *state, struct effects *out)
{
    bool listed, meant = is_meant(state, &listed);
    uint32_t number = judge_meant(state);
    if (!meant || (!listed && (!state->verdict_last || number == MENTION_NONE)))
        return false;
    uint32_t actor = state->last_verdict.len
                         ? tags_actor(&state->library->tags, state->last_verdict)
                         : ACTOR_NONE;
    if (!state->verdict_given)
        say_wrong(state, "no verdict was given yet: + and x give one");
    else if (state->last_verdict.len && actor == ACTOR_NONE)
        say_wrong(state, "tags.yaml has no %.*s any more", STR_ARG(state->last_verdict));
    else if (!refuse_empty(state, number))
        judge_mention(state, number, actor, out);
    return true;
}

/* ---- done ---- */

void judge_next(struct state *state)
{
    if (state->view != VIEW_DOUBTS)
        return;
    for (size_t i = 0; i < state->doubt_len; i++) {
        size_t row = (state->doubts.cursor + i) % state->doubt_len;
        if (state->library->cast.at[state->doubt_rows[row]].reason != REASON_VERDICT) {
            list_go(&state->doubts, row);
            return;
        }
    }
}

/* How many mentions the rule that was just given decides. */
static size_t count_decided(const struct state *state, const struct verdict *rule)
{
    const struct judgements *judgements = &state->library->judgements;
    size_t count = 0;
    for (size_t i = 0; i < judgements->len; i++) {
        const struct judgement *by = &judgements->given[judgements->at[i].judgement];
        bool here = rule->anchor.article.len ? by->article == rule->anchor.number
                                             : by->article == ARTICLE_NONE;
        count += here && by->span.start == by->span.end && str_eq(by->form, rule->form) &&
                 by->on == rule->anchor.created;
    }
    return count;
}

void judge_done(struct state *state, const struct event *event)
{
    struct undo_step step = state->step;
    const struct verdict *now =
        event->id_count ? verdicts_find(state->notebook, event->ids[0], NULL) : NULL;
    if (now)
        step.verdict_after = verdict_copy(state->arena, now);
    step.has = now != NULL;
    undo_push(state, &step);
    if (now && now->form.len) {
        struct arena *arena = arena_new();
        struct str places = say_count(arena, count_decided(state, now), "place", "places");
        say(state, "%.*s %.*s: %.*s; u takes it back", STR_ARG(step.name), STR_ARG(step.did),
            STR_ARG(places));
        arena_free(arena);
    } else {
        say(state, "%.*s %.*s; u takes it back", STR_ARG(step.name), STR_ARG(step.did));
    }
    rows_refresh(state);
    if (now)
        judge_next(state);
    if (state->view == VIEW_DOUBTS && state->doubt_decided == state->doubt_all)
        buf_chars(&state->message, "; all are decided now");
}

void judge_show(struct state *state, const struct verdict *verdict)
{
    if (!note_is_placed(&verdict->anchor))
        return;
    if (verdict->said) {
        said_seek(state, verdict->anchor.number, verdict->anchor.span.start);
        return;
    }
    uint32_t number = library_mention(state->library, verdict->anchor.number, verdict->anchor.span);
    rows_refresh(state);
    if (number != MENTION_NONE)
        rows_show_doubt(state, number);
}
