/* SPDX-License-Identifier: ISC */
#include "anchor_judge.h"
#include "dossier/notes/anchor.h"

void anchor_why(const struct library *library, const struct note *note, struct buf *out)
{
    (void)library;
    if (note->state != ANCHOR_EXACT)
        buf_printf(out, "its passage is %s", anchor_state_name(note->state));
}
