/* SPDX-License-Identifier: ISC */
#include "about.h"
#include "act.h"
#include "ask.h"
#include "bounds.h"
#include "caret.h"
#include "dossier/base/memory.h"
#include "folders.h"
#include "hold.h"
#include "info.h"
#include "judge.h"
#include "note_edit.h"
#include "page.h"
#include "place.h"
#include "rows.h"
#include "said.h"
#include "say.h"
#include "take.h"
#include "timeline_move.h"
#include "view.h"

void view_show(struct state *state, enum view view)
{
    state->view = view;
    state->selecting = false;
    state->bounding.id = STR("");
}

/* Tab leads round the panes; one that has no room beside the others is shown alone. */
static void step_pane(struct state *state, int by)
{
    if (state->view != VIEW_READING)
        state->view = VIEW_READING;
    else
        state->focus = (enum pane)((state->focus + PANE_COUNT + by) % PANE_COUNT);
}

ACT(pane)
{
    step_pane(state, 1);
}

ACT(pane_back)
{
    step_pane(state, -1);
}

ACT(zoom)
{
    if (state->view != VIEW_READING)
        say(state, "this view has the whole screen already; q leads back");
    else
        state->zoomed = !state->zoomed;
}

void view_xref(struct state *state, enum xref xref)
{
    bool hidden = state->view != VIEW_READING || !state->layout.pane[PANE_XREF].height;
    state->xref = xref;
    if (hidden) {
        state->view = VIEW_READING;
        state->focus = PANE_XREF;
    }
}

ACT(concordance)
{
    view_xref(state, XREF_PLACES);
}

/* The cast begins at the actor in hand. */
static void begin_cast(struct state *state)
{
    state->cast_len = 0;
    state->stale |= STALE_CAST;
}

ACT(cast)
{
    begin_cast(state);
    view_xref(state, XREF_CAST);
}

ACT(times)
{
    view_xref(state, XREF_TIMES);
}

ACT(timeline)
{
    timeline_open(state);
    view_show(state, VIEW_TIMELINE);
}

ACT(all_places)
{
    view_show(state, VIEW_PLACES);
    if (!state->thread.len)
        say(state, "no thread is in hand: @ takes an actor, / searches, # takes a tag");
}

ACT(all_cast)
{
    begin_cast(state);
    view_show(state, VIEW_CAST);
}

ACT(all_notes)
{
    view_show(state, VIEW_NOTES);
}

/* The filter stays, so that what was brought back goes from the list and the next is at hand. */
ACT(deleted)
{
    view_show(state, VIEW_NOTES);
    buf_clear(&state->filter[VIEW_NOTES]);
    buf_chars(&state->filter[VIEW_NOTES], "is:deleted");
    state->stale |= STALE_NOTES;
    say(state, "the notes deleted in the last %d days: + brings one back, Esc shows all others",
        NOTE_KEPT_DAYS);
}

/* Work on them begins at the first that is open. */
ACT(all_doubts)
{
    view_show(state, VIEW_DOUBTS);
    rows_refresh(state);
    if (!state->doubts.cursor)
        judge_next(state);
}

ACT(all_problems)
{
    view_show(state, VIEW_PROBLEMS);
}

ACT(list)
{
    view_show(state, VIEW_LIST);
    rows_show_article(state, state->cursor.article);
}

static size_t boilerplate(const struct article *article)
{
    size_t count = 0;
    for (size_t i = 0; i < article_paragraph_count(article); i++)
        count += article_paragraphs(article)[i].kind == PARAGRAPH_BOILERPLATE;
    return count;
}

ACT(fold)
{
    const struct article *article = state_article(state);
    struct arena *arena = arena_new();
    size_t count = article ? boilerplate(article) : 0;
    struct str paragraphs = say_count(arena, count, "paragraph", "paragraphs");
    state->options.fold = !caret_folds(state);
    state->unfolded = false;
    say(state, "what is not the article is %s: here %.*s",
        state->options.fold ? "folded away" : "shown", STR_ARG(paragraphs));
    arena_free(arena);
}

/* ---- Enter ---- */

static void open_article(struct state *state)
{
    uint32_t article = rows_article(state);
    if (listing_is_heading(&state->listing, state->articles.cursor)) {
        rows_fold(state, listing_group(&state->listing, state->articles.cursor));
        return;
    }
    if (article == ARTICLE_NONE) {
        say_wrong(state, "no article is shown; Esc takes the filter away");
        return;
    }
    if (article != state->cursor.article)
        place_jump(state, place_left(state, article));
    state->view = VIEW_READING;
    state->focus = PANE_TEXT;
}

static void open_place(struct state *state)
{
    size_t place = rows_place(state);
    if (place >= state->thread.len) {
        say_wrong(state, "there is no place to go to: @ takes an actor, / searches");
        return;
    }
    hold_go(state, place);
    state->view = VIEW_READING;
    state->focus = PANE_TEXT;
}

/* The first Enter takes the actor, the next one goes to the first place. */
static void open_actor(struct state *state)
{
    uint32_t actor = rows_actor(state);
    struct arena *arena = arena_new();
    if (actor == ACTOR_NONE) {
        say_wrong(state, "no actor is shown");
    } else if (state->thread.actor == actor && state->thread.len) {
        hold_go(state, state->thread.current < state->thread.len ? state->thread.current : 0);
        state->view = VIEW_READING;
        state->focus = PANE_TEXT;
    } else if (hold_actor(state, actor)) {
        struct str places = say_count(arena, state->thread.len, "place", "places");
        say(state, "thread: %.*s, %.*s; Enter again goes to the first", STR_ARG(state->thread.name),
            STR_ARG(places));
    }
    arena_free(arena);
}

static void open_note(struct state *state)
{
    const struct note *note = rows_note(state) ? rows_note(state) : rows_grave(state);
    if (rows_draft(state)) {
        note_open_draft(state, rows_draft(state));
    } else if (!note) {
        say_wrong(state, "no note is shown; a in the text writes one");
    } else if (note->number != ARTICLE_NONE) {
        bool placed = note_is_placed(note);
        const struct article *article = corpus_article(&state->library->corpus, note->number);
        place_jump(state,
                   (struct spot){note->number, placed ? note->span.start : place_begin(article)});
        state->view = VIEW_READING;
        state->focus = PANE_TEXT;
        state->xref = XREF_NOTES;
        state->turn = arena_str(state->arena, note->id);
        if (note->has_passage && !placed)
            say_wrong(state, "its passage is no longer in the text: it was “%.*s”",
                      STR_ARG(note->quote));
    } else if (note->about.len) {
        uint32_t actor = tags_actor(&state->library->tags, note->about);
        if (actor != ACTOR_NONE)
            take_actor(state, actor);
    } else {
        say_wrong(state, "%.*s is not in this dossier any more", STR_ARG(note->article));
    }
}

/* The byte where a line begins. */
static uint32_t line_start(const struct article *article, int line)
{
    size_t at = 0;
    for (int n = 1; n < line && at < article->text.len; at++)
        n += article->text.at[at] == '\n';
    return (uint32_t)at;
}

static void open_problem(struct state *state)
{
    const struct problem *problem = rows_problem(state);
    uint32_t article =
        problem ? corpus_at_path(&state->library->corpus, problem->file) : ARTICLE_NONE;
    if (!problem) {
        say_wrong(state, "nothing is wrong here");
    } else if (article == ARTICLE_NONE) {
        say(state, "%.*s is no article: change it in an editor, then :reload",
            STR_ARG(problem->file));
    } else {
        place_jump(state, (struct spot){article,
                                        line_start(corpus_article(&state->library->corpus, article),
                                                   problem->line)});
        state->view = VIEW_READING;
        state->focus = PANE_TEXT;
    }
}

static void open_doubt(struct state *state)
{
    uint32_t number = rows_doubt(state);
    if (number == MENTION_NONE) {
        say_wrong(state, "no mention is shown; Esc takes the filter away");
        return;
    }
    const struct mention *mention = &state->library->cast.at[number];
    place_jump(state, (struct spot){mention->article, mention->span.start});
    state->view = VIEW_READING;
    state->focus = PANE_TEXT;
}

static void open_said(struct state *state)
{
    const struct said_row *row = said_here(state);
    if (!row) {
        say_wrong(state, "nothing that was said is shown here");
        return;
    }
    place_jump(state, (struct spot){row->article, row->quotation.span.start});
    state->view = VIEW_READING;
    state->focus = PANE_TEXT;
}

static void open_text(struct state *state)
{
    const struct page *page = caret_page(state);
    const struct note *note = state_note(state);
    uint32_t mention = take_here(state);
    if (page && page->at[page_line(page, state->cursor.at)].kind == PAGE_FOLDED) {
        state->unfolded = true;
        say(state, "unfolded here; za folds away again what is not the article");
    } else if (mention != MENTION_NONE) {
        take_mention(state, mention);
    } else if (note && ask_is_own(state, note, "edit")) {
        note_open(state, note, 1);
    } else if (!note) {
        say_wrong(state, "no name and no note is under the cursor");
    }
}

ACT(open)
{
    static const struct {
        unsigned context;
        void (*open)(struct state *state);
    } openers[] = {
        {CONTEXT_FOLDERS, folders_open},  {CONTEXT_LIST, open_article},
        {CONTEXT_PLACES, open_place},     {CONTEXT_CAST, open_actor},
        {CONTEXT_NOTES, open_note},       {CONTEXT_INFO, info_close},
        {CONTEXT_PROBLEMS, open_problem}, {CONTEXT_DOUBTS, open_doubt},
        {CONTEXT_TIMES, timeline_read},   {CONTEXT_TIMELINE, timeline_read},
        {CONTEXT_SAID, open_said},        {CONTEXT_ABOUT, about_open},
        {CONTEXT_READING, open_text},
    };
    unsigned context = state_context(state);
    if (bounds_are_set(state) && (context & CONTEXT_READING)) {
        bounds_take(state, out);
        return;
    }
    for (size_t i = 0; i < COUNT(openers); i++)
        if (openers[i].context & context) {
            openers[i].open(state);
            return;
        }
}
