/* SPDX-License-Identifier: ISC */
/* + and x: yes and no to what is under the cursor, be it a note, a place or an article. */
#include "about.h"
#include "act.h"
#include "ask.h"
#include "bounds.h"
#include "dossier/base/memory.h"
#include "dossier/notes/choose.h"
#include "folders.h"
#include "judge.h"
#include "note_edit.h"
#include "rows.h"
#include "run.h"
#include "said_judge.h"
#include "say.h"
#include "ticking.h"
#include "undo.h"

/* The article that marks are meant for. */
static uint32_t article_meant(const struct state *state)
{
    return state_context(state) == CONTEXT_LIST ? rows_article(state) : state->cursor.article;
}

static bool on_heading(const struct state *state)
{
    return state_context(state) == CONTEXT_LIST &&
           listing_is_heading(&state->listing, state->articles.cursor);
}

static bool is_checked(const struct state *state, const struct note *note)
{
    for (size_t i = 0; i < note->checked_count; i++)
        if (str_is(note->checked_by[i], state->notebook->writer))
            return true;
    return false;
}

/* Of two versions this one stays; a note by another can't be ended by this user. */
static void settle_versions(struct state *state, const struct note *note, struct effects *out)
{
    const struct note *other = ask_stored(state, note->clash);
    if (ask_is_own(state, note, "settle") && (!other || ask_is_own(state, other, "settle")))
        ask_settle(state, note, out);
}

static void check(struct state *state, const struct note *note, struct effects *out)
{
    if (is_checked(state, note))
        say(state, "you have checked this note of %.*s already; x takes that back",
            STR_ARG(note->by));
    else
        ask_check(state, note, true, out);
}

/* Says yes to NOTE; false where there is nothing to say it to. */
static bool say_yes(struct state *state, const struct note *note, struct effects *out)
{
    if (note->clash.len) {
        settle_versions(state, note, out);
    } else if (!notebook_owns(state->notebook, note)) {
        check(state, note, out);
    } else if (note->state == ANCHOR_MOVED || note->state == ANCHOR_CHANGED) {
        bounds_accept(state, note, out);
    } else if (note->state == ANCHOR_AMBIGUOUS || note->state == ANCHOR_ORPHAN) {
        bounds_begin(state, note);
    } else {
        return false;
    }
    return true;
}

static void yes_in_notes(struct state *state, struct effects *out)
{
    const struct note *note = rows_note(state), *grave = rows_grave(state);
    if (grave)
        ask_restore(state, grave, out);
    else if (rows_draft(state))
        note_open_draft(state, rows_draft(state));
    else if (!note)
        say_wrong(state, "no note is here");
    else if (!say_yes(state, note, out))
        say(state, "this note is yours, and its passage is as it was: there is nothing to confirm");
}

ACT(yes)
{
    unsigned context = state_context(state);
    uint32_t article = article_meant(state);
    const struct note *note = context == CONTEXT_TEXT ? state_note(state) : NULL;
    if (bounds_are_set(state) && (context & CONTEXT_READING))
        bounds_take(state, out);
    else if (context == CONTEXT_NOTES)
        yes_in_notes(state, out);
    else if (context == CONTEXT_PLACES)
        ticking_row(state, true);
    else if (context == CONTEXT_SAID)
        said_judge_yes(state, out);
    else if (context == CONTEXT_ABOUT)
        about_yes(state, out);
    else if ((note && say_yes(state, note, out)) || judge_yes(state, call->count, out))
        return;
    else if (article == ARTICLE_NONE)
        say_wrong(state, on_heading(state) ? "this is a heading: + stars one article, under it"
                                           : "no article is here to star");
    else
        undo_mark(state, article, UNDO_STAR, true);
}

static void say_no(struct state *state, const struct note *note, struct effects *out)
{
    if (!notebook_owns(state->notebook, note) && is_checked(state, note))
        ask_check(state, note, false, out);
    else if (ask_is_own(state, note, "delete"))
        ask_remove(state, note, out);
}

static void no_in_notes(struct state *state, struct effects *out)
{
    const struct note *note = rows_note(state);
    const struct draft *draft = rows_draft(state);
    if (draft)
        undo_draft(state, (size_t)(draft - state->drafts.at), out);
    else if (rows_grave(state))
        say_wrong(state, "this note is deleted; + brings it back");
    else if (note)
        say_no(state, note, out);
    else
        say_wrong(state, "there is no note here to delete");
}

ACT(no)
{
    unsigned context = state_context(state);
    uint32_t article = article_meant(state);
    const struct note *note = context & CONTEXT_READING ? state_note(state) : NULL;
    if (context == CONTEXT_NOTES)
        no_in_notes(state, out);
    else if (context == CONTEXT_FOLDERS)
        folders_drop(state, out);
    else if (context == CONTEXT_PLACES)
        ticking_row(state, false);
    else if (note)
        say_no(state, note, out);
    else if (context == CONTEXT_SAID)
        said_judge_no(state, out);
    else if (context == CONTEXT_ABOUT)
        about_no(state, out);
    else if (judge_no(state, out))
        return;
    else if (article != ARTICLE_NONE && state_memory(state, article)->starred)
        undo_mark(state, article, UNDO_STAR, false);
    else
        say_wrong(state, "there is no note here to delete, and no star to take away");
}

ACT(unread)
{
    uint32_t article = article_meant(state);
    if (article == ARTICLE_NONE)
        say_wrong(state, on_heading(state) ? "this is a heading: ! marks one article, under it"
                                           : "no article is here to mark");
    else
        undo_mark(state, article, UNDO_READ, !state_memory(state, article)->read);
}

ACT(tick)
{
    if (!state->thread.len)
        say_wrong(state,
                  "no thread is in hand: @ takes an actor, / searches, then + ticks a place");
    else if (str_is(call->argument, "all"))
        ticking_all(state, true);
    else if (str_is(call->argument, "none"))
        ticking_all(state, false);
    else
        say_wrong(state, "“%.*s” can't be ticked; all or none", STR_ARG(call->argument));
}

ACT(restore)
{
    struct error error;
    const struct note *grave =
        state->notebook ? notebook_find_grave(state->notebook, call->argument, &error) : NULL;
    if (grave)
        ask_restore(state, grave, out);
    else
        say_wrong(state, "%s", state->notebook ? error.text : "there are no notes here");
}

ACT(take_in)
{
    for (size_t i = 0; state->notebook && i < state->notebook->copy_len; i++)
        if (state->notebook->copies[i].differ) {
            run_effect(out, EFFECT_TAKE_COPY);
            return;
        }
    say(state, "no copy of your notes has anything that is not here");
}
