/* SPDX-License-Identifier: ISC */
/* What a key of a search costs while it is typed, in CPU time, and the picture drawn after it
 * apart; and how long till the search is whole. On a folder as make_corpus makes it.
 *
 * usage: search FOLDER | search MAKE_CORPUS ARTICLES */
#include "dossier/app/world.h"
#include "dossier/base/file.h"
#include "dossier/base/memory.h"
#include "dossier/draw/draw.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const double allowed = 16; /* ms a key, at 100,000 articles */

static struct world world;
static struct state state;
static struct cells cells;
static double drawing; /* ms since it was zeroed */

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double press(key k)
{
    double start = now();
    world_feed(&world, &(struct event){.kind = EVENT_KEY, .key = k});
    double took = now() - start;
    start = now();
    draw(&cells, &state);
    drawing += now() - start;
    return took;
}

/* Types QUERY, and lets it go on after the last key; then leaves it. */
static void measure(const char *query)
{
    double worst = 0, sum = 0, count = 0;
    press('/');
    drawing = 0;
    for (const char *k = query; *k; k++, count++) {
        double took = press((key)*k);
        worst = took > worst ? took : worst;
        sum += took;
    }
    double drawn = drawing / count, start = now();
    while (world_go_on(&world))
        ;
    double rest = now() - start;
    printf("%-24s %7.2f ms a key %7.2f the worst %7.2f to draw %8.1f till whole %6zu places%s\n",
           query, sum / count, worst, drawn, rest, state.thread.len,
           state.thread.cut ? ", and more" : "");
    press(KEY_ESCAPE);
}

static bool make(const char *program, const char *articles, const char *folder)
{
    pid_t child = fork();
    if (child == 0) {
        execl(program, program, folder, articles, (char *)NULL);
        _exit(127);
    }
    int status;
    return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

static int run(const char *folder)
{
    static const char *const queries[] = {"Groselwicz",           "the",       "of the",
                                          "Kalojksen Groselwicz", "k*",        "\"quoll of the\"",
                                          "the NOT of",           "/wicz\\b/", "after:2024 quoll"};
    struct error error;
    struct tui_request request = {.path = folder};
    if (!world_open(&world, &request, &error)) {
        fprintf(stderr, "%s\n", error.text);
        return 2;
    }
    world_start(&world, &state);
    world_feed(&world, &(struct event){.kind = EVENT_RESIZE, .width = 120, .height = 40});
    printf("%zu articles, %g ms a key allowed at 100,000\n", state.library->corpus.len, allowed);
    for (size_t i = 0; i < COUNT(queries); i++)
        measure(queries[i]);
    cells_free(&cells);
    state_end(&state);
    world_close(&world);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 2)
        return run(argv[1]);
    char folder[] = "/tmp/dossier-bench-XXXXXX";
    if (argc != 3 || !mkdtemp(folder) || !make(argv[1], argv[2], folder))
        return 2;
    struct arena *arena = arena_new();
    setenv("HOME", folder, 1);
    int status = run(path_join(arena, folder, "articles"));
    arena_free(arena);
    execlp("rm", "rm", "-rf", folder, (char *)NULL);
    return status;
}
