/* SPDX-License-Identifier: ISC */
#include "effects.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/export/exporters.h"

#include <stdlib.h>

/* ~/ is the home folder, as in the shell that the user thinks of. */
static const char *export_path(struct arena *arena, struct str name)
{
    const char *home = getenv("HOME");
    if (home && str_starts(name, STR("~/")))
        return path_join(arena, home, arena_chars(arena, str_sub(name, 2, name.len)));
    return arena_chars(arena, name);
}

static bool save(const struct effect *effect, const struct library *library, const char *path,
                 struct str bytes, struct error *error)
{
    if (effect->force)
        return exporters_may_replace(library, path, error) && file_save(path, bytes, 0644, error);
    if (file_exists(path))
        return error_set(error, "%s exists already, so nothing was written; :export! replaces it",
                         path);
    return file_create(path, bytes, 0644, error);
}

static bool write_notes(const struct effect *effect, const char *path, struct world *world,
                        struct arena *arena, struct error *error)
{
    struct buf out = {0};
    const struct exporter *exporter = exporters_find(effect->text, error);
    const struct note **notes = arena_many(arena, const struct note *, effect->id_count + 1);
    struct export_request request = {.library = world->library,
                                     .notes = notes,
                                     .now = world->state->now,
                                     .by = effect->by,
                                     .raw = effect->raw};
    for (size_t i = 0; exporter && i < effect->id_count; i++) {
        const struct note *note = notebook_find(world->notebook, effect->ids[i], error);
        if (!note)
            return false;
        notes[request.count++] = note;
    }
    bool ok = exporter && exporter->write(&request, &out, error) &&
              save(effect, world->library, path, buf_view(&out), error);
    buf_free(&out);
    return ok;
}

void effects_export(const struct effect *effect, struct world *world, struct events *back)
{
    struct error error;
    const char *path = export_path(back->arena, effect->other);
    if (write_notes(effect, path, world, back->arena, &error))
        effects_say(back, true, "%zu note%s exported to %s", effect->id_count,
                    effect->id_count == 1 ? "" : "s", path_real(back->arena, path));
    else
        effects_failed(back, &error);
}
