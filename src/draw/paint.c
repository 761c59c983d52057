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
    if (!cast->first)
        return;
    for (uint32_t i = cast->first[article]; i < cast->first[article + 1]; i++) {
        const struct mention *mention = &cast->at[i];
        if (mention->span.start >= seen.end)
            return;
        if (marked(&state->counting, mention))
            add(arena, out, seen, mention->span, styles[mention->kind]);
    }
}

size_t paint_thread(const struct state *state, uint32_t article, size_t *end)
{
    const struct thread *thread = &state->thread;
    const uint32_t *rank = state->library->corpus.rank;
    size_t low = 0, high = thread->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (rank[thread->at[middle].article] < rank[article])
            low = middle + 1;
        else
            high = middle;
    }
    *end = low;
    while (*end < thread->len && thread->at[*end].article == article)
        ++*end;
    return low;
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

bool paint_note_shows(const struct note *note, uint32_t article)
{
    return note->number == article && note_is_placed(note);
}

void paint_gather(struct arena *arena, const struct state *state, struct span seen,
                  struct paints *out)
{
    mentions(arena, state, seen, out);
    thread(arena, state, seen, out);
    for (size_t i = 0; state->notebook && i < state->notebook->len; i++) {
        const struct note *note = &state->notebook->at[i];
        if (paint_note_shows(note, state->cursor.article))
            add(arena, out, seen, note->span, STYLE_NOTE);
    }
    struct span selection = state_selection(state);
    if (selection.start < selection.end)
        add(arena, out, seen, selection, STYLE_SELECTION);
}
