/* SPDX-License-Identifier: ISC */
#include "dossier/app/world.h"

#include "remember.h"

#include "dossier/base/memory.h"
#include "dossier/config/config_check.h"
#include "dossier/config/theme.h"
#include "dossier/load/load.h"

#include <string.h>
#include <time.h>

static struct notebook *open_notes(const struct world *world, const struct library *library)
{
    struct notebook_request request = {.folder = world->request.notes_folder};
    struct str writer = world->config.options.writer;
    char name[256];
    if (writer.len && writer.len < sizeof name) {
        memcpy(name, writer.at, writer.len);
        name[writer.len] = '\0';
        request.writer = name;
    }
    return notebook_open(library, &request);
}

bool world_open(struct world *world, const struct tui_request *request, struct error *error)
{
    *world = (struct world){.request = *request, .arena = arena_new(), .kept_arena = arena_new()};
    world->problems.arena = world->arena;
    world->library = library_load(&(struct load_request){request->path}, error);
    if (!world->library) {
        arena_free(world->kept_arena);
        arena_free(world->arena);
        return false;
    }
    config_load(world->arena, &world->config, &world->problems);
    config_bind(world->arena, &world->config, &world->keymap, &world->problems);
    config_check_theme(world->arena, &world->config, &world->problems);
    world->notebook = open_notes(world, world->library);
    return true;
}

static void free_old(struct world *world)
{
    if (world->old_notebook)
        notebook_close(world->old_notebook);
    library_free(world->old_library);
    world->old_notebook = NULL;
    world->old_library = NULL;
}

void world_close(struct world *world)
{
    free_old(world);
    notebook_close(world->notebook);
    library_free(world->library);
    arena_free(world->kept_arena);
    arena_free(world->arena);
}

bool world_reload(struct world *world, struct error *error)
{
    struct library *library = library_load(&(struct load_request){world->request.path}, error);
    if (!library)
        return false;
    free_old(world);
    world->old_library = world->library;
    world->old_notebook = world->notebook;
    world->library = library;
    world->notebook = open_notes(world, library);
    return true;
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
            free_old(world);
        effects_run(&effects, world, &back);
    }
    arena_free(back.arena);
    arena_free(effects.arena);
}
