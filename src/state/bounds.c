/* SPDX-License-Identifier: ISC */
#include "bounds.h"

#include "ask.h"
#include "caret.h"
#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"
#include "note_edit.h"
#include "place.h"
#include "say.h"

bool bounds_are_set(const struct state *state)
{
    return state->bounding.id.len > 0;
}

/* Back to where it began. */
static void end(struct state *state)
{
    state->bounding.id = STR("");
    state->selecting = false;
    state->view = state->bounding.view;
    state->focus = state->bounding.focus;
}

static void select_span(struct state *state, struct span span)
{
    const struct article *article = state_article(state);
    state->selecting = true;
    state->selection_from = state->selection_seed = span.start;
    state->selection_level = 0;
    caret_set(state, (uint32_t)cluster_before(article->text, span.end));
    if (!state->unfolded && state->cursor.at < span.start) /* it is folded away */
        state->selecting = false;
}

static void show(struct state *state, uint32_t article, struct span span)
{
    place_jump(state, (struct spot){article, span.start});
    state->view = VIEW_READING;
    state->focus = PANE_TEXT;
    if (span.start < span.end)
        select_span(state, span);
}

static void show_place(struct state *state, const struct note *note)
{
    size_t i = state->bounding.place;
    show(state, note->number, note->places[i]);
    say(state, "place %zu of %zu that are as good: n N go through them, Enter takes this one",
        i + 1, note->place_count);
}

/* Where the passage stood when it was last seen, as far as that can be shown. */
static struct span nearest(const struct state *state, const struct note *note)
{
    size_t len = corpus_article(&state->library->corpus, note->number)->text.len;
    uint32_t at = note->at.start < len ? note->at.start : (uint32_t)len;
    return (struct span){at, at};
}

void bounds_begin(struct state *state, const struct note *note)
{
    if (!ask_is_own(state, note, "set the bounds of"))
        return;
    if (!note->article.len) {
        say_wrong(state, "this note is on an actor and has no bounds");
        return;
    }
    state->bounding = (struct bounding){
        .id = arena_str(state->arena, note->id), .view = state->view, .focus = state->focus};
    if (note->number == ARTICLE_NONE) {
        state->view = VIEW_READING;
        state->focus = PANE_TEXT;
        say_wrong(state, "its article is gone: in another, v selects the passage, Enter sets it");
    } else if (note->place_count) {
        show_place(state, note);
    } else if (note_is_placed(note) && note->has_passage) {
        show(state, note->number, note->span);
        say(state,
            "the keys of a selection move its end, o takes the other; Enter sets the bounds");
    } else {
        show(state, note->number, nearest(state, note));
        say(state, "%s: v selects a passage, Enter sets it, Esc leaves",
            note->has_passage ? "its words are not found" : "it is on the whole article");
    }
}

/* Asks for NOTE on SPAN of ARTICLE, anchored anew. */
static void put(struct state *state, const struct note *note, uint32_t article, struct span span,
                const char *did, struct effects *out)
{
    struct arena *arena = arena_new();
    struct note now = note_copy(arena, note);
    now.article = corpus_article(&state->library->corpus, article)->path;
    now.number = article;
    now.has_passage = true;
    now.span = span;
    now.state = ANCHOR_EXACT;
    now.sha256 = STR("");
    now.modified = state->now;
    ask_put(state, &now, 1, did, out);
    arena_free(arena);
}

void bounds_take(struct state *state, struct effects *out)
{
    const struct note *note = ask_stored(state, state->bounding.id);
    struct note_target target;
    if (!note) {
        say_wrong(state, "the note is not here any more");
        end(state);
    } else if (!state->selecting) {
        say_wrong(state, "nothing is selected: v selects a passage, Enter sets it, Esc leaves");
    } else if (note_find_target(state, &target) && target.span.start < target.span.end) {
        bool lost = note->has_passage && !note_is_placed(note);
        put(state, note, target.article, target.span,
            lost ? "is attached again" : "has other bounds", out);
        end(state);
    }
}

void bounds_leave(struct state *state)
{
    end(state);
    say(state, "the bounds are left as they were");
}

bool bounds_walk(struct state *state, int by)
{
    const struct note *note = ask_stored(state, state->bounding.id);
    if (!note || !note->place_count)
        return false;
    size_t count = note->place_count;
    state->bounding.place = (state->bounding.place + (by > 0 ? 1 : count - 1)) % count;
    show_place(state, note);
    return true;
}

void bounds_accept(struct state *state, const struct note *note, struct effects *out)
{
    put(state, note, note->number, note->span,
        note->state == ANCHOR_CHANGED ? "takes the new wording" : "takes the new place", out);
}
