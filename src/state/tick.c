/* SPDX-License-Identifier: ISC */
#include "tick.h"

#include "dossier/base/memory.h"

size_t tick_count(const struct state *state)
{
    size_t count = 0;
    for (size_t i = 0; i < state->thread.len; i++)
        count += state->thread.at[i].ticked;
    return count;
}

struct passages tick_get(const struct state *state, struct arena *arena)
{
    struct passages out = {0};
    for (size_t i = 0; i < state->thread.len; i++) {
        const struct thread_place *place = &state->thread.at[i];
        if (place->ticked)
            *vec_add(arena, &out) = (struct passage){
                arena_str(arena, corpus_article(&state->library->corpus, place->article)->path),
                place->span};
    }
    return out;
}

static bool holds(const struct passages *passages, struct str path, struct span span)
{
    for (size_t i = 0; i < passages->len; i++) {
        const struct passage *at = &passages->at[i];
        if (at->span.start == span.start && at->span.end == span.end && str_eq(at->path, path))
            return true;
    }
    return false;
}

void tick_set(struct state *state, const struct passages *ticked)
{
    for (size_t i = 0; i < state->thread.len; i++) {
        struct thread_place *place = &state->thread.at[i];
        place->ticked = holds(ticked, corpus_article(&state->library->corpus, place->article)->path,
                              place->span);
    }
}

void tick_clear(struct state *state)
{
    for (size_t i = 0; i < state->thread.len; i++)
        state->thread.at[i].ticked = false;
}
