/* SPDX-License-Identifier: ISC */
/* Events to the state, its wishes to the world, what comes of them back to the state, till all is
 * quiet. */
#include "dossier/app/world.h"

#include "remember.h"

#include "dossier/base/memory.h"
#include "dossier/config/theme.h"

/* The first thing that the user should know: what is wrong with the config, else where notes are
 * kept. */
static void first_message(const struct world *world, struct buf *out)
{
    const struct problems *problems = &world->problems;
    if (problems->len) {
        const struct problem *problem = &problems->at[0];
        buf_printf(out, "%.*s", STR_ARG(problem->file));
        if (problem->line)
            buf_printf(out, ":%d:%d", problem->line, problem->column);
        buf_printf(out, ": %.*s", STR_ARG(problem->message));
        if (problems->len > 1)
            buf_printf(out, " (and %zu more)", problems->len - 1);
    } else {
        notebook_where(world->notebook, out);
    }
}

void world_start(struct world *world, struct state *state)
{
    struct buf message = {0};
    world->state = state;
    state_start(state, world->library, world->notebook, &world->config.options, &world->keymap);
    state->themes = theme_names(world->arena, &state->theme_count);
    remember_load(world, state);
    first_message(world, &message);
    if (message.len)
        world_feed(world, &(struct event){.kind = EVENT_SAID,
                                          .ok = !world->problems.len,
                                          .sentence = buf_view(&message)});
    buf_free(&message);
}

void world_feed(struct world *world, const struct event *event)
{
    struct effects effects = {.arena = arena_new()};
    struct events back = {.arena = arena_new()};
    *vec_add(back.arena, &back) = *event;
    for (size_t i = 0; i < back.len; i++) {
        struct event next = back.at[i];
        update(world->state, &next, &effects);
        if (next.kind == EVENT_LIBRARY)
            world_forget_old(world);
        effects_run(&effects, world, &back);
    }
    arena_free(back.arena);
    arena_free(effects.arena);
}
