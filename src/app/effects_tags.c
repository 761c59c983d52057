/* SPDX-License-Identifier: ISC */
/* What is written to tags.yaml while one reads. The file goes first, then a new generation is made
 * of it; the new library comes before the answer, so that the answer can be told by it. */
#include "effects.h"

#include "dossier/base/memory.h"
#include "dossier/load/tags_amend.h"
#include "dossier/load/tags_correct.h"
#include "dossier/load/tags_file.h"

#include <string.h>

static bool has_folder(const struct world *world, struct error *error)
{
    return strcmp(world->request.path, "-") != 0 ||
           error_set(error, "standard input has no folder, so no tags.yaml");
}

/* The file is written; whether memory followed is told too. */
static void answer(struct world *world, struct events *back, bool ok, struct error *error,
                   const struct tags_patch *patch)
{
    struct event event = {.kind = EVENT_NOTES, .ok = ok, .patch = patch};
    if (ok && world_retag(world, error))
        effects_library(world, back);
    else
        event.ok = false;
    if (!event.ok)
        event.sentence =
            arena_printf(back->arena, "%s%s",
                         ok ? "tags.yaml is written, but can't be read again: " : "", error->text);
    event.notebook = world->notebook;
    *vec_add(back->arena, back) = event;
}

static bool change_tags(const struct effect *effect, const char *folder, struct error *error)
{
    switch (effect->tags_change) {
    case TAGS_DESCRIBE:
        return tags_describe(folder, effect->text, effect->other, error);
    case TAGS_RENAME:
        return tags_rename(folder, effect->text, effect->other, error);
    default:
        return tags_part(folder, effect->text, effect->other, error);
    }
}

void effects_tags(const struct effect *effect, struct world *world, struct events *back)
{
    struct error error;
    bool ok = has_folder(world, &error) && change_tags(effect, world->library->folder, &error);
    answer(world, back, ok, &error, NULL);
}

void effects_amend(const struct effect *effect, struct world *world, struct events *back)
{
    struct error error;
    struct tags_patch *done = arena_one(back->arena, struct tags_patch);
    bool ok = has_folder(world, &error) &&
              tags_amend(world->library->folder, &effect->amendment, back->arena, done, &error);
    answer(world, back, ok, &error, ok ? done : NULL);
}

void effects_correct(const struct effect *effect, struct world *world, struct events *back)
{
    struct error error;
    struct tags_patch *done = arena_one(back->arena, struct tags_patch);
    bool ok = has_folder(world, &error) &&
              tags_correct(world->library->folder, &effect->correction, back->arena, done, &error);
    answer(world, back, ok, &error, ok ? done : NULL);
}

void effects_patch(const struct effect *effect, struct world *world, struct events *back)
{
    struct error error;
    bool ok = has_folder(world, &error) &&
              tags_patch(world->library->folder, &effect->patch, effect->back, &error);
    answer(world, back, ok, &error, NULL);
}
