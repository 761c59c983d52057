/* SPDX-License-Identifier: ISC */
/* Events to the state, its wishes to the world, what comes of them back to the state, till all is
 * quiet. */
#include "dossier/app/world.h"

#include "colleagues.h"
#include "live.h"
#include "remember.h"

#include "dossier/base/memory.h"
#include "dossier/config/theme.h"
#include "dossier/notes/verdicts.h"

/* How many notes of this user's, in copies of their file, are not as they are here. */
static size_t count_copied(const struct notebook *notebook)
{
    size_t count = 0;
    for (size_t i = 0; i < notebook->copy_len; i++)
        count += notebook->copies[i].differ;
    return count;
}

static void part(struct buf *out)
{
    if (out->len)
        buf_chars(out, "; ");
}

/* What awaits the user in the list of notes: unfinished words of theirs; copies, which they must
 * see before they clear them away; what is new of others. */
static void tell_notes(const struct world *world, struct buf *out)
{
    size_t drafts = world->state->drafts.len, copied = count_copied(world->notebook);
    struct buf news = {0};
    size_t fresh = colleagues_tell(world, &news);
    if (drafts)
        buf_printf(out, "%zu note%s unfinished", drafts, drafts == 1 ? " is" : "s are");
    if (copied) {
        part(out);
        buf_printf(out, "%zu note%s in a copy of yours: :take-in", copied,
                   copied == 1 ? " differs" : "s differ");
    }
    if (fresh) {
        part(out);
        buf_str(out, buf_view(&news));
    }
    if (fresh || (drafts && !copied))
        buf_printf(out, ": A shows %s", drafts + fresh == 1 ? "it" : "them");
    else if (copied)
        buf_printf(out, " takes %s in", copied == 1 ? "it" : "them");
    buf_free(&news);
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
    } else {
        notebook_where(world->notebook, out);
        if (!out->len)
            tell_notes(world, out);
    }
}

void world_greet(struct world *world)
{
    struct buf message = {0};
    first_message(world, &message);
    if (message.len)
        world_feed(world, &(struct event){.kind = EVENT_SAID,
                                          .ok = !world->problems.len,
                                          .sentence = buf_view(&message)});
    buf_free(&message);
}

void world_start(struct world *world, struct state *state)
{
    world->state = state;
    state_start(state, world->library, world->notebook, &world->config.options, &world->keymap);
    state->themes = theme_names(world->arena, &state->theme_count);
    if (world->blank) {
        state->reading.kind = READING_FIRST;
        return;
    }
    remember_load(world, state);
    world_feed(world, &(struct event){.kind = EVENT_SEARCHES, .ok = true, .saved = world->saved});
    world_greet(world);
}

void world_feed(struct world *world, const struct event *event)
{
    struct effects effects = {.arena = arena_new()};
    struct events back = {.arena = arena_new()};
    *vec_add(back.arena, &back) = *event;
    for (size_t i = 0; i < back.len; i++) {
        struct event next = back.at[i];
        update(world->state, &next, &effects);
        if (next.kind == EVENT_LIBRARY && !live_is_keeping(world, world->old_library))
            world_forget_old(world);
        effects_run(&effects, world, &back);
    }
    arena_free(back.arena);
    arena_free(effects.arena);
}

bool world_go_on(struct world *world)
{
    if (!state_has_work(world->state))
        return false;
    world_feed(world, &(struct event){.kind = EVENT_GO_ON});
    return true;
}

void world_refresh(struct world *world)
{
    if (notebook_refresh(world->notebook, world->library))
        world_feed(world, &(struct event){.kind = EVENT_NOTES,
                                          .ok = true,
                                          .judged = verdicts_judge(world->notebook, world->library),
                                          .notebook = world->notebook});
}
