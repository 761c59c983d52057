/* SPDX-License-Identifier: ISC */
/* One function for each kind of effect. Each does what it must outside and answers with an event,
 * so that the user hears what came of it; what fails changes nothing in memory. */
#include "dossier/app/world.h"

#include "editor.h"
#include "remember.h"

#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/export/exporters.h"
#include "dossier/load/format.h"
#include "dossier/load/tags_file.h"
#include "dossier/notes/anchor.h"
#include "dossier/text/encoding.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static void answer(struct events *back, enum event_kind kind, bool ok, struct str id,
                   const char *format, ...) __attribute__((format(printf, 5, 6)));

static void answer(struct events *back, enum event_kind kind, bool ok, struct str id,
                   const char *format, ...)
{
    struct buf sentence = {0};
    va_list args;
    va_start(args, format);
    buf_vprintf(&sentence, format, args);
    va_end(args);
    *vec_add(back->arena, back) =
        (struct event){.kind = kind,
                       .ok = ok,
                       .id = arena_str(back->arena, id),
                       .sentence = arena_str(back->arena, buf_view(&sentence))};
    buf_free(&sentence);
}

static void say_failed(struct events *back, const struct error *error)
{
    answer(back, EVENT_SAID, false, STR(""), "%s", error->text);
}

static const char *article_file(struct arena *arena, const struct world *world,
                                const struct article *article)
{
    return path_join(arena, world->library->folder, arena_chars(arena, article->path));
}

/* A note remembers what it was made on, to the byte: if the file is another by now, the places on
 * the screen are not those in the file. */
static bool anchor_note(struct arena *arena, const struct world *world, struct note *note,
                        struct error *error)
{
    struct buf stored = {0};
    struct decoded decoded;
    uint32_t number = corpus_at_path(&world->library->corpus, note->article);
    if (number == ARTICLE_NONE)
        return error_set(error, "%.*s is not in this dossier any more", STR_ARG(note->article));
    if (strcmp(world->request.path, "-") == 0)
        return error_set(error,
                         "what comes from standard input has no place for notes: save it to a "
                         "file first");
    const struct article *article = &world->library->corpus.at[number];
    bool ok = file_read_named(article_file(arena, world, article), LOAD_LARGEST, &stored, error);
    if (ok && (!encoding_decode(arena, buf_view(&stored), &decoded) ||
               !str_eq(decoded.text, article->text)))
        ok = error_set(error, "%.*s has changed since it was read: :reload, then note again",
                       STR_ARG(note->article));
    if (ok)
        anchor_make(arena, world->library, number,
                    note->has_passage ? note->span : (struct span){0}, buf_view(&stored), note);
    buf_free(&stored);
    return ok;
}

static void put_note(const struct effect *effect, struct world *world, struct events *back)
{
    struct error error;
    struct note note = note_copy(back->arena, &effect->note);
    bool ok =
        note.sha256.len || !note.article.len || anchor_note(back->arena, world, &note, &error);
    if (ok && notebook_put(world->notebook, world->library, &note, 1, &error))
        answer(back, EVENT_NOTES, true, note.id, "saved in %s/%s.yaml",
               world->notebook->folder == world->notebook->beside ? "notes"
                                                                  : world->notebook->folder,
               world->notebook->writer);
    else
        say_failed(back, &error);
}

static void remove_note(const struct effect *effect, struct world *world, struct events *back)
{
    struct error error;
    if (notebook_remove(world->notebook, &effect->note.id, 1, world->state->now, &error))
        answer(back, EVENT_NOTES, true, effect->note.id, "deleted");
    else
        say_failed(back, &error);
}

static void answer_library(struct world *world, struct events *back)
{
    *vec_add(back->arena, back) = (struct event){
        .kind = EVENT_LIBRARY, .ok = true, .library = world->library, .notebook = world->notebook};
}

static void reload(const struct effect *effect, struct world *world, struct events *back)
{
    struct error error;
    (void)effect;
    if (strcmp(world->request.path, "-") == 0)
        error_set(&error, "standard input can be read only once");
    else if (world_reload(world, &error)) {
        size_t count = world->library->corpus.len;
        answer_library(world, back);
        answer(back, EVENT_SAID, true, STR(""), "read again: %zu article%s", count,
               count == 1 ? "" : "s");
        return;
    }
    say_failed(back, &error);
}

static void add_actor(const struct effect *effect, struct world *world, struct events *back)
{
    struct error error;
    struct str id = tags_new_id(back->arena, &world->library->tags, effect->text);
    if (strcmp(world->request.path, "-") == 0)
        error_set(&error, "standard input has no folder, so no tags.yaml to name actors in");
    else if (tags_add_actor(world->library->folder, id, effect->text, effect->actor_kind, &error) &&
             world_reload(world, &error)) {
        answer(back, EVENT_SAID, true, STR(""), "%.*s is named in tags.yaml now, as a %s",
               STR_ARG(effect->text), actor_kind_name(effect->actor_kind));
        answer_library(world, back);
        return;
    }
    say_failed(back, &error);
}

/* ~/ is the home folder, as in the shell that the user thinks of. */
static const char *export_path(struct arena *arena, struct str name)
{
    const char *home = getenv("HOME");
    if (home && str_starts(name, STR("~/")))
        return path_join(arena, home, arena_chars(arena, str_sub(name, 2, name.len)));
    return arena_chars(arena, name);
}

static bool save_export(const struct effect *effect, const char *path, struct str bytes,
                        struct error *error)
{
    if (effect->force)
        return file_save(path, bytes, 0644, error);
    if (file_exists(path))
        return error_set(error, "%s exists already, so nothing was written; :export! replaces it",
                         path);
    return file_create(path, bytes, 0644, error);
}

static bool write_export(const struct effect *effect, const struct exporter *exporter,
                         const char *path, struct world *world, struct arena *arena,
                         struct error *error)
{
    struct buf out = {0};
    const struct note **notes = arena_many(arena, const struct note *, effect->id_count + 1);
    struct export_request request = {
        .library = world->library, .notes = notes, .now = world->state->now};
    for (size_t i = 0; i < effect->id_count; i++) {
        const struct note *note = notebook_find(world->notebook, effect->ids[i], error);
        if (!note)
            return false;
        notes[request.count++] = note;
    }
    bool ok = exporter->write(&request, &out, error) &&
              save_export(effect, path, buf_view(&out), error);
    buf_free(&out);
    return ok;
}

static void export_notes(const struct effect *effect, struct world *world, struct events *back)
{
    struct error error;
    struct str rest = str_trim(effect->text), format;
    const struct exporter *exporter = NULL;
    if (str_split(&rest, ' ', &format))
        exporter = exporters_find(format, &error);
    else
        error_set(&error, "an export needs a format and a file: export markdown notes.md");
    rest = str_trim(rest);
    if (exporter && !rest.len)
        error_set(&error, "an export needs a file: export %s notes%s", exporter->name,
                  exporter->ending);
    const char *path = export_path(back->arena, rest);
    if (!exporter || !rest.len ||
        !write_export(effect, exporter, path, world, back->arena, &error)) {
        say_failed(back, &error);
        return;
    }
    answer(back, EVENT_SAID, true, STR(""), "%zu note%s exported to %s", effect->id_count,
           effect->id_count == 1 ? "" : "s", path_real(back->arena, path));
}

static void copy(const struct effect *effect, struct world *world, struct events *back)
{
    if (world->terminal.copy && !world->terminal.copy(effect->text))
        answer(back, EVENT_SAID, false, STR(""),
               "this is too long to copy: terminals take 64 KiB at most");
}

static void edit(const struct effect *effect, struct world *world, struct events *back)
{
    struct error error = {0};
    struct buf text = {0};
    if (world->terminal.leave)
        world->terminal.leave();
    bool ok = editor_run(world->state->options.editor, effect->text, &text, &error);
    if (world->terminal.come_back)
        world->terminal.come_back();
    *vec_add(back->arena, back) = (struct event){
        .kind = EVENT_EDITED,
        .ok = ok,
        .sentence = arena_str(back->arena, ok ? buf_view(&text) : str_of(error.text))};
    buf_free(&text);
}

static void remember(const struct effect *effect, struct world *world, struct events *back)
{
    struct error error;
    (void)effect;
    if (!remember_save(world, world->state, &error))
        say_failed(back, &error);
}

static void options(const struct effect *effect, struct world *world, struct events *back)
{
    (void)effect;
    (void)back;
    if (world->terminal.options)
        world->terminal.options(&world->state->options);
}

static void suspend(const struct effect *effect, struct world *world, struct events *back)
{
    (void)effect;
    (void)back;
    if (world->terminal.suspend)
        world->terminal.suspend();
}

static void redraw(const struct effect *effect, struct world *world, struct events *back)
{
    (void)effect;
    (void)back;
    if (world->terminal.redraw)
        world->terminal.redraw();
}

static void quit(const struct effect *effect, struct world *world, struct events *back)
{
    (void)effect;
    (void)back;
    world->quit = true;
}

static void (*const runs[])(const struct effect *effect, struct world *world,
                            struct events *back) = {
    [EFFECT_QUIT] = quit,
    [EFFECT_SUSPEND] = suspend,
    [EFFECT_REDRAW] = redraw,
    [EFFECT_NOTE_PUT] = put_note,
    [EFFECT_NOTE_REMOVE] = remove_note,
    [EFFECT_ADD_ACTOR] = add_actor,
    [EFFECT_EXPORT] = export_notes,
    [EFFECT_COPY] = copy,
    [EFFECT_EDITOR] = edit,
    [EFFECT_RELOAD] = reload,
    [EFFECT_REMEMBER] = remember,
    [EFFECT_OPTIONS] = options,
    [EFFECT_DRAFT] =
        remember, /* the state holds the drafts; with what else is remembered they are kept */
};

void effects_run(struct effects *effects, struct world *world, struct events *back)
{
    for (size_t i = 0; i < effects->len; i++)
        runs[effects->at[i].kind](&effects->at[i], world, back);
    *effects = (struct effects){.arena = effects->arena};
    arena_clear(effects->arena);
}
