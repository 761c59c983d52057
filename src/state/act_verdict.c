/* SPDX-License-Identifier: ISC */
/* Verdicts that need more than yes or no. */
#include "act.h"
#include "choices.h"
#include "judge.h"
#include "said_judge.h"
#include "say.h"

static bool is_here(struct state *state, uint32_t mention)
{
    if (mention == MENTION_NONE)
        say_wrong(state, "no mention is under the cursor; M lists those in doubt");
    return mention != MENTION_NONE;
}

/* The actor that WORDS name, or nobody; false, and said, where there is none. */
static bool find_actor(struct state *state, struct str words, uint32_t *actor)
{
    *actor = ACTOR_NONE;
    if (str_eq_nocase(words, STR("nobody")))
        return true;
    *actor = tags_find(&state->library->tags, words, NULL);
    if (*actor == ACTOR_NONE)
        *actor = choices_actor(state, words);
    if (*actor == ACTOR_NONE)
        say_wrong(state, "no actor is called “%.*s”; nobody is allowed too", STR_ARG(words));
    return *actor != ACTOR_NONE;
}

ACT(whose)
{
    uint32_t actor, mention = judge_meant(state);
    if (state_context(state) == CONTEXT_SAID) {
        if (find_actor(state, call->argument, &actor))
            said_judge_whose(state, actor, out);
        return;
    }
    if (is_here(state, mention) && find_actor(state, call->argument, &actor))
        judge_mention(state, mention, actor, out);
}

/* Whose it is now, or likely is. */
static bool propose(struct state *state, uint32_t number, uint32_t *actor)
{
    const struct mention *mention = &state->library->cast.at[number];
    struct arena *arena = arena_new();
    size_t count;
    const uint32_t *actors = doubt_candidates(state->library, number, arena, &count);
    bool decided = mention->reason == REASON_VERDICT || mention->actor != ACTOR_NONE;
    *actor = decided ? mention->actor : count ? actors[0] : ACTOR_NONE;
    arena_free(arena);
    if (!decided && !count)
        say_wrong(state, "nobody is in question here: name the actor, or nobody");
    return decided || count;
}

ACT(always)
{
    uint32_t actor, mention = judge_meant(state);
    struct str words = call->argument, place;
    bool everywhere = true;
    struct str rest = words;
    str_split(&rest, ' ', &place);
    if (str_is(place, "here") || str_is(place, "everywhere")) {
        everywhere = str_is(place, "everywhere");
        words = str_trim(rest);
    }
    if (is_here(state, mention) &&
        (words.len ? find_actor(state, words, &actor) : propose(state, mention, &actor)))
        judge_form(state, mention, actor, everywhere, out);
}

ACT(undecide)
{
    uint32_t mention = judge_meant(state);
    if (state_context(state) == CONTEXT_SAID) {
        said_judge_back(state, out);
        return;
    }
    if (is_here(state, mention))
        judge_undecide(state, mention, call->again, out);
}
