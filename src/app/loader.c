/* SPDX-License-Identifier: ISC */
/* A thread lives as long as a load. It writes to nothing that the loop can see: what it makes is
 * new, and changes hands through the slot, in which there is room for one. */
#include "loader.h"

#include "dossier/base/heap.h"
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
    const struct watch *watch;
    struct loaded *loaded;
};

static void enter(void *context, const char *folder)
{
    struct entering *entering = context;
    entering->loaded->folders++;
    if (entering->watch && !watch_folder(entering->watch, folder))
        entering->loaded->unwatched++;
}

static void read_all(const struct loader_request *request, struct progress *progress,
                     struct loaded *out)
{
    struct entering entering = {request->watch, out};
    struct survey_request survey = {.path = request->load.path,
                                    .before = request->seen,
                                    .enter = enter,
                                    .context = &entering,
                                    .progress = progress};
    out->survey = survey_make(&survey);
    if (out->survey->there && out->survey->same && !request->anyway)
        return;
    out->library = library_load(&request->load, progress, &out->error);
    /* where the wish to stop came too late, all is there */
    out->stopped = !out->library && progress_is_cancelled(progress);
    if (out->library && request->load.before)
        difference_find(out->survey->arena, &request->load.before->corpus, &out->library->corpus,
                        &out->difference);
    if (out->library) {
        out->notebook = notebook_open(out->library, &request->notes);
        verdicts_judge(out->notebook, out->library);
    }
}

static void *run(void *context)
{
    struct loader *loader = context;
    struct loaded *loaded = memory_get(sizeof *loaded);
    int64_t began = loader_clock();
    read_all(&loader->request, &loader->progress, loaded);
    loaded->took = loader_clock() - began;
    atomic_store(&loader->slot, loaded);
    ssize_t written = write(loader->pipe_ends[1], "", 1);
    (void)written; /* a full pipe wakes the loop as well */
    return NULL;
}

void loader_begin(struct loader *loader, const struct loader_request *request)
{
    sigset_t all, before;
    loader->request = *request;
    atomic_store(&loader->progress.articles, 0);
    atomic_store(&loader->progress.articles_total, 0);
    atomic_store(&loader->progress.bytes, 0);
    atomic_store(&loader->progress.cancel, false);
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

bool loader_take(struct loader *loader, struct loaded *out)
{
    char bytes[16];
    if (!loader->busy)
        return false;
    while (read(loader->pipe_ends[0], bytes, sizeof bytes) > 0)
        continue;
    struct loaded *loaded = atomic_exchange(&loader->slot, NULL);
    if (!loaded)
        return false;
    if (loader->threaded)
        pthread_join(loader->thread, NULL);
    loader->busy = false;
    *out = *loaded;
    free(loaded);
    return true;
}

void loaded_free(struct loaded *loaded)
{
    if (loaded->notebook)
        notebook_close(loaded->notebook);
    library_free(loaded->library);
    survey_free(loaded->survey);
    *loaded = (struct loaded){0};
}

/* Waits so many milliseconds for the end of what is cancelled; for ever where that is negative. */
static void cancel(struct loader *loader, int64_t milliseconds)
{
    struct loaded loaded = {0};
    int64_t began = loader_clock();
    progress_cancel(&loader->progress);
    while (loader->busy && !loader_take(loader, &loaded) &&
           (milliseconds < 0 || loader_clock() - began < milliseconds))
        poll(&(struct pollfd){loader->pipe_ends[0], POLLIN, 0}, 1, PATIENCE);
    loaded_free(&loaded);
}

void loader_give_up(struct loader *loader)
{
    cancel(loader, -1);
}

bool loader_close(struct loader *loader)
{
    cancel(loader, PATIENCE);
    if (loader->busy) {
        pthread_detach(loader->thread);
        return false;
    }
    close(loader->pipe_ends[0]);
    close(loader->pipe_ends[1]);
    free(loader);
    return true;
}
