/* SPDX-License-Identifier: ISC */
#include "notice.h"

#include "dossier/base/memory.h"
#include "rows.h"

void notice_note(struct state *state)
{
    const struct note *note = state_row_note(state, state->notes.cursor);
    if (rows_view(state) != VIEW_NOTES || state->prompt.open)
        return;
    buf_clear(&state->note_here);
    if (note)
        buf_str(&state->note_here, note->id);
    if (!note || state->layout.too_small || !state_is_news(state, note))
        return;
    *vec_add(NULL, &state->noticed) =
        (struct noticed){arena_str(state->arena, note->id), note->modified};
    state->note_fresh -= state->note_fresh > 0;
}
