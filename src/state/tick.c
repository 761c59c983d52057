/* SPDX-License-Identifier: ISC */
#include "tick.h"

#include "dossier/base/memory.h"

size_t tick_count(const struct state *state)
{
    return state->thread.ticked;
}

void tick_place(struct state *state, size_t place, bool on)
{
    struct thread_place *at = &state->thread.at[place];
    if (at->ticked != on)
        state->thread.ticked += on ? 1 : (size_t)-1;
    at->ticked = on;
}

struct passages tick_get(const struct state *state, struct arena *arena)
{
    struct passages out = {0};
    for (size_t i = 0; out.len < state->thread.ticked; i++) {
        const struct thread_place *place = &state->thread.at[i];
        if (place->ticked)
            *vec_add(arena, &out) = (struct passage){
                arena_str(arena, corpus_path(&state->library->corpus, place->article)),
                place->span};
    }
    return out;
}

static void set_one(struct state *state, const struct passage *passage)
{
    const struct corpus *corpus = &state->library->corpus;
    uint32_t article = corpus_at_path(corpus, passage->path);
    size_t end = 0;
    size_t i = article == ARTICLE_NONE ? 0 : thread_in(&state->thread, corpus, article, &end);
    for (; i < end; i++) {
        struct span span = state->thread.at[i].span;
        if (span.start == passage->span.start && span.end == passage->span.end)
            tick_place(state, i, true);
    }
}

void tick_set(struct state *state, const struct passages *ticked)
{
    tick_clear(state);
    for (size_t i = 0; i < ticked->len; i++)
        set_one(state, &ticked->at[i]);
}

void tick_clear(struct state *state)
{
    for (size_t i = 0; state->thread.ticked; i++)
        tick_place(state, i, false);
}
