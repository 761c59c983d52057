/* SPDX-License-Identifier: ISC */
#include "answer.h"

#include "folders.h"
#include "hold.h"
#include "note_edit.h"
#include "say.h"

void answer_searches(struct state *state, const struct event *event, struct effects *out)
{
    (void)out;
    state->saved = event->saved;
    folders_renew(state);
    if (state->thread.wish.kind == THREAD_SEARCH &&
        str_find(state->thread.wish.words, STR("@"), 0) >= 0)
        hold_again(state);
}

void answer_said(struct state *state, const struct event *event, struct effects *out)
{
    (void)out;
    if (event->ok) {
        say(state, "%.*s", STR_ARG(event->sentence));
        return;
    }
    say_wrong(state, "%.*s", STR_ARG(event->sentence));
    state->doing = DOING_NOTHING;
}

void answer_edited(struct state *state, const struct event *event, struct effects *out)
{
    (void)out;
    if (!event->ok) {
        say_wrong(state, "%.*s", STR_ARG(event->sentence));
    } else if (state->editor.open) {
        struct str text = event->sentence;
        while (text.len && text.at[text.len - 1] == '\n')
            text.len--;
        note_hide_tags(state);
        editline_set(&state->editor.text, text);
        say(state, "back from the editor; Esc saves the note");
    }
}

void answer_reading(struct state *state, const struct event *event, struct effects *out)
{
    (void)out;
    state->reading = event->reading;
}

void answer_words(struct state *state, const struct event *event, struct effects *out)
{
    (void)out;
    state->lexicons = event->lexicons;
}
