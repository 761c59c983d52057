/* SPDX-License-Identifier: ISC */
#include "prompt.h"

#include "choices.h"
#include "dossier/base/memory.h"
#include "jump.h"
#include "naming.h"
#include "rows.h"
#include "say.h"
#include "seek.h"

static const struct {
    enum command command;
    const char *label;
} labels[] = {
    {COMMAND_actor, "@"},
    {COMMAND_tag, "#"},
    {COMMAND_search, "/"},
    {COMMAND_filter, "&"},
    {COMMAND_command, ":"},
    {COMMAND_order, "order by "},
    {COMMAND_group, "group by "},
    {COMMAND_jump, "jump to "},
    {COMMAND_go, "go to "},
    {COMMAND_name, "name "},
    {COMMAND_alias, "name of: "},
    {COMMAND_alias_in_full, "name, in full, of: "},
    {COMMAND_demonym, "demonym of: "},
    {COMMAND_role, "role of: "},
    {COMMAND_in_full, "only in full: "},
    {COMMAND_unalias, "take away: "},
    {COMMAND_merge, "is the same as: "},
    {COMMAND_headline, "headline: "},
    {COMMAND_date, "date: "},
    {COMMAND_source, "source: "},
    {COMMAND_author, "author: "},
    {COMMAND_restore, "bring back "},
    {COMMAND_whose, "whose "},
    {COMMAND_always, "always "},
    {COMMAND_tag_describe, "describe #"},
    {COMMAND_tag_rename, "rename #"},
    {COMMAND_save_search, "save as @"},
    {COMMAND_drop_search, "take away @"},
};

static struct str label_of(enum command command)
{
    for (size_t i = 0; i < COUNT(labels); i++)
        if (labels[i].command == command)
            return str_of(labels[i].label);
    return str_of(command_table[command].name);
}

/* Lines typed before: of queries, of commands, of all others. */
static size_t history_of(enum command command)
{
    return command == COMMAND_search ? 0 : command == COMMAND_command ? 1 : 2;
}

static const struct {
    enum view view;
    unsigned stale;
} filters[] = {{VIEW_LIST, STALE_ARTICLES},
               {VIEW_PLACES, STALE_PLACES},
               {VIEW_CAST, STALE_CAST},
               {VIEW_NOTES, STALE_NOTES},
               {VIEW_DOUBTS, STALE_DOUBTS},
               {VIEW_PROBLEMS, STALE_PROBLEMS},
               {VIEW_TIMELINE, STALE_TIMES | STALE_TIMELINE},
               {VIEW_SAID, 0} /* sees it by itself */};

static void set_filter(struct state *state, struct str words)
{
    enum view view = rows_view(state);
    for (size_t i = 0; i < COUNT(filters); i++) {
        if (filters[i].view != view)
            continue;
        buf_clear(&state->filter[view]);
        buf_str(&state->filter[view], words);
        state->stale |= filters[i].stale;
    }
    rows_refresh(state);
    rows_show_number(state, state->prompt.row);
}

/* Kinds of arguments where Enter takes the first row, once something was typed. */
static bool takes_first(const struct prompt *prompt)
{
    enum argument argument = command_table[prompt->command].argument;
    return argument == ARGUMENT_ACTOR || argument == ARGUMENT_TAG || argument == ARGUMENT_TAGS ||
           argument == ARGUMENT_GRAVE || argument == ARGUMENT_ORDER || argument == ARGUMENT_WHOSE ||
           argument == ARGUMENT_ALWAYS || argument == ARGUMENT_GROUP || argument == ARGUMENT_WHOM ||
           argument == ARGUMENT_FORM || argument == ARGUMENT_INTO;
}

void prompt_changed(struct state *state)
{
    struct prompt *prompt = &state->prompt;
    prompt->narrowing = false;
    bool meant = choices_make(state) && prompt->command != COMMAND_note_tags;
    meant = meant || prompt->line.text.len;
    prompt->choosing = prompt->choice_count && meant && takes_first(prompt);
    prompt->history = 0;
    if (prompt->command == COMMAND_filter)
        set_filter(state, buf_view(&prompt->line.text));
    else if (prompt->command == COMMAND_jump && prompt->line.text.len)
        jump_to(state, buf_view(&prompt->line.text));
    else if (prompt->command == COMMAND_search)
        seek_changed(state);
    naming_foresee(state);
}

/* These take rows by their letters, and are of no use elsewhere. */
static bool has_rows(struct state *state, enum command command)
{
    enum view view = rows_view(state);
    if (command == COMMAND_filter && view == VIEW_COUNT)
        say_wrong(state, "& filters lists: Tab leads to one");
    else if (command == COMMAND_jump)
        return jump_can(state);
    return command != COMMAND_filter || view != VIEW_COUNT;
}

void prompt_open(struct state *state, enum command command, struct str initial)
{
    struct prompt *prompt = &state->prompt;
    if (!has_rows(state, command))
        return;
    if (command == COMMAND_filter && !initial.len)
        initial = buf_view(&state->filter[rows_view(state)]);
    prompt->row = rows_number(state);
    prompt->open = true;
    prompt->command = command;
    prompt->label = label_of(command);
    editline_set(&prompt->line, initial);
    if (command == COMMAND_search)
        seek_begin(state);
    prompt_changed(state);
}

void prompt_close(struct state *state)
{
    struct prompt *prompt = &state->prompt;
    prompt->open = false;
    prompt->choosing = false;
    prompt->choices = NULL;
    prompt->choice_count = 0;
    prompt->foreseen = STR("");
    prompt->chosen = (struct list){.count = 0};
    editline_set(&prompt->line, STR(""));
}

/* A line that was typed before goes to the end: each stands there once. */
static void remember(struct state *state, struct str line)
{
    size_t kind = history_of(state->prompt.command), kept = 0;
    if (!line.len)
        return;
    struct str copy = arena_str(state->arena, line);
    for (size_t i = 0; i < state->history[kind].len; i++)
        if (!str_eq(state->history[kind].at[i], line))
            state->history[kind].at[kept++] = state->history[kind].at[i];
    state->history[kind].len = kept;
    *vec_add(NULL, &state->history[kind]) = copy;
}

enum command prompt_take(struct state *state, struct arena *arena, struct str *line)
{
    struct prompt *prompt = &state->prompt;
    enum command command = prompt->command;
    struct str typed = buf_view(&prompt->line.text);
    if (prompt->choosing && prompt->chosen.cursor < prompt->choice_count)
        typed = prompt->choices[prompt->chosen.cursor].text;
    *line = arena_str(arena, str_trim(typed));
    remember(state, *line);
    prompt_close(state);
    return command;
}

void prompt_cancel(struct state *state)
{
    if (state->prompt.command == COMMAND_filter)
        set_filter(state, STR(""));
    else if (state->prompt.command == COMMAND_jump)
        rows_show_number(state, state->prompt.row);
    seek_leave(state);
    prompt_close(state);
}

/* What all rows that go on from LINE begin with; LINE where none does. */
static struct str common(const struct prompt *prompt, struct str line)
{
    struct str all = STR("");
    for (size_t i = 0; i < prompt->choice_count; i++) {
        struct str text = prompt->choices[i].text;
        size_t same = 0;
        if (!str_starts(text, line))
            continue;
        if (!all.len)
            all = text;
        while (same < all.len && same < text.len && all.at[same] == text.at[same])
            same++;
        all.len = same;
    }
    return all.len > line.len ? all : line;
}

void prompt_narrow(struct state *state)
{
    struct prompt *prompt = &state->prompt;
    prompt->narrowing = true;
    choices_make(state);
    prompt->choosing = prompt->narrowing = prompt->choice_count > 0;
    if (!prompt->narrowing)
        say(state, prompt->line.text.len ? "there is nothing to narrow this by"
                                         : "Tab narrows a search that is typed; none is saved yet");
}

bool prompt_take_narrower(struct state *state)
{
    struct prompt *prompt = &state->prompt;
    if (!prompt->narrowing || !prompt->choosing)
        return false;
    struct arena *arena = arena_new();
    editline_set(&prompt->line, arena_str(arena, prompt->choices[prompt->chosen.cursor].text));
    arena_free(arena);
    prompt_changed(state);
    return true;
}

bool prompt_leave_rows(struct state *state)
{
    struct prompt *prompt = &state->prompt;
    if (!prompt->narrowing)
        return false;
    prompt->narrowing = prompt->choosing = false;
    choices_make(state);
    return true;
}

void prompt_complete(struct state *state)
{
    struct prompt *prompt = &state->prompt;
    struct str line = buf_view(&prompt->line.text);
    if (prompt->command == COMMAND_search) {
        if (!prompt_take_narrower(state))
            prompt_narrow(state);
        return;
    }
    if (!prompt->choice_count)
        return;
    struct str longer = common(prompt, line);
    if (longer.len == line.len && !prompt->choosing) {
        prompt->choosing = true;
        naming_foresee(state);
        return;
    }
    if (longer.len == line.len)
        longer = prompt->choices[prompt->chosen.cursor].text;
    editline_set(&prompt->line, arena_str(prompt->arena, longer));
    prompt_changed(state);
}

/* Only lines that begin with what was typed before the first step. */
static void step_history(struct state *state, int by)
{
    struct prompt *prompt = &state->prompt;
    size_t kind = history_of(prompt->command), len = state->history[kind].len;
    const struct str *lines = state->history[kind].at;
    size_t back = prompt->history;
    if (!back) {
        buf_clear(&prompt->begun);
        buf_str(&prompt->begun, buf_view(&prompt->line.text));
    }
    struct str begun = buf_view(&prompt->begun);
    do {
        if (by < 0 ? back >= len : back == 0)
            return;
        back = by < 0 ? back + 1 : back - 1;
    } while (back && !str_starts(lines[len - back], begun));
    editline_set(&prompt->line, back ? lines[len - back] : begun);
    prompt_changed(state);
    prompt->history = back;
}

void prompt_step(struct state *state, int by)
{
    struct prompt *prompt = &state->prompt;
    if (!prompt->choice_count || prompt->history) {
        step_history(state, by);
        return;
    }
    if (prompt->choosing)
        list_move(&prompt->chosen, by);
    else
        list_go(&prompt->chosen, by > 0 ? 0 : prompt->choice_count - 1);
    prompt->choosing = true;
    naming_foresee(state);
}
