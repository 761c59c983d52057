/* SPDX-License-Identifier: ISC */
/* Nothing is read because a clock says so where the system tells of changes: a burst of them leads
 * to a survey in the loader's thread, and only what looks other is read again. What comes of it
 * waits till nothing is half typed. A dossier that changes all the time costs half the time of one
 * core at most. */
#include "live.h"

#include "live_parts.h"

#include "dossier/base/memory.h"

#include <poll.h>

#define LOOK_SHARE 20  /* one look takes a part of that time at most: the pause is so many looks */
#define TELL_EVERY 100 /* milliseconds between two sentences of progress */
#define TELL_AGAIN_AT 1000 /* so long a load that is not the first goes on unsaid */

static void begin(struct world *world)
{
    struct live *live = world->live;
    struct loader_request request = {.load = world_load(world),
                                     .notes = world_notes(world),
                                     .seen = live->survey,
                                     .watch = live->watch,
                                     .files = watch_files(live->watch),
                                     .anyway = live->given_up || live->wanted,
                                     .first = world->blank};
    request.files.more |= live->whole || live->blind || live->deaf;
    live->whole = false;
    live->asked = live->wanted;
    live->articles.on = live->given_up = live->wanted = false;
    if (live->deaf)
        burst_add(&live->notes, loader_clock());
    live->look_at = -1;
    live->began = live->told = loader_clock();
    loader_begin(live->loader, &request);
}

void live_start(struct world *world)
{
    struct live *live = world->live = memory_get(sizeof *live);
    live->loader = loader_open();
    live->watch = watch_open(world->request.path);
    live->deaf = watch_fd(live->watch) < 0 || watch_is_deaf(world->request.path);
    live->look_at = live->deaf ? loader_clock() + LOOK_EVERY : -1;
    live_watch_notes(world);
    if (world->blank)
        begin(world);
}

bool live_end(struct world *world)
{
    struct live *live = world->live;
    if (!live)
        return true;
    if (!loader_close(live->loader))
        return false;
    watch_close(live->watch);
    survey_free(live->survey);
    loaded_free(&live->ready);
    free(live);
    world->live = NULL;
    return true;
}

size_t live_fds(const struct world *world, int fds[LIVE_FDS])
{
    size_t count = 0;
    if (!world->live)
        return 0;
    fds[count++] = loader_fd(world->live->loader);
    if (watch_fd(world->live->watch) >= 0)
        fds[count++] = watch_fd(world->live->watch);
    return count;
}

static void take(struct world *world)
{
    struct live *live = world->live;
    struct loaded loaded;
    if (!loader_take(live->loader, &loaded))
        return;
    int64_t now = loader_clock(), pause = loaded.took * LOOK_SHARE;
    live->rest = world->blank ? now : now + loaded.took; /* half of the time, at most */
    live->whole |= !loaded.survey || loaded.stopped || loaded.error.text[0];
    if (loaded.folders)
        live->blind = loaded.unwatched > 0;
    bool vanished = loaded.survey && !loaded.survey->there && !loaded.stopped;
    if (live->deaf || loaded.unwatched || vanished)
        live->look_at = now + (pause > LOOK_EVERY ? pause : LOOK_EVERY);
    if (loaded.library) {
        loaded_free(&live->ready);
        live->ready = loaded;
        live->is_ready = true;
    } else {
        live_keep(world, &loaded);
    }
}

/* ---- what is due ---- */

static bool is_due(int64_t moment, int64_t now)
{
    return moment >= 0 && moment <= now;
}

static int64_t sooner(int64_t a, int64_t b)
{
    return a < 0 || (b >= 0 && b < a) ? b : a;
}

/* When the next load is to begin, if none is under way; -1: it need not. A first one that was
 * stopped is the user's to begin again. */
static int64_t next_load(const struct world *world)
{
    const struct live *live = world->live;
    int64_t at = sooner(burst_due(&live->articles), live->look_at);
    if (live->wanted)
        return 0;
    if (world->blank)
        return -1;
    if (live->given_up)
        at = 0;
    return at >= 0 && at < live->rest ? live->rest : at;
}

static int64_t next_telling(const struct world *world)
{
    const struct live *live = world->live;
    int64_t from = world->blank ? live->began : live->began + TELL_AGAIN_AT - TELL_EVERY;
    return (live->told > from ? live->told : from) + TELL_EVERY;
}

int live_wait(const struct world *world)
{
    const struct live *live = world->live;
    if (!live)
        return -1;
    int64_t now = loader_clock();
    int64_t at = state_is_midway(world->state) || world->blank ? -1 : burst_due(&live->notes);
    if (loader_is_reading(live->loader))
        at = sooner(at, next_telling(world));
    else if (!loader_is_busy(live->loader) && !live->is_ready)
        at = sooner(at, next_load(world));
    return at < 0 ? -1 : at <= now ? 0 : (int)(at - now);
}

static void take_notes(struct world *world)
{
    world->live->notes.on = false;
    world_refresh(world);
    live_watch_notes(world);
}

static void tell_progress(struct world *world, int64_t now)
{
    struct live *live = world->live;
    if (!is_due(next_telling(world), now))
        return;
    live->told = now;
    enum reading_kind kind = world->blank ? READING_FIRST : READING_AGAIN;
    world_feed(world, &(struct event){.kind = EVENT_READING, .reading = live_reading(live, kind)});
}

void live_turn(struct world *world)
{
    struct live *live = world->live;
    if (!live)
        return;
    int64_t now = loader_clock();
    unsigned news = watch_take(live->watch);
    if (news & WATCH_ARTICLES)
        burst_add(&live->articles, now);
    if (news & WATCH_NOTES)
        burst_add(&live->notes, now);
    take(world);
    bool midway = state_is_midway(world->state);
    if (live->is_ready && !midway)
        live_take_ready(world);
    if (is_due(burst_due(&live->notes), now) && !midway && !world->blank)
        take_notes(world);
    if (loader_is_reading(live->loader))
        tell_progress(world, now);
    else if (!loader_is_busy(live->loader) && !live->is_ready && is_due(next_load(world), now))
        begin(world);
}

void live_linger(struct world *world, int milliseconds)
{
    if (!world->live)
        return;
    poll(&(struct pollfd){loader_fd(world->live->loader), POLLIN, 0}, 1, milliseconds);
    live_turn(world);
}

/* ---- what is asked for ---- */

bool live_reload(struct world *world)
{
    struct live *live = world->live;
    if (!live)
        return false;
    /* one that is under way may have begun before what the user wants to see */
    live->wanted = !world->blank || !loader_is_reading(live->loader);
    return true;
}

bool live_stop(struct world *world)
{
    struct live *live = world->live;
    if (!live || !loader_is_reading(live->loader))
        return false;
    progress_cancel(loader_progress(live->loader));
    return true;
}

void live_give_up(struct world *world)
{
    struct live *live = world->live;
    if (!live)
        return;
    live->given_up |= loader_give_up(live->loader) || live->is_ready;
    loader_let_go(live->loader, live->ready.library);
    loaded_free(&live->ready);
    live->is_ready = false;
}

void live_saved(struct world *world)
{
    struct live *live = world->live;
    if (live && loader_is_reading(live->loader)) /* it looks at the survey */
        live_give_up(world);
    if (live && live->survey)
        survey_look_at_own(live->survey, world->request.path);
}

bool live_is_keeping(const struct world *world, const struct library *library)
{
    return world->live && loader_is_keeping(world->live->loader, library);
}

void live_let_go(const struct world *world, const struct library *library)
{
    if (world->live)
        loader_let_go(world->live->loader, library);
}
