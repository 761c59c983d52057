/* SPDX-License-Identifier: ISC */
#include "tick.h"

#include "dossier/base/memory.h"
#include "rows.h"
#include "say.h"
#include "undo.h"

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
                arena_str(arena, state->library->corpus.at[place->article].path), place->span};
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
        place->ticked = holds(ticked, state->library->corpus.at[place->article].path, place->span);
    }
}

void tick_clear(struct state *state)
{
    for (size_t i = 0; i < state->thread.len; i++)
        state->thread.at[i].ticked = false;
}

/* The ticks were changed from what BEFORE says; COUNT of them. */
static void push(struct state *state, struct passages before, size_t count, bool on)
{
    struct arena *arena = state->arena;
    struct undo_step step = {
        .kind = UNDO_TICKS, .unticked = before, .ticked = tick_get(state, arena)};
    step.name = say_count(arena, count, "place", "places");
    const char *is = count == 1 ? "is" : "are";
    step.did = arena_printf(arena, "%s %s", is, on ? "ticked" : "not ticked");
    step.undid = arena_printf(arena, "%s %s", is, on ? "not ticked" : "ticked");
    undo_push(state, &step);
    if (step.ticked.len)
        say(state, "%zu of %zu ticked: a writes one note on each, . puts the last tags on them",
            step.ticked.len, state->thread.len);
    else
        say(state, "no place is ticked any more");
}

void tick_row(struct state *state, bool on)
{
    size_t i = rows_place(state);
    if (i >= state->thread.len) {
        say_wrong(state, "there is no place here to tick");
        return;
    }
    struct thread_place *place = &state->thread.at[i];
    if (place->ticked == on) {
        say(state,
            on ? "it is ticked already; x takes the tick away" : "it is not ticked; + ticks it");
    } else {
        struct passages before = tick_get(state, state->arena);
        place->ticked = on;
        push(state, before, 1, on);
    }
    list_move(&state->places, 1);
}

void tick_all(struct state *state, bool on)
{
    struct passages before = tick_get(state, state->arena);
    size_t changed = 0;
    for (size_t i = 0; on && i < state->place_len; i++) {
        struct thread_place *place = &state->thread.at[state->place_rows[i]];
        changed += !place->ticked;
        place->ticked = true;
    }
    if (!on) {
        changed = before.len;
        tick_clear(state);
    }
    if (changed)
        push(state, before, changed, on);
    else
        say(state, on ? "all places that are shown are ticked already" : "no place is ticked");
}
