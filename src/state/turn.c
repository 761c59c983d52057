/* SPDX-License-Identifier: ISC */
#include "turn.h"

#include "dossier/base/memory.h"
#include "place.h"
#include "rows.h"
#include "say.h"

#define NOTE_COLUMNS 40

/* Notes go by where they begin, of those that begin together the shortest first. */
static int compare(const struct note *a, const struct note *b)
{
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    if (a->span.end != b->span.end)
        return a->span.end < b->span.end ? -1 : 1;
    return str_cmp(a->id, b->id);
}

/* The notes on passages of this article, by place. */
struct walk {
    const struct state *state;
    const uint32_t *numbers;
    size_t count, at;
};

static struct walk walk_here(const struct state *state)
{
    struct walk walk = {.state = state};
    walk.numbers = state_notes_on(state, state->cursor.article, &walk.count);
    return walk;
}

static const struct note *walk_next(struct walk *walk)
{
    while (walk->at < walk->count) {
        const struct note *note = &walk->state->notebook->at[walk->numbers[walk->at++]];
        if (note_is_placed(note))
            return note;
    }
    return NULL;
}

/* The next of those over the cursor. */
static const struct note *walk_over(struct walk *walk)
{
    const struct note *note = walk_next(walk);
    while (note && !span_holds(note->span, walk->state->cursor.at))
        note = walk_next(walk);
    return note;
}

const struct note *state_note(const struct state *state)
{
    const struct note *found = NULL;
    struct walk walk = walk_here(state);
    for (const struct note *note; (note = walk_over(&walk));) {
        if (state->turn.len && str_eq(note->id, state->turn))
            return note;
        uint32_t size = note->span.end - note->span.start;
        if (!found || size < found->span.end - found->span.start)
            found = note;
    }
    return found;
}

static void choose(struct state *state, const struct note *note)
{
    state->turn = arena_str(state->arena, note->id);
    rows_refresh(state);
    rows_show_note(state, note->id);
}

size_t turn_count(const struct state *state, const struct note *note, size_t *rank)
{
    size_t count = 0;
    *rank = 1;
    struct walk walk = walk_here(state);
    for (const struct note *other; (other = walk_over(&walk));) {
        count++;
        *rank += compare(other, note) < 0;
    }
    return count;
}

/* The one after NOTE of those under the cursor; behind the last the first. */
static const struct note *after(const struct state *state, const struct note *note)
{
    const struct note *first = NULL, *next = NULL;
    struct walk walk = walk_here(state);
    for (const struct note *other; (other = walk_over(&walk));) {
        if (!first || compare(other, first) < 0)
            first = other;
        if (compare(other, note) > 0 && (!next || compare(other, next) < 0))
            next = other;
    }
    return next ? next : first;
}

void turn_next(struct state *state)
{
    const struct note *note = state_note(state);
    size_t rank;
    if (!note) {
        say_wrong(state, "no note is under the cursor; ] goes to the next in this article");
        return;
    }
    state->xref = XREF_NOTES;
    note = after(state, note);
    size_t count = turn_count(state, note, &rank);
    struct arena *arena = arena_new();
    struct str words = say_cut(arena, note->text.len ? note->text : note->quote, NOTE_COLUMNS);
    if (count == 1)
        say(state, "this is the only note here: %.*s", STR_ARG(words));
    else
        say(state, "note %zu of %zu here: %.*s", rank, count, STR_ARG(words));
    arena_free(arena);
    choose(state, note);
}

/* Whether NOTE lies behind (1), or before (-1), where the reader is: at the beginning of one that
 * they have come to, or else just at the cursor. */
static bool lies(const struct state *state, const struct note *note, const struct note *here,
                 int way)
{
    if (here && here->span.start == state->cursor.at)
        return compare(note, here) * way > 0;
    return way > 0 ? note->span.start > state->cursor.at : note->span.start < state->cursor.at;
}

void turn_step(struct state *state, int by)
{
    const struct note *best = NULL, *here = state_note(state);
    struct walk walk = walk_here(state);
    for (const struct note *note; (note = walk_next(&walk));) {
        if (lies(state, note, here, by) && (!best || compare(note, best) * by < 0))
            best = note;
    }
    state->xref = XREF_NOTES;
    if (!best) {
        say_wrong(state, "no %s note is in this article; A shows all notes",
                  by > 0 ? "later" : "earlier");
        return;
    }
    place_move(state, best->span.start);
    state->scroll_wish = SCROLL_COMFORT;
    choose(state, best);
}
