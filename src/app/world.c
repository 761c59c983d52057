/* SPDX-License-Identifier: ISC */
#include "dossier/app/world.h"

#include "colleagues.h"
#include "dossier/base/memory.h"
#include "dossier/config/config_check.h"
#include "dossier/load/load.h"
#include "dossier/load/searches_file.h"
#include "dossier/notes/verdicts.h"

static struct notebook *open_notes(const struct world *world, struct library *library)
{
    struct notebook_request request = {.folder = world->request.notes_folder};
    struct str writer = world->config.options.writer;
    struct arena *arena = arena_new();
    request.writer = writer.len ? arena_chars(arena, writer) : NULL;
    struct notebook *notebook = notebook_open(library, &request);
    verdicts_judge(notebook, library);
    arena_free(arena);
    return notebook;
}

void world_read_searches(struct world *world)
{
    struct problems problems = {.arena = arena_new()};
    arena_free(world->old_saved_arena);
    world->old_saved_arena = world->saved_arena;
    world->saved_arena = arena_new();
    struct saved_searches *saved = arena_one(world->saved_arena, struct saved_searches);
    searches_read(world->saved_arena, world->library, saved, &problems);
    world->saved = saved;
    arena_free(problems.arena);
}

static void free_arenas(struct world *world)
{
    arena_free(world->saved_arena);
    arena_free(world->old_saved_arena);
    arena_free(world->news_arena);
    arena_free(world->kept_arena);
    arena_free(world->arena);
}

bool world_open(struct world *world, const struct tui_request *request, struct error *error)
{
    *world = (struct world){.request = *request,
                            .arena = arena_new(),
                            .kept_arena = arena_new(),
                            .news_arena = arena_new()};
    world->problems.arena = world->arena;
    world->library = library_load(&(struct load_request){request->path}, NULL, error);
    if (!world->library) {
        free_arenas(world);
        return false;
    }
    config_load(world->arena, &world->config, &world->problems);
    config_bind(world->arena, &world->config, &world->keymap, &world->problems);
    config_check_theme(world->arena, &world->config, &world->problems);
    world->notebook = open_notes(world, world->library);
    world_read_searches(world);
    return true;
}

void world_forget_old(struct world *world)
{
    if (world->old_notebook)
        notebook_close(world->old_notebook);
    library_free(world->old_library);
    world->old_notebook = NULL;
    world->old_library = NULL;
}

void world_close(struct world *world)
{
    world_forget_old(world);
    notebook_close(world->notebook);
    library_free(world->library);
    free_arenas(world);
}

bool world_reload(struct world *world, struct error *error)
{
    struct library *library =
        library_load(&(struct load_request){world->request.path}, NULL, error);
    if (!library)
        return false;
    world_forget_old(world);
    world->old_library = world->library;
    world->old_notebook = world->notebook;
    world->library = library;
    world->notebook = open_notes(world, library);
    world_read_searches(world);
    colleagues_mark(world);
    return true;
}

bool world_retag(struct world *world, struct error *error)
{
    return world_reload(world, error);
}
