/* SPDX-License-Identifier: ISC */
/* A thread lives as long as a load. It writes to nothing that the loop can see: what it makes is
 * new, and changes hands through the slot, in which there is room for one: what nobody took is
 * freed when the next comes, which makes it needless. What was read is kept for the next run by the
 * same thread, once the loop has it. */
#include "loader.h"

#include "dossier/base/heap.h"
#include "dossier/model/index.h"
#include "dossier/notes/verdicts.h"

#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE 100 /* milliseconds in which a load that is given up should end */

struct loader {
    struct loader_request request;
    struct progress progress;
    _Atomic(struct loaded *) slot;
    _Atomic(const struct library *) keeping; /* the loop may have it, and must not free it */
    _Atomic bool saving, over;
    atomic_int readings; /* under way, or what came of them is not taken yet */
    int pipe_ends[2];
    pthread_t thread;
    bool busy, threaded;
};

int64_t loader_clock(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

struct loader *loader_open(void)
{
    struct loader *loader = memory_get(sizeof *loader);
    if (pipe2(loader->pipe_ends, O_NONBLOCK | O_CLOEXEC) != 0)
        loader->pipe_ends[0] = loader->pipe_ends[1] = -1;
    return loader;
}

/* What ENTER needs while the folder is surveyed. */
struct entering {
    struct watch *watch;
    struct loaded *loaded;
};

static void enter(void *context, const char *folder)
{
    struct entering *entering = context;
    entering->loaded->folders++;
    if (entering->watch && !watch_folder(entering->watch, folder))
        entering->loaded->unwatched++;
}

/* Where it is known which files have changed, only those are looked at. */
static bool renew_survey(const struct loader_request *request, const struct load_request *load,
                         struct loaded *out)
{
    const struct watch_files *files = &request->files;
    if (files->more || !files->len || request->anyway || !request->seen || !load->before)
        return false;
    out->survey = survey_renew(request->seen, load->path, files->at, files->len);
    return out->survey != NULL;
}

/* Reads the folder as LOAD says. */
static void read_all(struct loader *loader, const struct load_request *load, struct loaded *out)
{
    const struct loader_request *request = &loader->request;
    struct entering entering = {request->watch, out};
    struct survey_request survey = {.path = load->path,
                                    .before = request->seen,
                                    .enter = enter,
                                    .context = &entering,
                                    .progress = &loader->progress};
    int64_t began = loader_clock();
    atomic_store(&loader->progress.articles, 0);
    atomic_store(&loader->progress.articles_total, 0);
    atomic_store(&loader->progress.bytes, 0);
    bool few = renew_survey(request, load, out);
    if (!few)
        out->survey = survey_make(&survey);
    if (out->survey->there && out->survey->same && !request->anyway)
        return;
    struct load_request what = *load;
    what.changed = request->files.at;
    what.changed_count = few ? request->files.len : 0;
    out->library = library_load(&what, &loader->progress, &out->error);
    /* where the wish to stop came too late, all is there */
    out->stopped = !out->library && progress_is_cancelled(&loader->progress);
    if (out->library && load->before) {
        out->before = load->before;
        difference_find(out->survey->arena, &load->before->corpus, &out->library->corpus,
                        &out->difference);
    }
    if (out->library) {
        out->notebook = notebook_open(out->library, &request->notes);
        verdicts_judge(out->notebook, out->library);
    }
    out->took = loader_clock() - began;
}

static void wake(const struct loader *loader)
{
    ssize_t written = write(loader->pipe_ends[1], "", 1);
    (void)written; /* a full pipe wakes the loop as well */
}

/* What came of a reading is in its owner's hands, or nobody's. */
static void end_reading(struct loader *loader, const struct loaded *loaded)
{
    if (!loaded->early)
        atomic_fetch_sub(&loader->readings, 1);
}

/* LOADED changes hands. */
static void put(struct loader *loader, const struct loaded *loaded)
{
    struct loaded *copy = memory_get(sizeof *copy);
    *copy = *loaded;
    struct loaded *old = atomic_exchange(&loader->slot, copy);
    if (old) {
        end_reading(loader, old);
        loaded_free(old);
    }
    free(old);
    wake(loader);
}

/* What was kept is shown at once, and only what is otherwise is read. */
static void give_early(struct loader *loader, struct load_request *load)
{
    struct loaded early = {.early = true, .library = library_kept(load->path)};
    if (!early.library)
        return;
    load->before = early.library;
    early.notebook = notebook_open(early.library, &loader->request.notes);
    put(loader, &early);
}

/* Reads, gives what was read, and keeps it; what was given, for as long as it is kept. */
static const struct library *read_and_keep(struct loader *loader, const struct load_request *load)
{
    struct loaded loaded = {0};
    read_all(loader, load, &loaded);
    const struct library *library = load->no_cache ? NULL : loaded.library;
    atomic_store(&loader->keeping, library);
    atomic_store(&loader->saving, library != NULL);
    put(loader, &loaded);
    if (library) {
        index_order(&library->corpus);
        library_keep(library, NULL); /* a cache that can't be written is none */
    }
    atomic_store(&loader->saving, false);
    return library;
}

/* Whether what was kept is as it was written is known only when all of it was read, which may be
 * after it was long in use. */
static bool must_read_anew(const struct loader *loader, const struct load_request *load,
                           const struct library *library)
{
    struct kept dropped;
    if (!loader->request.first || !load->before || !library ||
        progress_is_cancelled(&loader->progress) || library_is_sound(library))
        return false;
    library_kept_files(load->path, true, &dropped);
    return true;
}

static void *run(void *context)
{
    struct loader *loader = context;
    struct load_request load = loader->request.load;
    if (loader->request.first && !load.no_cache)
        give_early(loader, &load);
    const struct library *library = read_and_keep(loader, &load);
    if (must_read_anew(loader, &load, library)) {
        load.before = NULL;
        atomic_fetch_add(&loader->readings, 1);
        read_and_keep(loader, &load);
    }
    atomic_store(&loader->keeping, NULL);
    atomic_store(&loader->over, true);
    wake(loader);
    return NULL;
}

void loader_begin(struct loader *loader, const struct loader_request *request)
{
    sigset_t all, before;
    loader->request = *request;
    atomic_store(&loader->progress.cancel, false);
    atomic_store(&loader->readings, 1);
    atomic_store(&loader->over, false);
    loader->busy = true;
    sigfillset(&all); /* signals are the loop's to take */
    pthread_sigmask(SIG_SETMASK, &all, &before);
    loader->threaded = pthread_create(&loader->thread, NULL, run, loader) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (!loader->threaded)
        run(loader);
}

bool loader_is_busy(const struct loader *loader)
{
    return loader->busy;
}

int loader_fd(const struct loader *loader)
{
    return loader->pipe_ends[0];
}

struct progress *loader_progress(struct loader *loader)
{
    return &loader->progress;
}

bool loader_is_reading(const struct loader *loader)
{
    return loader->busy && atomic_load(&loader->readings) > 0;
}

static void drain(const struct loader *loader)
{
    char bytes[16];
    while (read(loader->pipe_ends[0], bytes, sizeof bytes) > 0)
        continue;
}

bool loader_take(struct loader *loader, struct loaded *out)
{
    if (!loader->busy)
        return false;
    drain(loader);
    bool over = atomic_load(&loader->over); /* then nothing more comes into the slot */
    struct loaded *loaded = atomic_exchange(&loader->slot, NULL);
    if (over && loader->threaded)
        pthread_join(loader->thread, NULL);
    loader->busy = !over;
    if (over) {
        arena_free(loader->request.files.arena);
        loader->request.files.arena = NULL;
    }
    if (loaded) {
        end_reading(loader, loaded);
        *out = *loaded;
    }
    free(loaded);
    return loaded != NULL;
}

void loaded_free(struct loaded *loaded)
{
    if (loaded->notebook)
        notebook_close(loaded->notebook);
    library_free(loaded->library);
    survey_free(loaded->survey);
    *loaded = (struct loaded){0};
}

/* Sleeps till the thread has something to tell. */
static void sleep_a_while(const struct loader *loader)
{
    poll(&(struct pollfd){loader->pipe_ends[0], POLLIN, 0}, 1, PATIENCE);
    drain(loader);
}

bool loader_is_keeping(const struct loader *loader, const struct library *library)
{
    return library && atomic_load(&loader->keeping) == library;
}

void loader_let_go(struct loader *loader, const struct library *library)
{
    while (loader_is_keeping(loader, library))
        sleep_a_while(loader);
    wake(loader); /* for what was not taken */
}

/* What is in the slot may still be kept, and what it is made from be looked at. */
static void throw_away(struct loader *loader)
{
    struct loaded loaded;
    while (loader->busy && !atomic_load(&loader->over))
        sleep_a_while(loader);
    if (loader_take(loader, &loaded))
        loaded_free(&loaded);
}

bool loader_give_up(struct loader *loader)
{
    if (!loader_is_reading(loader)) /* what is being kept is the loop's already */
        return false;
    progress_cancel(&loader->progress);
    throw_away(loader);
    return true;
}

bool loader_close(struct loader *loader)
{
    int64_t began = loader_clock();
    progress_cancel(&loader->progress);
    while (loader->busy && !atomic_load(&loader->over) &&
           (atomic_load(&loader->saving) || loader_clock() - began < PATIENCE))
        sleep_a_while(loader);
    if (loader->busy && !atomic_load(&loader->over)) {
        pthread_detach(loader->thread);
        return false;
    }
    throw_away(loader);
    close(loader->pipe_ends[0]);
    close(loader->pipe_ends[1]);
    free(loader);
    return true;
}
