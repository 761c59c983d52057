/* SPDX-License-Identifier: ISC */
/* Whose words are: each command asks for what it was not told, with a look at what would come of
 * it, and then has it written. */
#include "act.h"
#include "ask.h"
#include "dossier/base/memory.h"
#include "naming.h"
#include "prompt.h"
#include "say.h"
#include "take.h"

/* Has what the line says written, or says why not. */
static void write(struct state *state, const struct call *call, struct effects *out)
{
    struct amendment amendment;
    struct error error;
    if (naming_make(state, call->command, call->argument, out->arena, &amendment, &error))
        ask_amend(state, &amendment, out);
    else
        say_wrong(state, "%s", error.text);
}

/* The words at hand are to be somebody's. */
static void ask_whom(struct state *state, const struct call *call, struct effects *out)
{
    bool words = naming_words(state, out->arena).len;
    if (call->argument.len)
        write(state, call, out);
    else if (words)
        prompt_open(state, call->command, STR(""));
    else
        say_wrong(state, "no name is under the cursor; v selects words");
}

static void ask_form(struct state *state, const struct call *call, struct effects *out)
{
    if (call->argument.len)
        write(state, call, out);
    else if (naming_actor(state) != ACTOR_NONE)
        prompt_open(state, call->command, STR(""));
    else
        say_wrong(state, "no actor is under the cursor; C shows all of them");
}

ACT(alias)
{
    ask_whom(state, call, out);
}

ACT(alias_in_full)
{
    ask_whom(state, call, out);
}

ACT(demonym)
{
    ask_whom(state, call, out);
}

/* Whose it is was said; from when to when is asked for, but may be left open. */
ACT(role)
{
    struct naming naming = naming_read(COMMAND_role, call->argument);
    if (!naming.target.len || naming.dated) {
        ask_whom(state, call, out);
        return;
    }
    prompt_open(state, COMMAND_role,
                arena_printf(out->arena, "%.*s from ", STR_ARG(call->argument)));
    say(state, "from which day, as 2025-02-18, and perhaps to which; Enter alone: always");
}

ACT(in_full)
{
    ask_form(state, call, out);
}

ACT(unalias)
{
    ask_form(state, call, out);
}

ACT(merge)
{
    ask_form(state, call, out);
}

ACT(name)
{
    struct amendment amendment;
    struct error error;
    uint32_t actor = ACTOR_NONE;
    if (!naming_make(state, COMMAND_name, call->argument, out->arena, &amendment, &error))
        actor = tags_find(&state->library->tags, amendment.words, NULL);
    if (actor != ACTOR_NONE)
        take_actor(state, actor);
    else
        write(state, call, out);
}

ACT(line_turn)
{
    struct str line = buf_view(&state->prompt.line.text);
    enum command next = state->prompt.open ? naming_turn(state->prompt.command) : COMMAND_NONE;
    if (next == COMMAND_NONE)
        say_wrong(state, "only words that are to be somebody’s can be turned: * asks whose");
    else
        prompt_open(state, next, arena_str(out->arena, line));
}
