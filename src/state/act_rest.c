/* SPDX-License-Identifier: ISC */
#include "act.h"
#include "bounds.h"
#include "dossier/base/count.h"
#include "dossier/base/memory.h"
#include "dossier/notes/choose.h"
#include "doubt_fill.h"
#include "folders.h"
#include "help.h"
#include "hold.h"
#include "info.h"
#include "note_order.h"
#include "note_sort.h"
#include "prompt.h"
#include "rows.h"
#include "run.h"
#include "said.h"
#include "say.h"
#include "timeline_fill.h"
#include "why.h"

/* What is typed is taken leniently; once it stands, a term that names nothing is told. */
static bool is_choice(struct state *state, struct str words)
{
    struct arena *arena = arena_new();
    struct choose choose;
    struct error error;
    bool ok = choose_read(arena, state->library, words, false, &choose, &error);
    if (!ok)
        say_wrong(state, "%s", error.text);
    arena_free(arena);
    return ok;
}

ACT(filter)
{
    enum view view = rows_view(state);
    if (view == VIEW_COUNT) {
        say_wrong(state, "& filters lists: Tab leads to one");
        return;
    }
    buf_clear(&state->filter[view]);
    buf_str(&state->filter[view], call->argument);
    state->stale |= STALE_ROWS;
    rows_refresh(state);
    if (view == VIEW_NOTES && !is_choice(state, call->argument))
        return;
    int rows;
    size_t count = state_list(state, &rows)->count;
    bool done = !rows_wait(state) && !said_wait(state);
    if (view == VIEW_LIST) /* headings are no rows that have words */
        count = listing_count(&state->listing);
    const char *passed = view == VIEW_NOTES ? (count == 1 ? "note for" : "notes for")
                                            : (count == 1 ? "row has" : "rows have");
    say(state, "%s%s %s “%.*s”; Esc shows all again", COUNT_ARG(count), done ? "" : " or more",
        passed, STR_ARG(call->argument));
}

static void order_notes(struct state *state, struct str word)
{
    enum note_sort sort;
    if (!note_sort_find(word, &sort)) {
        say_wrong(state, "notes are ordered by need, place, date, writer or tag, not by “%.*s”",
                  STR_ARG(word));
        return;
    }
    state->notes_reversed = sort == state->note_sort && !state->notes_reversed;
    state->note_sort = sort;
    note_order_sort(state);
    state->stale |= STALE_NOTES;
    say(state, "the list of all notes is ordered by %s%s; o and the same again reverses",
        note_sort_name(sort), state->notes_reversed ? ", reversed" : "");
}

static void order_doubts(struct state *state, struct str word)
{
    enum doubt_sort sort;
    if (!doubt_sort_find(word, &sort)) {
        say_wrong(state,
                  "mentions are ordered by date, form, actor, article or open, not by “%.*s”",
                  STR_ARG(word));
        return;
    }
    state->doubts_reversed = sort == state->doubt_sort && !state->doubts_reversed;
    state->doubt_sort = sort;
    state->stale |= STALE_DOUBTS;
    say(state, "the mentions in doubt are ordered by %s%s; o and the same again reverses",
        doubt_sort_name(sort), state->doubts_reversed ? ", reversed" : "");
}

ACT(order)
{
    struct error error;
    if (rows_view(state) == VIEW_DOUBTS) {
        order_doubts(state, call->argument);
        return;
    }
    if (rows_view(state) == VIEW_NOTES) {
        order_notes(state, call->argument);
        return;
    }
    if (str_eq(state->options.order, call->argument)) {
        state->reversed = !state->reversed;
    } else if (options_set(&state->options, STR("order"), call->argument, &error)) {
        state->reversed = false;
    } else {
        say_wrong(state, "%s", error.text);
        return;
    }
    state->stale |= STALE_ARTICLES;
    say(state, "the articles are ordered by %.*s%s; o and the same again reverses",
        STR_ARG(state->options.order), state->reversed ? ", reversed" : "");
}

/* How many notes there are that could not be saved. */
static size_t count_unsaved(const struct state *state)
{
    size_t count = 0;
    for (size_t i = 0; i < state->drafts.len; i++)
        count += state->drafts.at[i].failed || state->drafts_lost;
    return count;
}

/* Who quits with something unsaved hears so first. */
static void quit(struct state *state, const struct call *call, struct effects *out)
{
    size_t unsaved = count_unsaved(state);
    if (unsaved && !call->again && !call->force) {
        const char *name = call->command == COMMAND_leave ? "q" : "Q";
        say_wrong(state, "%zu %s not saved: A shows %s; %s again quits, and %s", unsaved,
                  unsaved == 1 ? "note is" : "notes are", unsaved == 1 ? "it" : "them", name,
                  state->drafts_lost ? "prints what can’t be kept" : "keeps the draft");
        state->asked = call->command;
        return;
    }
    run_effect(out, EFFECT_REMEMBER);
    run_effect(out, EFFECT_QUIT);
}

ACT(leave)
{
    if (state->view == VIEW_INFO) {
        info_close(state);
    } else if (bounds_are_set(state)) {
        bounds_leave(state);
    } else if (state->view != VIEW_READING) {
        state->view = state->view == VIEW_ABOUT ? state->about.under : VIEW_READING;
    } else {
        quit(state, call, out);
    }
}

ACT(quit)
{
    quit(state, call, out);
}

static bool show_all_rows(struct state *state)
{
    enum view view = rows_view(state);
    if (view == VIEW_COUNT || !state->filter[view].len)
        return false;
    buf_clear(&state->filter[view]);
    state->stale |= STALE_ROWS;
    say(state, "all rows are shown again");
    return true;
}

ACT(cancel)
{
    unsigned context = state_context(state);
    if (state->view == VIEW_INFO) {
        info_close(state);
    } else if (bounds_are_set(state)) {
        bounds_leave(state);
    } else if (state->selecting) {
        state->selecting = false;
    } else if (hold_stop(state) || show_all_rows(state) ||
               (context & (CONTEXT_LIST | CONTEXT_FOLDERS) && folders_close(state))) {
        return;
    } else if (state->lit) {
        state->lit = false;
    } else if (state->zoomed) {
        state->zoomed = false;
    }
}

ACT(command)
{
    run_line(state, call->argument, out);
}

/* All options with their values, what they are for and what they allow. */
static void show_options(struct state *state)
{
    struct buf *text = info_begin(state, "Options: :set NAME VALUE, :set NAME, :set noNAME");
    for (int i = 0; i < OPTION_COUNT; i++) {
        buf_printf(text, " %s\t", option_table[i].name);
        size_t before = text->len;
        options_value(&state->options, (enum option)i, text);
        buf_printf(text, "%s%s (", text->len > before ? "; " : "", option_table[i].help);
        options_allowed((enum option)i, text);
        buf_chars(text, ")\n");
    }
    info_show(state);
}

/* What counts follows the options. */
static void count_anew(struct state *state)
{
    const struct options *options = &state->options;
    struct counting counting = {options->names, options->demonyms, options->roles,
                                options->outside};
    struct counting *old = &state->counting;
    if (counting.names == old->names && counting.demonyms == old->demonyms &&
        counting.roles == old->roles && counting.outside == old->outside)
        return;
    *old = counting;
    state->stale |= STALE_ALL;
    hold_again(state);
}

/* The theme that is set now exists, or none is known; else AS_BEFORE is set again. */
static bool theme_exists(struct state *state, struct str as_before, struct error *error)
{
    struct buf names = {0};
    struct str theme = state->options.theme;
    bool found = !state->themes || str_is(theme, "auto");
    for (size_t i = 0; i < state->theme_count && !found; i++) {
        found = str_eq(state->themes[i], theme);
        buf_printf(&names, ", %.*s", STR_ARG(state->themes[i]));
    }
    if (!found) {
        error_set(error, "there is no theme “%.*s”; there are auto%.*s", STR_ARG(theme),
                  STR_ARG(buf_view(&names)));
        state->options.theme = as_before;
    }
    buf_free(&names);
    return found;
}

/* Of a sentence that shows an option (width 60: columns …), what is new. */
static void say_set(struct state *state, struct str said)
{
    struct str name, value;
    str_split(&said, ':', &value);
    str_split(&value, ' ', &name);
    say(state, "%.*s is %.*s now", STR_ARG(name), STR_ARG(value));
}

ACT(set)
{
    struct error error;
    struct buf said = {0};
    struct str theme = state->options.theme, dates = state->options.dates;
    bool changed;
    if (!call->argument.len) {
        show_options(state);
    } else if (!options_line(&state->options, call->argument, &said, &changed, &error) ||
               (changed && !theme_exists(state, theme, &error))) {
        say_wrong(state, "%s", error.text);
    } else if (!changed) {
        say(state, "%.*s", STR_ARG(buf_view(&said)));
    } else {
        say_set(state, buf_view(&said));
        state->unfolded = false;
        state->stale |= STALE_ARTICLES;
        count_anew(state);
        if (!str_eq(dates, state->options.dates))
            timeline_anew(state);
        run_effect(out, EFFECT_OPTIONS);
    }
    buf_free(&said);
}

ACT(why)
{
    why_show(state);
}

ACT(help)
{
    help_show(state);
}

ACT(reload)
{
    say(state, "reading the folder again");
    run_effect(out, EFFECT_RELOAD);
}

ACT(redraw)
{
    run_effect(out, EFFECT_REDRAW);
}

ACT(stop)
{
    state->selecting = false;
    if (hold_stop(state))
        return;
    if (said_stop(state)) {
        say(state, "stopped: what was said in the other articles is not looked for");
        return;
    }
    if (state->reading.kind == READING_FIRST || state->reading.kind == READING_AGAIN) {
        say(state, "stopping");
        run_effect(out, EFFECT_STOP);
    } else {
        say(state, "nothing is under way; q leads back, Q quits");
    }
}

ACT(suspend)
{
    run_effect(out, EFFECT_SUSPEND);
}
