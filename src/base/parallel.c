/* SPDX-License-Identifier: ISC */
#include "dossier/base/parallel.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

struct worker {
    pthread_t thread;
    void (*work)(void *context, unsigned nth);
    void *context;
    unsigned nth;
};

unsigned parallel_workers(void)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    return cores < 1 ? 1 : cores > PARALLEL_MOST ? PARALLEL_MOST : (unsigned)cores;
}

static void *run(void *context)
{
    struct worker *worker = context;
    worker->work(worker->context, worker->nth);
    return NULL;
}

void parallel_run(unsigned count, void (*work)(void *context, unsigned nth), void *context)
{
    struct worker workers[PARALLEL_MOST];
    sigset_t all, before;
    unsigned started = 1;
    if (count > PARALLEL_MOST)
        count = PARALLEL_MOST;
    /* signals are for the thread that waits for keys */
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    for (unsigned nth = 1; nth < count; nth++) {
        workers[nth] = (struct worker){.work = work, .context = context, .nth = nth};
        if (pthread_create(&workers[nth].thread, NULL, run, &workers[nth]) != 0)
            break;
        started++;
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    work(context, 0);
    for (unsigned nth = 1; nth < started; nth++)
        pthread_join(workers[nth].thread, NULL);
    for (unsigned nth = started; nth < count; nth++)
        work(context, nth);
}
