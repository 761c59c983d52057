/* SPDX-License-Identifier: ISC */
#include "dossier/state/state.h"

#include "about.h"

#include "dossier/base/memory.h"
#include "dossier/search/search.h"
#include "dossier/text/grapheme.h"
#include "elsewhere.h"
#include "folders.h"
#include "kept.h"
#include "listing_make.h"
#include "note_order.h"
#include "orders.h"
#include "page.h"
#include "rows.h"
#include "said.h"
#include "timeline_fill.h"

#include <stdlib.h>

#define STRIDE ((size_t)1 << 19) /* bytes: some milliseconds */

static void copy_keymap(struct state *state, const struct keymap *keymap)
{
    state->keymap = (struct keymap){.arena = state->arena};
    for (size_t i = 0; i < keymap->len; i++) {
        struct binding *binding = vec_add(state->arena, &state->keymap);
        *binding = keymap->at[i];
        binding->argument = arena_str(state->arena, keymap->at[i].argument);
    }
}

void state_start(struct state *state, const struct library *library,
                 const struct notebook *notebook, const struct options *options,
                 const struct keymap *keymap)
{
    *state = (struct state){
        .library = library,
        .notebook = notebook,
        .options = *options,
        .arena = arena_new(),
        .cursor = {ARTICLE_NONE, 0},
        .last_place = {ARTICLE_NONE, 0},
        .focus = PANE_TEXT,
        .wants_key = COMMAND_NONE,
        .asked = COMMAND_NONE,
        .offered = COMMAND_NONE,
        .end_shown = ARTICLE_NONE,
        .doubt_spot = {ARTICLE_NONE, 0},
        .timeline = {.asked_from = ARTICLE_NONE, .row = {ARTICLE_NONE, 0}},
        .said_judged = ARTICLE_NONE,
        .said = {.spot_article = ARTICLE_NONE},
        .said_copied = {.article = ARTICLE_NONE},
        .said_in_article = {.spot_article = ARTICLE_NONE},
        .stale = STALE_ALL,
        .stride = STRIDE,
        .counting = {options->names, options->demonyms, options->roles, options->outside},
        .info_arena = arena_new(),
        .tally_arena = arena_new(),
        .prompt = {.arena = arena_new(), .command = COMMAND_NONE},
        .editor = {.arena = arena_new()},
        .tagging = {.arena = arena_new()},
        .foreseeing = {.arena = arena_new()},
    };
    state->thread.actor = state->seeking.thread.actor = ACTOR_NONE;
    elsewhere_forget(state);
    copy_keymap(state, keymap);
    kept_count_unreadable(state);
    for (size_t i = 0; i < COUNT(state->marks); i++)
        state->marks[i].article = ARTICLE_NONE;
}

static void free_buffers(struct state *state)
{
    for (size_t i = 0; i < VIEW_COUNT; i++)
        buf_free(&state->filter[i]);
    for (size_t i = 0; i < COUNT(state->history); i++)
        vec_free(&state->history[i]);
    buf_free(&state->seeking.filter);
    buf_free(&state->prompt.begun);
    buf_free(&state->message);
    buf_free(&state->where);
    buf_free(&state->note_here);
    vec_free(&state->noticed);
    buf_free(&state->info_text);
    editline_free(&state->prompt.line);
    editline_free(&state->editor.text);
    vec_free(&state->drafts);
}

void state_end(struct state *state)
{
    kept_free(&state->kept);
    free(state->hints);
    free(state->trail);
    listing_free(&state->listing);
    orders_forget(&state->orders);
    sift_free(&state->place_rows);
    free(state->cast_rows);
    free(state->note_rows);
    about_free(&state->about);
    folders_free(state);
    elsewhere_free(state);
    note_order_free(&state->note_order);
    free(state->doubt_rows);
    said_free(&state->said);
    said_free(&state->said_in_article);
    free(state->problem_rows);
    vec_free(&state->time_rows);
    timeline_free(&state->timeline);
    free(state->undo);
    free_buffers(state);
    page_free(&state->page);
    thread_free(&state->thread);
    thread_free(&state->seeking.thread);
    arena_free(state->prompt.arena);
    arena_free(state->editor.arena);
    arena_free(state->tagging.arena);
    arena_free(state->foreseeing.arena);
    arena_free(state->info_arena);
    arena_free(state->tally_arena);
    arena_free(state->arena);
    *state = (struct state){0};
}

const struct article *state_article(const struct state *state)
{
    return state->cursor.article == ARTICLE_NONE
               ? NULL
               : corpus_article(&state->library->corpus, state->cursor.article);
}

struct span state_selection(const struct state *state)
{
    const struct article *article = state_article(state);
    uint32_t from = state->selection_from, at = state->cursor.at;
    if (!state->selecting || !article || !article->text.len)
        return (struct span){0, 0};
    uint32_t start = from < at ? from : at, last = from < at ? at : from;
    return (struct span){start, (uint32_t)cluster_after(article->text, last)};
}

/* What has the screen, below help and answers. */
static unsigned context_of_view(const struct state *state)
{
    static const unsigned views[VIEW_COUNT] = {
        [VIEW_PLACES] = CONTEXT_PLACES,     [VIEW_CAST] = CONTEXT_CAST,
        [VIEW_NOTES] = CONTEXT_NOTES,       [VIEW_DOUBTS] = CONTEXT_DOUBTS,
        [VIEW_TIMELINE] = CONTEXT_TIMELINE, [VIEW_PROBLEMS] = CONTEXT_PROBLEMS,
        [VIEW_SAID] = CONTEXT_SAID,         [VIEW_ABOUT] = CONTEXT_ABOUT,
        [VIEW_INFO] = CONTEXT_INFO};
    static const unsigned xrefs[] = {[XREF_PLACES] = CONTEXT_PLACES,
                                     [XREF_CAST] = CONTEXT_CAST,
                                     [XREF_NOTES] = CONTEXT_NOTES,
                                     [XREF_TIMES] = CONTEXT_TIMES,
                                     [XREF_SAID] = CONTEXT_SAID};
    bool list = state->view == VIEW_READING ? state->focus == PANE_LIST : state->view == VIEW_LIST;
    if (list)
        return state->folders.focus ? CONTEXT_FOLDERS : CONTEXT_LIST;
    if (state->view != VIEW_READING)
        return views[state->view];
    if (state->focus == PANE_XREF)
        return xrefs[state->xref];
    return state->selecting ? CONTEXT_SELECTION : CONTEXT_TEXT;
}

unsigned state_context(const struct state *state)
{
    if (state->prompt.open)
        return CONTEXT_PROMPT;
    if (state->editor.open)
        return CONTEXT_EDITOR;
    return context_of_view(state);
}

struct list *state_list(struct state *state, int *rows)
{
    struct list *list = NULL;
    switch (context_of_view(state)) {
    case CONTEXT_LIST:
        list = &state->articles;
        break;
    case CONTEXT_FOLDERS:
        if (rows)
            *rows = state->layout.folders;
        return &state->folders.list;
    case CONTEXT_PLACES:
        list = &state->places;
        break;
    case CONTEXT_CAST:
        list = &state->cast;
        break;
    case CONTEXT_NOTES:
        list = &state->notes;
        break;
    case CONTEXT_DOUBTS:
        list = &state->doubts;
        break;
    case CONTEXT_TIMES:
        list = &state->times;
        break;
    case CONTEXT_TIMELINE:
        list = &state->timeline.list;
        break;
    case CONTEXT_SAID:
        list = state->view == VIEW_SAID ? &state->said.list : &state->said_in_article.list;
        break;
    case CONTEXT_ABOUT:
        list = &state->about.list;
        break;
    case CONTEXT_PROBLEMS:
        list = &state->problems;
        break;
    case CONTEXT_INFO:
        list = &state->info;
        break;
    default:
        break;
    }
    if (rows)
        *rows = layout_rows(&state->layout, layout_pane(state));
    return list;
}

bool state_ascii(const struct state *state)
{
    if (str_is(state->options.ascii, "auto"))
        return state->ascii;
    return str_is(state->options.ascii, "yes");
}

size_t state_place(const struct state *state, size_t row)
{
    return thread_nth(&state->thread, sift_at(&state->place_rows, row));
}

bool state_has_work(const struct state *state)
{
    return rows_wait(state) || state->thread.going ||
           (timeline_shows(state) && timeline_reads(state)) || said_wait(state) ||
           folders_wait(state) || said_copied_waits(state) || elsewhere_waits(state);
}
