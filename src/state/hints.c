/* SPDX-License-Identifier: ISC */
#include "hints.h"

#include "caret.h"
#include "dossier/base/memory.h"
#include "page.h"
#include "say.h"
#include "take.h"

#include <stdlib.h>

static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/* From the first byte on the screen to the last; what is folded between is no line. */
static bool in_view(const struct state *state, struct span span)
{
    size_t rows = (size_t)layout_rows(&state->layout, PANE_TEXT);
    for (size_t i = state->top; i < state->page.len && i < state->top + rows; i++)
        if (state->page.at[i].kind == PAGE_TEXT && span_holds(state->page.at[i].span, span.start))
            return true;
    return false;
}

bool hints_show(struct state *state)
{
    const struct cast *cast = &state->library->cast;
    uint32_t article = state->cursor.article;
    hints_hide(state);
    if (!caret_page(state))
        return false;
    state->hints = memory_get(sizeof letters * sizeof *state->hints);
    for (uint32_t i = cast->of[article].first; i < cast->of[article].end; i++) {
        const struct mention *mention = &cast->at[i];
        bool anyone = mention->actor != ACTOR_NONE || mention->candidate_count;
        if (state->hint_count == sizeof letters - 1)
            break;
        if (anyone && mention->beside == MENTION_NONE && mention->within == MENTION_NONE &&
            in_view(state, mention->span)) {
            state->hints[state->hint_count].letter = letters[state->hint_count];
            state->hints[state->hint_count++].mention = i;
        }
    }
    return state->hint_count > 0;
}

void hints_hide(struct state *state)
{
    free(state->hints);
    state->hints = NULL;
    state->hint_count = 0;
}

void hints_key(struct state *state, key k)
{
    uint32_t mention = MENTION_NONE;
    for (size_t i = 0; i < state->hint_count; i++)
        if ((key)state->hints[i].letter == k ||
            (k >= 0x80 && (key)state->hints[i].letter == key_at_place(k)))
            mention = state->hints[i].mention;
    hints_hide(state);
    if (mention != MENTION_NONE)
        take_mention(state, mention);
    else if (k != KEY_ESCAPE)
        say_wrong(state, "no name has that letter");
}
