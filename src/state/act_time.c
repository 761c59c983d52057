/* SPDX-License-Identifier: ISC */
/* What is done on the timeline alone; its other keys are the motions of all lists. */
#include "act.h"
#include "place.h"
#include "say.h"
#include "timeline_move.h"

static long times(const struct call *call)
{
    return call->count > 0 ? call->count : 1;
}

ACT(longer)
{
    timeline_grow(state, 1);
}

ACT(shorter)
{
    timeline_grow(state, -1);
}

ACT(stretch_next)
{
    timeline_leap(state, times(call));
}

ACT(stretch_back)
{
    timeline_leap(state, -times(call));
}

void timeline_read(struct state *state)
{
    struct time_row row;
    if (!timeline_row_here(state, &row)) {
        say_wrong(state, "there is nothing here to read");
        return;
    }
    bool own = row.said.basis == TIME_PUBLICATION;
    place_jump(state, own ? place_left(state, row.article)
                          : (struct spot){row.article, row.said.span.start});
    state->view = VIEW_READING;
    state->focus = PANE_TEXT;
}
