/* SPDX-License-Identifier: ISC */
#include "take.h"

#include "hold.h"
#include "place.h"
#include "rows.h"
#include "say.h"

uint32_t take_here(const struct state *state)
{
    if (state->cursor.article == ARTICLE_NONE)
        return MENTION_NONE;
    return cast_at(&state->library->cast, state->cursor.article, state->cursor.at);
}

void take_actor(struct state *state, uint32_t actor)
{
    hold_begin(state, THREAD_ACTOR, state->library->tags.at[actor].id);
}

/* Names the others that an ambiguous mention may mean. */
static void say_others(struct state *state, const struct mention *mention)
{
    const struct library *library = state->library;
    struct buf names = {0};
    for (uint32_t i = 1; i < mention->candidate_count; i++) {
        uint32_t actor = library->cast.candidates.at[mention->candidates + i];
        buf_printf(&names, "%s%.*s", i > 1 ? ", " : "", STR_ARG(library->tags.at[actor].name));
    }
    say(state, "“%.*s” may also be %.*s; i says why",
        STR_ARG(span_of(corpus_article(&library->corpus, mention->article)->text, mention->span)),
        STR_ARG(buf_view(&names)));
    buf_free(&names);
}

/* The place of the thread that is this mention, or the first one from there on. */
static size_t place_of(const struct state *state, uint32_t number)
{
    const struct mention *mention = &state->library->cast.at[number];
    const struct corpus *corpus = &state->library->corpus;
    size_t end;
    for (size_t i = thread_in(&state->thread, corpus, mention->article, &end); i < end; i++)
        if (state->thread.at[i].mention == number)
            return i;
    if (mention->beside != MENTION_NONE)
        return place_of(state, mention->beside);
    return thread_at(&state->thread, corpus, mention->article, mention->span.start);
}

void take_mention(struct state *state, uint32_t number)
{
    const struct library *library = state->library;
    const struct mention *mention = &library->cast.at[number];
    uint32_t actor = mention->actor;
    if (actor == ACTOR_NONE && mention->candidate_count)
        actor = library->cast.candidates.at[mention->candidates];
    if (actor == ACTOR_NONE) {
        say_wrong(state, mention->reason == REASON_VERDICT
                             ? "a verdict says that this is nobody here; i says whose verdict"
                             : "nobody is known to hold this role here; i says more");
        return;
    }
    if (!hold_actor(state, actor))
        return;
    place_move(state, mention->span.start);
    state->thread.current = place_of(state, number);
    rows_refresh(state);
    rows_show_place(state, state->thread.current);
    if (state->thread.current == state->thread.len)
        say(state, "%.*s: this mention does not count; n goes to the next that does",
            STR_ARG(state->thread.name));
    if (mention->actor == ACTOR_NONE)
        say_others(state, mention);
}
