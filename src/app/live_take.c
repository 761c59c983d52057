/* SPDX-License-Identifier: ISC */
/* What came of a load, to the state. */
#include "live_parts.h"

#include "remember.h"

#include "dossier/base/memory.h"
#include "dossier/notes/verdicts.h"

static void feed(struct world *world, struct event event)
{
    world_feed(world, &event);
}

static void say(struct world *world, bool ok, const char *sentence)
{
    feed(world, (struct event){.kind = EVENT_SAID, .ok = ok, .sentence = str_of(sentence)});
}

struct reading live_reading(const struct live *live, enum reading_kind kind)
{
    struct progress *progress = loader_progress(live->loader);
    return (struct reading){.kind = kind,
                            .articles = atomic_load(&progress->articles),
                            .total = atomic_load(&progress->articles_total),
                            .bytes = atomic_load(&progress->bytes),
                            .took = loader_clock() - live->began};
}

void live_watch_notes(const struct world *world)
{
    const struct notebook *notebook = world->notebook;
    const char *const folders[] = {notebook->beside, notebook->named, notebook->apart,
                                   notebook->secret};
    for (size_t i = 0; i < COUNT(folders); i++)
        watch_notes(world->live->watch, folders[i]);
}

/* The user learns once that changes come late here, and why. */
static void tell_deaf(struct world *world, const struct loaded *loaded)
{
    struct live *live = world->live;
    if (!loaded->unwatched || live->told_deaf)
        return;
    struct buf sentence = {0};
    live->told_deaf = true;
    buf_printf(&sentence, "%zu of %zu folders can’t be watched: all are looked at every %d s",
               loaded->unwatched, loaded->folders, LOOK_EVERY / 1000);
    if (watch_fd(live->watch) >= 0 && watch_most())
        buf_printf(&sentence, " (fs.inotify.max_user_watches: %zu)", watch_most());
    say(world, true, sentence.at);
    buf_free(&sentence);
}

static void take_first(struct world *world, struct loaded *loaded)
{
    struct event event = {.kind = EVENT_LIBRARY, .ok = true, .early = loaded->early};
    world_replace(world, loaded->library, loaded->notebook);
    event.library = world->library;
    event.notebook = world->notebook;
    feed(world, event);
    world->blank = false;
    world->early = loaded->early;
    feed(world, (struct event){.kind = EVENT_SEARCHES, .ok = true, .saved = world->saved});
    remember_load(world, world->state);
    feed(world, (struct event){.kind = EVENT_READING});
    world_greet(world);
}

static void say_read_again(struct world *world)
{
    struct buf sentence = {0};
    size_t count = world->library->corpus.len;
    buf_printf(&sentence, "read again: %zu article%s", count, count == 1 ? "" : "s");
    say(world, true, sentence.at);
    buf_free(&sentence);
}

static void take_again(struct world *world, struct loaded *loaded)
{
    struct live *live = world->live;
    const struct survey *survey = loaded->survey;
    struct event event = {.kind = EVENT_LIBRARY,
                          .ok = true,
                          .unasked = !live->asked,
                          .changed = survey->changed.at,
                          .changed_count = survey->changed.len};
    bool early = world->early;
    if (loaded->before == world->library)
        event.difference = &loaded->difference;
    world_replace(world, loaded->library, loaded->notebook);
    world->early = false;
    /* what was saved while the notes were being read */
    if (notebook_refresh(world->notebook, world->library))
        verdicts_judge(world->notebook, world->library);
    event.library = world->library;
    event.notebook = world->notebook;
    feed(world, event);
    if (early && event.difference)
        remember_added(world, world->state, &event.difference->added);
    feed(world, (struct event){.kind = EVENT_SEARCHES, .ok = true, .saved = world->saved});
    feed(world, (struct event){.kind = EVENT_READING});
    if (live->asked)
        say_read_again(world);
}

void live_take_ready(struct world *world)
{
    struct live *live = world->live;
    struct loaded loaded = live->ready;
    live->ready = (struct loaded){0};
    live->is_ready = false;
    if (world->blank)
        take_first(world, &loaded);
    else
        take_again(world, &loaded);
    live->lost = false;
    survey_free(live->survey);
    live->survey = loaded.survey;
    live_watch_notes(world);
    tell_deaf(world, &loaded);
}

void live_keep(struct world *world, struct loaded *loaded)
{
    struct live *live = world->live;
    struct reading reading = live_reading(live, world->blank ? READING_STOPPED : READING_DONE);
    feed(world, (struct event){.kind = EVENT_READING, .reading = reading});
    if (loaded->stopped)
        say(world, true,
            world->blank || world->early ? "reading was stopped; :reload reads the folder"
                                         : "reading was stopped; all is as it was before");
    else if (loaded->error.text[0] && (!live->lost || live->asked))
        say(world, false, loaded->error.text);
    live->lost = loaded->error.text[0] && !loaded->stopped;
    if (live->lost || loaded->stopped) {
        loaded_free(loaded);
    } else {
        survey_free(live->survey);
        live->survey = loaded->survey;
        tell_deaf(world, loaded);
    }
}
