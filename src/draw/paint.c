/* SPDX-License-Identifier: ISC */
#include "paint.h"

#include "dossier/base/memory.h"
#include "dossier/config/theme.h"

static void add(struct arena *arena, struct paints *out, struct span seen, struct span span,
                unsigned style)
{
    if (span_meets(seen, span))
        *vec_add(arena, out) = (struct paint){span, style};
}

static bool marked(const struct counting *counting, const struct mention *mention)
{
    const bool kinds[] = {[FORM_NAME] = counting->names,
                          [FORM_DEMONYM] = counting->demonyms,
                          [FORM_ROLE] = counting->roles};
    return !mention->in_name && (mention->in_body || counting->outside) && kinds[mention->kind];
}

static void mentions(struct arena *arena, const struct state *state, struct span seen,
                     struct paints *out)
{
    static const unsigned styles[] = {
        [FORM_NAME] = STYLE_MENTION, [FORM_DEMONYM] = STYLE_DEMONYM, [FORM_ROLE] = STYLE_ROLE};
    const struct cast *cast = &state->library->cast;
    uint32_t article = state->cursor.article;
    if (!cast->of)
        return;
    for (uint32_t i = cast->of[article].first; i < cast->of[article].end; i++) {
        const struct mention *mention = &cast->at[i];
        if (mention->span.start >= seen.end)
            return;
        if (marked(&state->counting, mention))
            add(arena, out, seen, mention->span, styles[mention->kind]);
    }
}

size_t paint_thread(const struct state *state, uint32_t article, size_t *end)
{
    return thread_in(&state->thread, &state->library->corpus, article, end);
}

static void thread(struct arena *arena, const struct state *state, struct span seen,
                   struct paints *out)
{
    bool search = state->thread.wish.kind == THREAD_SEARCH;
    if (search && !state->lit)
        return;
    size_t end;
    for (size_t i = paint_thread(state, state->cursor.article, &end); i < end; i++) {
        struct span span = state->thread.at[i].span;
        add(arena, out, seen, span, search ? STYLE_HIT : STYLE_THREAD);
        /* what is selected must be seen as such, the place of the thread too */
        if (i == state->thread.current && !state->selecting)
            add(arena, out, seen, span, STYLE_HERE);
    }
}

/* Replies and second versions lie where the note lies that they belong to. */
bool paint_note_shows(const struct note *note)
{
    return note_is_placed(note) && !note->replies_to.len && !note->conflict.len;
}

/* The passages of notes, and again where they lie over one another; notes come by their first
 * byte, so that what a passage shares with those before it is its beginning. */
static void notes(struct arena *arena, const struct state *state, struct span seen,
                  struct paints *out)
{
    size_t count, lying = 0;
    const uint32_t *numbers = state_notes_on(state, state->cursor.article, &count);
    const struct note *here = state_note(state);
    uint32_t end = 0;
    for (size_t i = 0; i < count; i++) {
        const struct note *note = &state->notebook->at[numbers[i]];
        if (!paint_note_shows(note))
            continue;
        struct span shared = {note->span.start, note->span.end < end ? note->span.end : end};
        add(arena, out, seen, note->span, STYLE_NOTE);
        if (shared.start < shared.end)
            add(arena, out, seen, shared, STYLE_NOTES);
        end = note->span.end > end ? note->span.end : end;
        lying += span_holds(note->span, state->cursor.at);
    }
    if (here && lying > 1)
        add(arena, out, seen, here->span, STYLE_NOTE_HERE);
}

void paint_gather(struct arena *arena, const struct state *state, struct span seen,
                  struct paints *out)
{
    mentions(arena, state, seen, out);
    thread(arena, state, seen, out);
    notes(arena, state, seen, out);
    struct span selection = state_selection(state);
    if (selection.start < selection.end)
        add(arena, out, seen, selection, STYLE_SELECTION);
}
