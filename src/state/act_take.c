/* SPDX-License-Identifier: ISC */
/* What takes up a thread: an actor, a tag, a search, what stands under the cursor. */
#include "act.h"
#include "choices.h"
#include "dossier/base/memory.h"
#include "hints.h"
#include "hold.h"
#include "name.h"
#include "naming.h"
#include "note_edit.h"
#include "place.h"
#include "prompt.h"
#include "say.h"
#include "take.h"

/* Where what was said is read, an actor is taken for what they said, and that stays on the screen.
 */
static void take_speaker(struct state *state, uint32_t actor)
{
    if (hold_actor(state, actor))
        say(state, "what %.*s said; n goes to where they are mentioned",
            STR_ARG(state->thread.name));
}

ACT(actor)
{
    const struct tags *tags = &state->library->tags;
    struct error error;
    if (!tags->len) {
        say_wrong(state, "no actor is named yet: * on a name in the text makes one");
        return;
    }
    uint32_t actor = tags_find(tags, call->argument, &error);
    if (actor == ACTOR_NONE)
        actor = choices_actor(state, call->argument);
    if (actor == ACTOR_NONE)
        say_wrong(state, "no actor is called “%.*s”; * on a name in the text makes one",
                  STR_ARG(call->argument));
    else if (state->view == VIEW_SAID)
        take_speaker(state, actor);
    else
        take_actor(state, actor);
}

/* Words that are an actor's are taken; others can become one's. */
static void take_words(struct state *state)
{
    struct arena *arena = arena_new();
    struct str words = naming_words(state, arena);
    uint32_t actor = tags_find(&state->library->tags, words, NULL);
    if (actor != ACTOR_NONE) {
        state->selecting = false;
        take_actor(state, actor);
    } else {
        prompt_open(state, COMMAND_alias, STR(""));
    }
    arena_free(arena);
}

/* A role that nobody holds is nobody's, and the words around it may be a name. */
static bool is_someone(const struct state *state, uint32_t mention)
{
    const struct mention *at = &state->library->cast.at[mention];
    return at->actor != ACTOR_NONE || at->candidate_count;
}

ACT(take)
{
    const struct article *article = state_article(state);
    uint32_t mention = take_here(state);
    if (!article)
        return;
    bool named = name_here(state).len > 0;
    bool meant = mention != MENTION_NONE && (is_someone(state, mention) || !named);
    if (meant && !state->selecting)
        take_mention(state, mention);
    else if (state->selecting || named)
        take_words(state);
    else
        say_wrong(state, "no name is under the cursor; v selects words, then * makes them one");
}

ACT(hints)
{
    if (!hints_show(state))
        say_wrong(state, "no known name is in view");
    else
        say(state, "type the letter of a name to take it as thread; Esc leaves");
}

ACT(tag)
{
    struct str tag = call->argument;
    if (tag.len && tag.at[0] == '#')
        tag = str_sub(tag, 1, tag.len);
    hold_begin(state, THREAD_TAG, tag);
}

/* Shows TARGET in its article, and the concordance below. */
static void read_there(struct state *state, const struct note_target *target)
{
    place_jump(state, (struct spot){target->article, target->span.start});
    place_show_text(state);
    state->focus = PANE_TEXT;
    state->xref = XREF_PLACES;
}

/* The thread is taken up where it stands: the passage at hand is one of its places. What was said
 * is gone to in the text. */
ACT(elsewhere)
{
    struct error error;
    struct note_target target;
    struct thread found = {.actor = ACTOR_NONE};
    bool listed = state_context(state) == CONTEXT_SAID;
    if (!note_find_target(state, &target) || target.article == ARTICLE_NONE)
        return;
    struct thread_wish wish = {
        THREAD_PASSAGE,
        span_of(corpus_article(&state->library->corpus, target.article)->text, target.span), false};
    bool good = thread_make(&found, &wish, state->library, state->notebook, state->saved,
                            &state->counting, &error);
    if (!good) {
        say_wrong(state, "%s", error.text);
    } else if (found.len < 2) {
        say_wrong(state, "these words stand nowhere else in the dossier%s",
                  listed ? "" : "; v selects fewer");
    } else if (hold_take(state, &wish, &error)) {
        state->selecting = false;
        if (listed)
            read_there(state, &target);
        state->thread.current = hold_here(state);
        say(state, "these words stand in %zu places; n goes through them", state->thread.len);
    }
    thread_free(&found);
}
