/* SPDX-License-Identifier: ISC */
/* Files to segments, on all cores. Each worker takes some files at a time, next to each other by
 * path, so that none waits for another, and each of its segments stands in order of path. */
#include "loading.h"

#include "article_file.h"
#include "siblings.h"

#include "dossier/base/memory.h"
#include "dossier/base/parallel.h"

#include <stdlib.h>

#define AT_A_TIME 128 /* files */

/* What one worker makes. */
struct worker {
    struct arena *scratch; /* of one article */
    struct nearby nearby;  /* the file that was read last */
    struct segment_maker *maker;
    struct problems problems;
    struct {
        struct segment **at;
        size_t len, cap;
    } segments;
};

struct reading {
    const struct loading *loading;
    const struct walk *files;
    struct worker *workers;
    atomic_size_t next;
};

static void end_segment(struct worker *worker)
{
    *vec_add(worker->problems.arena, &worker->segments) = segment_end(worker->maker);
    worker->maker = NULL;
}

static void read_file(const struct reading *reading, struct worker *worker,
                      const struct walked *file)
{
    struct article article;
    struct file_look look = {0};
    arena_clear(worker->scratch);
    if (worker->maker && segment_is_full(worker->maker))
        end_segment(worker);
    if (!worker->maker)
        worker->maker = segment_begin();
    if (article_file_read(worker->scratch, file, &worker->nearby, worker->maker, &article, &look,
                          &worker->problems)) {
        loading_finish(reading->loading, worker->scratch, &article, &worker->problems);
        segment_add(worker->maker, &article, &look);
    }
    progress_add(reading->loading->progress, (uint64_t)look.size);
}

static void work(void *context, unsigned nth)
{
    struct reading *reading = context;
    struct worker *worker = &reading->workers[nth];
    size_t from, count = reading->files->len;
    worker->scratch = arena_new();
    while ((from = atomic_fetch_add(&reading->next, AT_A_TIME)) < count) {
        size_t to = count - from < AT_A_TIME ? count : from + AT_A_TIME;
        for (size_t i = from; i < to; i++) {
            if (progress_is_cancelled(reading->loading->progress))
                break;
            read_file(reading, worker, &reading->files->at[i]);
        }
    }
    if (worker->maker)
        end_segment(worker);
    nearby_close(&worker->nearby);
    arena_free(worker->scratch);
}

static void hand_over(struct worker *worker, struct library *library)
{
    for (size_t i = 0; i < worker->segments.len; i++)
        library_take(library, worker->segments.at[i]);
    for (size_t i = 0; i < worker->problems.len; i++)
        problem_copy(&library->problems, &worker->problems.at[i]);
    arena_free(worker->problems.arena);
}

void loading_read(struct loading *loading, const struct walk *files, const struct corpus *before)
{
    size_t taken = loading->library->corpus.part_count;
    unsigned workers = parallel_workers();
    if (workers > files->len / AT_A_TIME + 1)
        workers = (unsigned)(files->len / AT_A_TIME + 1);
    struct reading reading = {.loading = loading, .files = files};
    reading.workers = memory_get(workers * sizeof *reading.workers);
    for (unsigned i = 0; i < workers; i++)
        reading.workers[i].problems.arena = arena_new();
    progress_total(loading->progress, files->len);
    parallel_run(workers, work, &reading);
    for (unsigned i = 0; i < workers; i++)
        hand_over(&reading.workers[i], loading->library);
    free(reading.workers);
    siblings_settle(loading->library, before, taken);
}
