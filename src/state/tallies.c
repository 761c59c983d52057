/* SPDX-License-Identifier: ISC */
#include "tallies.h"

const struct tally *tallies_of(struct state *state)
{
    if (!state->tallies || state->stale & STALE_TALLIES) {
        arena_clear(state->tally_arena);
        state->tallies = cast_tally(&state->library->cast, &state->library->corpus,
                                    &state->library->tags, &state->counting, state->tally_arena);
        state->stale &= ~(unsigned)STALE_TALLIES;
    }
    return state->tallies;
}
