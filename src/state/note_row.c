/* SPDX-License-Identifier: ISC */
#include "note_row.h"

static size_t note_count(const struct state *state)
{
    return state->notebook ? state->notebook->len : 0;
}

static size_t grave_count(const struct state *state)
{
    return state->notebook ? state->notebook->grave_len : 0;
}

const struct note *note_row_note(const struct state *state, uint32_t number)
{
    size_t notes = note_count(state);
    if (number < notes)
        return &state->notebook->at[number];
    return number - notes < grave_count(state) ? &state->notebook->graves[number - notes] : NULL;
}

const struct draft *note_row_draft(const struct state *state, uint32_t number)
{
    size_t first = note_count(state) + grave_count(state);
    return number >= first && number - first < state->drafts.len ? &state->drafts.at[number - first]
                                                                 : NULL;
}

uint32_t note_row_article(const struct state *state, uint32_t number)
{
    const struct corpus *corpus = &state->library->corpus;
    const struct note *note = note_row_note(state, number);
    const struct draft *draft = note ? NULL : note_row_draft(state, number);
    if (note && !note->deleted)
        return note->number;
    struct str path = note ? note->article : draft ? draft->path : STR("");
    return path.len ? corpus_at_path(corpus, path) : ARTICLE_NONE;
}
