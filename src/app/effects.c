/* SPDX-License-Identifier: ISC */
/* One function for each kind of effect. Each does what it must outside and answers with an event,
 * so that the user hears what came of it; what fails changes nothing in memory. */
#include "effects.h"

#include "editor.h"
#include "live.h"
#include "remember.h"

#include "dossier/base/memory.h"

#include <stdarg.h>
#include <string.h>

void effects_say(struct events *back, bool ok, const char *format, ...)
{
    struct buf sentence = {0};
    va_list args;
    va_start(args, format);
    buf_vprintf(&sentence, format, args);
    va_end(args);
    *vec_add(back->arena, back) = (struct event){
        .kind = EVENT_SAID, .ok = ok, .sentence = arena_str(back->arena, buf_view(&sentence))};
    buf_free(&sentence);
}

void effects_failed(struct events *back, const struct error *error)
{
    effects_say(back, false, "%s", error->text);
}

void effects_library(struct world *world, struct events *back)
{
    *vec_add(back->arena, back) = (struct event){
        .kind = EVENT_LIBRARY, .ok = true, .library = world->library, .notebook = world->notebook};
    effects_searches(world, back);
}

void effects_searches(struct world *world, struct events *back)
{
    *vec_add(back->arena, back) =
        (struct event){.kind = EVENT_SEARCHES, .ok = true, .saved = world->saved};
}

static void reload(const struct effect *effect, struct world *world, struct events *back)
{
    struct error error;
    (void)effect;
    if (live_reload(world))
        return;
    if (strcmp(world->request.path, "-") == 0)
        error_set(&error, "standard input can be read only once");
    else if (world_reload(world, &error)) {
        size_t count = world->library->corpus.len;
        effects_library(world, back);
        effects_say(back, true, "read again: %zu article%s", count, count == 1 ? "" : "s");
        return;
    }
    effects_failed(back, &error);
}

static void copy(const struct effect *effect, struct world *world, struct events *back)
{
    if (world->terminal.copy && !world->terminal.copy(effect->text))
        effects_say(back, false, "this is too long to copy: terminals take 64 KiB at most");
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
        effects_failed(back, &error);
}

/* The state holds the drafts; with what else is remembered they are kept. */
static void keep_drafts(const struct effect *effect, struct world *world, struct events *back)
{
    struct error error;
    (void)effect;
    bool ok = remember_save(world, world->state, &error);
    *vec_add(back->arena, back) =
        (struct event){.kind = EVENT_DRAFTS,
                       .ok = ok,
                       .sentence = ok ? STR("") : arena_str(back->arena, str_of(error.text))};
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

static void stop(const struct effect *effect, struct world *world, struct events *back)
{
    (void)effect;
    if (!live_stop(world))
        effects_say(back, true, "nothing is being read any more");
}

/* They are read once; what is wrong in a user's own file is said, and the rest holds. */
static void words(const struct effect *effect, struct world *world, struct events *back)
{
    struct problems problems = {.arena = back->arena};
    (void)effect;
    if (!world->lexicons.len)
        lexicons_open(world->arena, &world->lexicons, &problems);
    *vec_add(back->arena, back) =
        (struct event){.kind = EVENT_WORDS, .ok = true, .lexicons = &world->lexicons};
    if (problems.len)
        effects_say(back, false, "%.*s:%d:%d: %.*s", STR_ARG(problems.at[0].file),
                    problems.at[0].line, problems.at[0].column, STR_ARG(problems.at[0].message));
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
    [EFFECT_NOTES] = effects_notes,
    [EFFECT_RESTORE] = effects_restore,
    [EFFECT_CHECK] = effects_check,
    [EFFECT_VERDICT] = effects_verdict,
    [EFFECT_SETTLE] = effects_settle,
    [EFFECT_TAKE_COPY] = effects_take_copy,
    [EFFECT_REFRESH] = effects_refresh,
    [EFFECT_TAGS] = effects_tags,
    [EFFECT_SEARCH] = effects_search,
    [EFFECT_AMEND] = effects_amend,
    [EFFECT_CORRECT] = effects_correct,
    [EFFECT_PATCH] = effects_patch,
    [EFFECT_EXPORT] = effects_export,
    [EFFECT_COPY] = copy,
    [EFFECT_EDITOR] = edit,
    [EFFECT_RELOAD] = reload,
    [EFFECT_STOP] = stop,
    [EFFECT_REMEMBER] = remember,
    [EFFECT_OPTIONS] = options,
    [EFFECT_WORDS] = words,
    [EFFECT_DRAFT] = keep_drafts,
};

/* What needs the actors, or makes a library in place of one that is early. */
static bool needs_actors(enum effect_kind kind)
{
    return kind == EFFECT_EXPORT || kind == EFFECT_VERDICT || kind == EFFECT_TAGS ||
           kind == EFFECT_AMEND || kind == EFFECT_CORRECT || kind == EFFECT_PATCH;
}

/* What needs the articles or the notes, which are not known while the folder is read. */
static bool must_wait(const struct world *world, enum effect_kind kind)
{
    static const bool at_once[] = {
        [EFFECT_QUIT] = true,    [EFFECT_SUSPEND] = true,  [EFFECT_REDRAW] = true,
        [EFFECT_COPY] = true,    [EFFECT_RELOAD] = true,   [EFFECT_STOP] = true,
        [EFFECT_OPTIONS] = true, [EFFECT_REMEMBER] = true, [EFFECT_WORDS] = true,
    };
    if (!world->blank)
        return world->early && needs_actors(kind);
    return kind >= COUNT(at_once) || !at_once[kind];
}

void effects_run(struct effects *effects, struct world *world, struct events *back)
{
    for (size_t i = 0; i < effects->len; i++) {
        if (must_wait(world, effects->at[i].kind))
            effects_say(back, false, "the folder is not read yet, so that must wait");
        else
            runs[effects->at[i].kind](&effects->at[i], world, back);
    }
    *effects = (struct effects){.arena = effects->arena};
    arena_clear(effects->arena);
}
