/* SPDX-License-Identifier: ISC */
/* One event at a time: it is led to whoever takes it, and then the screen is settled. */
#include "answer.h"
#include "elsewhere.h"
#include "folders.h"
#include "hints.h"
#include "hold.h"
#include "mouse.h"
#include "rows.h"
#include "run.h"
#include "said.h"
#include "say.h"
#include "seek.h"
#include "settle.h"
#include "timeline_fill.h"
#include "typing.h"

#define COUNT_MOST 10000000 /* a row of the longest list */

static void run_binding(struct state *state, const struct binding *binding, struct effects *out)
{
    struct call call = {.command = binding->command,
                        .count = state->count,
                        .argument = binding->argument,
                        .again = binding->command == state->offered};
    state->count = 0;
    run_call(state, call, out);
}

static unsigned contexts_in_force(const struct state *state)
{
    unsigned context = state_context(state);
    return context == CONTEXT_SELECTION ? CONTEXT_READING : context;
}

static bool take_digit(struct state *state, key k)
{
    if (state->pending_len || k < (state->count ? '0' : '1') || k > '9')
        return false;
    state->count = state->count * 10 + (long)(k - '0');
    if (state->count > COUNT_MOST)
        state->count = COUNT_MOST;
    return true;
}

static void say_unbound(struct state *state)
{
    struct buf keys = {0}, help = {0};
    for (size_t i = 0; i < state->pending_len; i++)
        key_name(state->pending[i], &keys);
    keymap_keys(&state->keymap, COMMAND_help, &help);
    say_wrong(state, "%.*s does nothing here; %.*s shows the keys", STR_ARG(buf_view(&keys)),
              STR_ARG(help.len ? buf_view(&help) : STR(":help")));
    buf_free(&keys);
    buf_free(&help);
}

static void command_key(struct state *state, key k, struct effects *out);

/* What was typed leads nowhere: perhaps its beginning did, and the last key stands alone. */
static void try_shorter(struct state *state, struct effects *out)
{
    const struct binding *binding = NULL;
    size_t len = state->pending_len;
    key last = state->pending[len - 1];
    if (len > 1)
        keymap_look(&state->keymap, contexts_in_force(state), state->pending, len - 1, &binding);
    if (!binding) {
        say_unbound(state);
        state->pending_len = 0;
        state->count = 0;
        return;
    }
    state->pending_len = 0;
    run_binding(state, binding, out);
    command_key(state, last, out);
}

static void command_key(struct state *state, key k, struct effects *out)
{
    const struct binding *binding = NULL;
    if (k == KEY_ESCAPE && (state->pending_len || state->count)) {
        state->pending_len = 0;
        state->count = 0;
        return;
    }
    if (state->count && take_digit(state, k))
        return;
    state->pending[state->pending_len++] = k;
    switch (keymap_look(&state->keymap, contexts_in_force(state), state->pending,
                        state->pending_len, &binding)) {
    case KEYMAP_FOUND:
        state->pending_len = 0;
        run_binding(state, binding, out);
        break;
    case KEYMAP_MORE:
        if (state->pending_len < KEYMAP_LONGEST)
            break;
        /* fall through */
    case KEYMAP_UNBOUND:
        state->pending_len--;
        if (!take_digit(state, k)) {
            state->pending_len++;
            try_shorter(state, out);
        }
        break;
    }
}

/* m and ' wait for one key more. */
static void wanted_key(struct state *state, key k, struct effects *out)
{
    struct call call = {.command = state->wants_key, .count = state->count, .key = k};
    state->wants_key = COMMAND_NONE;
    state->count = 0;
    if (k != KEY_ESCAPE)
        run_call(state, call, out);
}

static void take_key(struct state *state, const struct event *event, struct effects *out)
{
    if (event->key == KEY_NOTHING)
        return;
    /* news is over once it was seen */
    bool shown = state->message_kind == MESSAGE_NONE || state->options.linear;
    if (shown && !state->prompt.open && !state->editor.open)
        state->news = (struct arrivals){0};
    say_nothing(state);
    state->seeking.wrong = false; /* what it says is gone */
    state->offered = state->asked;
    state->asked = COMMAND_NONE;
    if (state->hint_count)
        hints_key(state, event->key);
    else if (state->wants_key != COMMAND_NONE)
        wanted_key(state, event->key, out);
    else if (state->prompt.open || state->editor.open)
        typing_key(state, event->key, out);
    else
        command_key(state, event->key, out);
}

static void take_size(struct state *state, const struct event *event, struct effects *out)
{
    (void)out;
    state->width = event->width > 0 ? event->width : 1;
    state->height = event->height > 0 ? event->height : 1;
}

static void take_time(struct state *state, const struct event *event, struct effects *out)
{
    (void)out;
    state->now = event->now;
}

static void take_turn(struct state *state, const struct event *event, struct effects *out)
{
    (void)event;
    (void)out;
    if (rows_wait(state))
        rows_go_on(state);
    else if (state->thread.going)
        hold_go_on(state);
    else if (timeline_shows(state) && timeline_reads(state))
        timeline_go_on(state);
    else if (folders_wait(state))
        folders_go_on(state);
    else if (said_copied_waits(state))
        said_copied_go_on(state);
    else if (said_wait(state))
        said_go_on(state);
    else if (elsewhere_waits(state))
        elsewhere_go_on(state);
    seek_went_on(state);
}

static void (*const takers[])(struct state *state, const struct event *event,
                              struct effects *out) = {
    [EVENT_KEY] = take_key,           [EVENT_MOUSE] = mouse_take,
    [EVENT_RESIZE] = take_size,       [EVENT_TIME] = take_time,
    [EVENT_LIBRARY] = answer_library, [EVENT_NOTES] = answer_notes,
    [EVENT_GO_ON] = take_turn,        [EVENT_SEARCHES] = answer_searches,
    [EVENT_SAID] = answer_said,       [EVENT_EDITED] = answer_edited,
    [EVENT_DRAFTS] = answer_drafts,   [EVENT_READING] = answer_reading,
    [EVENT_WORDS] = answer_words,
};

void update(struct state *state, const struct event *event, struct effects *out)
{
    takers[event->kind](state, event, out);
    if (event->kind == EVENT_TIME)
        return;
    settle(state);
}
