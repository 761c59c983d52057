/* SPDX-License-Identifier: ISC */
#include "dossier/app/world.h"

#include "colleagues.h"
#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/config/config_check.h"
#include "dossier/load/load.h"
#include "dossier/load/searches_file.h"
#include "dossier/notes/verdicts.h"
#include "live.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>

struct notebook_request world_notes(const struct world *world)
{
    return (struct notebook_request){.writer = world->writer,
                                     .folder = world->request.notes_folder};
}

static struct notebook *open_notes(const struct world *world, struct library *library)
{
    struct notebook_request request = world_notes(world);
    struct notebook *notebook = notebook_open(library, &request);
    verdicts_judge(notebook, library);
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

struct load_request world_load(const struct world *world)
{
    return (struct load_request){.path = world->request.path,
                                 .before = world->blank ? NULL : world->library,
                                 .no_cache = world->request.no_cache};
}

static struct library *read_now(const struct world *world, struct error *error)
{
    struct load_request request = world_load(world);
    return library_load(&request, NULL, error);
}

static void begin(struct world *world, const struct tui_request *request)
{
    *world = (struct world){.request = *request,
                            .arena = arena_new(),
                            .kept_arena = arena_new(),
                            .news_arena = arena_new()};
    world->problems.arena = world->arena;
    config_load(world->arena, &world->config, &world->problems);
    config_bind(world->arena, &world->config, &world->keymap, &world->problems);
    config_check_theme(world->arena, &world->config, &world->problems);
    struct str writer = world->config.options.writer;
    world->writer = writer.len ? arena_chars(world->arena, writer) : NULL;
}

bool world_open(struct world *world, const struct tui_request *request, struct error *error)
{
    begin(world, request);
    world->library = read_now(world, error);
    if (!world->library) {
        free_arenas(world);
        return false;
    }
    world->notebook = open_notes(world, world->library);
    world_read_searches(world);
    return true;
}

bool world_open_blank(struct world *world, const struct tui_request *request, struct error *error)
{
    DIR *folder = opendir(request->path);
    if (!folder)
        return error_set(error, "%s: can't be read: %s", request->path, strerror(errno));
    closedir(folder);
    begin(world, request);
    world->blank = true;
    struct library *library = world->library = library_new();
    library->folder = arena_chars(library->arena, str_of(request->path));
    library->title = path_base(str_of(path_real(library->arena, request->path)));
    library_finish(library);
    struct notebook_request notes = world_notes(world);
    world->notebook = notebook_unread(library, &notes);
    return true;
}

void world_forget_old(struct world *world)
{
    if (world->old_notebook)
        notebook_close(world->old_notebook);
    live_let_go(world, world->old_library);
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

void world_replace(struct world *world, struct library *library, struct notebook *notebook)
{
    world_forget_old(world);
    world->old_library = world->library;
    world->old_notebook = world->notebook;
    world->library = library;
    world->notebook = notebook;
    world_read_searches(world);
    colleagues_mark(world);
}

bool world_reload(struct world *world, struct error *error)
{
    live_give_up(world);
    live_saved(world);
    struct library *library = read_now(world, error);
    if (!library)
        return false;
    world_replace(world, library, open_notes(world, library));
    world->early = false;
    return true;
}

bool world_retag(struct world *world, struct error *error)
{
    live_give_up(world);
    struct library *library = world->early ? NULL : library_retag(world->library);
    if (!library)
        return world_reload(world, error);
    live_saved(world);
    world_replace(world, library, open_notes(world, library));
    return true;
}
