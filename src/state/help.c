/* SPDX-License-Identifier: ISC */
#include "help.h"

#include "info.h"

/* Groups follow the order of the table: each begins with a command. */
static const struct {
    enum command first;
    const char *title;
} groups[] = {
    {COMMAND_down, "Moving"},
    {COMMAND_next, "The thread in hand"},
    {COMMAND_note_next, "Places"},
    {COMMAND_pane, "Panes and views"},
    {COMMAND_select, "Passages and notes"},
    {COMMAND_why, "All the rest"},
    {COMMAND_line_accept, "While a line or a note is typed"},
};

#define GROUPS (sizeof groups / sizeof *groups)

/* What & takes in a list of notes. */
static const char choice_help[] =
    "\nThe filter of notes (&)\n"
    " words\tin its text, quotation, tags, article, writer, or id\n"
    " #tag @actor\tits tags; an actor that it is about, or that its passage names\n"
    " in:001 by:anna\tits article; its writer\n"
    " is:orphan\tis: exact, moved, changed, ambiguous, orphan, conflict, new, checked, private, "
    "reply, deleted\n"
    " since:2025-11-01\tmade or changed on that day or later\n"
    " not … or …\tterms side by side must all hold; or parts alternatives\n";

static void add_row(const struct state *state, enum command command, unsigned context,
                    struct buf *text)
{
    const struct command_row *row = &command_table[command];
    struct buf keys = {0};
    if (!(row->contexts & context))
        return;
    keymap_keys(&state->keymap, command, &keys);
    if (keys.len)
        buf_printf(text, " %.*s\t%s", STR_ARG(buf_view(&keys)), row->help);
    else
        buf_printf(text, " :%s\t%s", row->name, row->help);
    if (keys.len && context == CONTEXT_ALL)
        buf_printf(text, " (:%s)", row->name);
    buf_char(text, '\n');
    buf_free(&keys);
}

static void add_group(const struct state *state, size_t i, unsigned context, struct buf *text)
{
    struct buf rows = {0};
    int end = i + 1 < GROUPS ? (int)groups[i + 1].first : COMMAND_COUNT;
    if (context == CONTEXT_ALL && i + 1 == GROUPS)
        context = CONTEXT_PROMPT | CONTEXT_EDITOR;
    for (int command = (int)groups[i].first; command < end; command++)
        add_row(state, (enum command)command, context, &rows);
    if (rows.len)
        buf_printf(text, "%s%s\n%.*s", text->len ? "\n" : "", groups[i].title,
                   STR_ARG(buf_view(&rows)));
    buf_free(&rows);
}

/* Where notes are worked on, what works on them comes before what is the same everywhere. */
static void add_groups(const struct state *state, unsigned context, struct buf *text)
{
    size_t first = GROUPS;
    if (context != CONTEXT_ALL && context & (CONTEXT_NOTES | CONTEXT_SELECTION)) {
        for (first = 0; groups[first].first != COMMAND_select;)
            first++;
        add_group(state, first, context, text);
    }
    if (context != CONTEXT_ALL && context & CONTEXT_NOTES)
        buf_chars(text, choice_help);
    for (size_t i = 0; i < GROUPS; i++)
        if (i != first)
            add_group(state, i, context, text);
}

void help_show(struct state *state)
{
    unsigned context = state_context(state);
    if (context == CONTEXT_INFO)
        context = CONTEXT_ALL;
    struct buf *text =
        info_begin(state, context == CONTEXT_ALL ? "All keys; digits before a key are a count"
                                                 : "Keys here; ? again: all keys");
    add_groups(state, context, text);
    if (context == CONTEXT_ALL)
        buf_chars(text, choice_help);
    info_show(state);
    state->help_context = context;
}
