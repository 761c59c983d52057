/* SPDX-License-Identifier: ISC */
#include "ticking.h"

#include "dossier/base/count.h"
#include "dossier/base/memory.h"
#include "rows.h"
#include "say.h"
#include "tick.h"
#include "undo.h"

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
        say(state, "%s of %s ticked: a writes one note on each, . puts the last tags on them",
            COUNT_ARG(step.ticked.len), COUNT_ARG(state->thread.len));
    else
        say(state, "no place is ticked any more");
}

void ticking_row(struct state *state, bool on)
{
    size_t i = rows_place(state);
    if (i >= state->thread.len) {
        say_wrong(state, "there is no place here to tick");
        return;
    }
    const struct thread_place *place = &state->thread.at[i];
    if (place->ticked == on) {
        say(state,
            on ? "it is ticked already; x takes the tick away" : "it is not ticked; + ticks it");
    } else {
        struct passages before = tick_get(state, state->arena);
        tick_place(state, i, on);
        push(state, before, 1, on);
    }
    list_move(&state->places, 1);
}

void ticking_all(struct state *state, bool on)
{
    struct passages before = tick_get(state, state->arena);
    size_t changed = 0;
    for (size_t i = 0; on && i < state->place_rows.len; i++) {
        size_t place = state_place(state, i);
        changed += !state->thread.at[place].ticked;
        tick_place(state, place, true);
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
