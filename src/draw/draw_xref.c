/* SPDX-License-Identifier: ISC */
#include "parts.h"

void draw_xref(struct cells *out, const struct state *state, struct rectangle where)
{
    static draw_part *const parts[] = {[XREF_PLACES] = draw_places,
                                       [XREF_CAST] = draw_cast,
                                       [XREF_NOTES] = draw_notes,
                                       [XREF_TIMES] = draw_times,
                                       [XREF_SAID] = draw_said};
    parts[state->xref](out, state, where);
}
