/* SPDX-License-Identifier: ISC */
#include "elsewhere.h"

#include "dossier/base/memory.h"

bool elsewhere_waits(const struct state *state)
{
    const struct elsewhere *elsewhere = &state->elsewhere;
    return state->begun && !state->early && state->cursor.article != ARTICLE_NONE &&
           (elsewhere->goes_on || elsewhere->copies.article != state->cursor.article);
}

void elsewhere_go_on(struct state *state)
{
    struct elsewhere *elsewhere = &state->elsewhere;
    if (elsewhere->copies.article != state->cursor.article) {
        if (!elsewhere->arena)
            elsewhere->arena = arena_new();
        arena_clear(elsewhere->arena);
        elsewhere->copies = (struct copies){
            .arena = elsewhere->arena, .library = state->library, .article = state->cursor.article};
    }
    elsewhere->goes_on = copies_step(&elsewhere->copies);
}

void elsewhere_forget(struct state *state)
{
    state->elsewhere.copies = (struct copies){.article = ARTICLE_NONE};
    state->elsewhere.goes_on = false;
}

void elsewhere_free(struct state *state)
{
    arena_free(state->elsewhere.arena);
}

const struct copied_passage *state_copied(const struct state *state, uint32_t at)
{
    const struct copies *copies = &state->elsewhere.copies;
    size_t low = 0, high = copies->len;
    if (copies->article != state->cursor.article)
        return NULL;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (copies->at[middle].span.start <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low && span_holds(copies->at[low - 1].span, at) ? &copies->at[low - 1] : NULL;
}
