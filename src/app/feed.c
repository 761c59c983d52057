/* SPDX-License-Identifier: ISC */
/* Events to the state, its wishes to the world, what comes of them back to the state, till all is
 * quiet. */
#include "dossier/app/world.h"

#include "colleagues.h"
#include "remember.h"

#include "dossier/base/memory.h"
#include "dossier/config/theme.h"

/* Copies of the own notes with something of their own must be seen before they are cleared away. */
static bool tell_copies(const struct notebook *notebook, struct buf *out)
{
    for (size_t i = 0; i < notebook->copy_len; i++) {
        const struct notes_copy *copy = &notebook->copies[i];
        if (!copy->differ)
            continue;
        buf_printf(out,
                   "%.*s is a copy of your notes, with %zu that differ%s: :take-in takes "
                   "%s in",
                   STR_ARG(copy->file), copy->differ, copy->differ == 1 ? "s" : "",
                   copy->differ == 1 ? "it" : "them");
        return true;
    }
    return false;
}

static void tell_drafts(const struct state *state, struct buf *out)
{
    size_t count = state->drafts.len;
    if (count)
        buf_printf(out, "%zu note%s unfinished: A shows %s, and e there goes on", count,
                   count == 1 ? " is" : "s are", count == 1 ? "it" : "them");
}

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
    } else if (!tell_copies(world->notebook, out)) {
        notebook_where(world->notebook, out);
        if (!out->len)
            colleagues_tell(world, out);
        if (!out->len)
            tell_drafts(world->state, out);
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

void world_refresh(struct world *world)
{
    if (notebook_refresh(world->notebook, world->library))
        world_feed(world,
                   &(struct event){.kind = EVENT_NOTES, .ok = true, .notebook = world->notebook});
}
