/* SPDX-License-Identifier: ISC */
#include "run.h"

#include "dossier/base/memory.h"
#include "parse.h"
#include "prompt.h"
#include "say.h"

typedef void handler(struct state *state, const struct call *call, struct effects *out);

static handler *const handlers[COMMAND_COUNT] = {
#define COMMAND(id, name, keys, contexts, argument, help) act_##id,
#include "dossier/command/commands.def"
#undef COMMAND
};

struct effect *run_effect(struct effects *out, enum effect_kind kind)
{
    struct effect *effect = vec_add(out->arena, out);
    effect->kind = kind;
    return effect;
}

/* The export before this one is likely what is wanted again, and what ! replaces. */
static void ask_export(struct state *state, bool force)
{
    struct arena *arena = arena_new();
    struct str argument = STR("markdown notes.md"), name;
    struct call before;
    for (size_t i = 0; i < state->history[1].len; i++)
        if (parse_line(state->history[1].at[i], &before, &name) &&
            before.command == COMMAND_export && before.argument.len)
            argument = before.argument;
    prompt_open(state, COMMAND_command,
                arena_printf(arena, "export%s %.*s", force ? "!" : "", STR_ARG(argument)));
    arena_free(arena);
}

/* How a command goes on without its argument. */
static bool asks(struct state *state, const struct call *call)
{
    switch (command_table[call->command].argument) {
    case ARGUMENT_NONE:
    case ARGUMENT_TEXT:
    case ARGUMENT_TAGS:
    case ARGUMENT_OPTION:
    case ARGUMENT_WHOM:
    case ARGUMENT_FORM:
    case ARGUMENT_INTO:
        return false;
    case ARGUMENT_KEY:
        if (call->key)
            return false;
        state->wants_key = call->command;
        state->count = call->count;
        return true;
    case ARGUMENT_EXPORT:
        if (!call->argument.len)
            ask_export(state, call->force);
        return !call->argument.len;
    default:
        if (!call->argument.len)
            prompt_open(state, call->command, STR(""));
        return !call->argument.len;
    }
}

/* Whose names are whose is not known while the library is that of an earlier run. */
static bool needs_actors(enum command command)
{
    static const enum argument wanted[] = {ARGUMENT_ACTOR,  ARGUMENT_NAME,  ARGUMENT_WHOM,
                                           ARGUMENT_FORM,   ARGUMENT_INTO,  ARGUMENT_WHOSE,
                                           ARGUMENT_ALWAYS, ARGUMENT_EXPORT};
    bool needs = command == COMMAND_take || command == COMMAND_all_doubts;
    for (size_t i = 0; i < COUNT(wanted) && !needs; i++)
        needs = command_table[command].argument == wanted[i];
    return needs;
}

/* What needs the articles can't be done while none is read. */
static bool must_wait(const struct state *state, enum command command)
{
    static const enum command at_once[] = {
        COMMAND_leave, COMMAND_quit, COMMAND_stop,   COMMAND_cancel, COMMAND_command,
        COMMAND_set,   COMMAND_help, COMMAND_reload, COMMAND_redraw, COMMAND_suspend};
    bool waits = state_is_blank(state) && state->view != VIEW_INFO && !state->prompt.open;
    for (size_t i = 0; i < COUNT(at_once) && waits; i++)
        waits = command != at_once[i];
    return waits;
}

void run_call(struct state *state, struct call call, struct effects *out)
{
    const struct command_row *row = &command_table[call.command];
    if (must_wait(state, call.command)) {
        say_wrong(state, "the folder is not read yet, so “%s” must wait", row->name);
        return;
    }
    if (state->early && needs_actors(call.command)) {
        say_wrong(state, "who is named is not known till the folder is read, so “%s” must wait",
                  row->name);
        return;
    }
    if (row->argument == ARGUMENT_NONE && call.argument.len) {
        say_wrong(state, ":%s stands alone: %s", row->name, row->help);
        return;
    }
    if (row->argument == ARGUMENT_KEY && call.argument.len &&
        !key_parse(call.argument, &call.key)) {
        say_wrong(state, "“%.*s” is no key; :%s wants one letter", STR_ARG(call.argument),
                  row->name);
        return;
    }
    if (!asks(state, &call))
        handlers[call.command](state, &call, out);
}

void run_line(struct state *state, struct str line, struct effects *out)
{
    struct call call;
    struct str name;
    if (parse_line(line, &call, &name)) {
        run_call(state, call, out);
    } else if (name.len) {
        struct buf near = {0};
        command_nearest(name, &near);
        say_wrong(state, "there is no command “%.*s”; %s%.*s", STR_ARG(name),
                  near.len ? "near it: " : "? shows all", STR_ARG(buf_view(&near)));
        buf_free(&near);
    } else if (call.count) {
        call.command = COMMAND_first;
        run_call(state, call, out);
    }
}
