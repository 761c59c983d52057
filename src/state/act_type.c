/* SPDX-License-Identifier: ISC */
/* What is typed goes into a prompt's line or into a note; the same commands move in both. */
#include "act.h"
#include "dossier/base/memory.h"
#include "dossier/text/grapheme.h"
#include "dossier/text/wrap.h"
#include "note_edit.h"
#include "prompt.h"
#include "run.h"
#include "say.h"
#include "seek.h"
#include "tagging.h"
#include "typing.h"

void typing_key(struct state *state, key k, struct effects *out)
{
    const struct binding *binding = NULL;
    if (keymap_look(&state->keymap, state_context(state), &k, 1, &binding) == KEYMAP_FOUND) {
        run_call(
            state,
            (struct call){.command = binding->command, .argument = binding->argument, .key = k},
            out);
    } else if (state->prompt.open) {
        editline_type(&state->prompt.line, k);
        prompt_changed(state);
    } else {
        editline_type(&state->editor.text, k);
        note_offer_tags(state);
    }
}

static void say_nothing_typed(struct state *state)
{
    say_wrong(state, "no line is being typed");
}

static void type(struct state *state, const struct call *call)
{
    if (state->prompt.open) {
        bool empty = !state->prompt.line.text.len;
        editline_command(&state->prompt.line, call->command);
        if (empty && call->command == COMMAND_type_rubout)
            prompt_cancel(state);
        else
            prompt_changed(state);
    } else if (state->editor.open) {
        if (call->command == COMMAND_type_newline && note_take_tag(state, false))
            return;
        editline_command(&state->editor.text, call->command);
        if (call->command == COMMAND_type_rubout && state->prompt.choice_count)
            note_offer_tags(state);
        else
            note_hide_tags(state);
    } else {
        say_nothing_typed(state);
    }
}

/* The lines of the note as they stand on the screen, so that up and down go where one looks. */
static void note_line(struct state *state, int by)
{
    struct editline *line = &state->editor.text;
    struct str text = buf_view(&line->text);
    struct arena *arena = arena_new();
    struct spans lines = {0};
    int margins = state->layout.editor.width >= 40 ? 5 : 1,
        width = state->layout.editor.width - margins;
    for (size_t from = 0; from <= text.len;) {
        ptrdiff_t end = str_find(text, STR("\n"), from);
        size_t to = end < 0 ? text.len : (size_t)end;
        wrap_lines(arena, text, (struct span){(uint32_t)from, (uint32_t)to}, width > 1 ? width : 1,
                   &lines);
        from = to + 1;
    }
    size_t here = 0;
    while (here + 1 < lines.len && lines.at[here + 1].start <= line->cursor)
        here++;
    int column = text_width(str_sub(text, lines.at[here].start, line->cursor));
    if (by < 0 && here == 0)
        line->cursor = 0;
    else if (by > 0 && here + 1 == lines.len)
        line->cursor = text.len;
    else
        line->cursor = lines.at[here + (size_t)by].start +
                       text_fit(span_of(text, lines.at[here + (size_t)by]), column).len;
    arena_free(arena);
}

ACT(type_up)
{
    if (state->editor.open && !note_step_tags(state, -1))
        note_line(state, -1);
    else if (state->editor.open)
        return;
    else
        say_nothing_typed(state);
}

ACT(type_down)
{
    if (state->editor.open && !note_step_tags(state, 1))
        note_line(state, 1);
    else if (state->editor.open)
        return;
    else
        say_nothing_typed(state);
}

/* Commands that the line itself does. */
#define TYPED(id)          \
    ACT(id)                \
    {                      \
        type(state, call); \
    }
TYPED(type_newline)
TYPED(type_left)
TYPED(type_right)
TYPED(type_home)
TYPED(type_end)
TYPED(type_rubout)
TYPED(type_delete)
TYPED(type_word_rubout)
TYPED(type_kill)
#undef TYPED

ACT(line_accept)
{
    struct str line;
    if (!state->prompt.open) {
        say_nothing_typed(state);
        return;
    }
    if (tagging_is_open(state)) {
        tagging_turn(state, out);
        return;
    }
    if (state->prompt.command == COMMAND_search &&
        (prompt_take_narrower(state) || !seek_accepts(state)))
        return;
    enum command command = prompt_take(state, out->arena, &line);
    if (command == COMMAND_command)
        run_line(state, line, out);
    else if (line.len)
        run_call(state, (struct call){.command = command, .argument = line}, out);
    else if (command == COMMAND_order)
        run_call(state, (struct call){.command = command, .argument = state->options.order}, out);
    else if (command != COMMAND_filter) {
        seek_leave(state);
        say(state, "nothing was typed, nothing was done");
    }
}

ACT(line_cancel)
{
    if (tagging_is_open(state) && call->key == KEY_ESCAPE)
        tagging_done(state, out);
    else if (tagging_is_open(state))
        tagging_drop(state);
    else if (state->prompt.open && !prompt_leave_rows(state))
        prompt_cancel(state);
    else if (!state->prompt.open)
        say_nothing_typed(state);
}

static void complete_tag(struct state *state)
{
    if (!state->prompt.choice_count)
        note_offer_tags(state);
    if (!note_take_tag(state, true))
        say(state, "Tab completes a #tag; there is none that could be meant; Esc saves");
}

ACT(line_complete)
{
    if (state->prompt.open)
        prompt_complete(state);
    else if (state->editor.open)
        complete_tag(state);
    else
        say_nothing_typed(state);
}

ACT(line_next)
{
    if (state->prompt.open)
        prompt_step(state, 1);
    else
        say_nothing_typed(state);
}

ACT(line_previous)
{
    if (state->prompt.open)
        prompt_step(state, -1);
    else
        say_nothing_typed(state);
}

ACT(type_save)
{
    if (state->editor.open)
        note_save(state, out);
    else
        say_wrong(state, "no note is being typed");
}

ACT(type_leave)
{
    if (state->editor.open)
        note_leave(state, out);
    else
        say_wrong(state, "no note is being typed");
}

ACT(type_editor)
{
    if (!state->editor.open)
        say_wrong(state, "no note is being typed");
    else
        run_effect(out, EFFECT_EDITOR)->text =
            arena_str(out->arena, buf_view(&state->editor.text.text));
}
