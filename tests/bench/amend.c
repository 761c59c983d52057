/* SPDX-License-Identifier: ISC */
/* How long it takes from Enter on a new alias to all of its mentions on the screen, and from `u` to
 * the screen as it was: tags.yaml written and read again, all mentions found, the thread walked
 * anew. On a folder as make_corpus makes it, with tags.yaml among its articles; the file is as it
 * was before afterwards.
 *
 * usage: bench_amend FOLDER WORDS ACTOR [ROUNDS] */
#include "dossier/app/world.h"
#include "dossier/base/memory.h"
#include "dossier/draw/draw.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static struct world world;
static struct state state;
static struct cells cells;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double press(key k)
{
    double start = now();
    world_feed(&world, &(struct event){.kind = EVENT_KEY, .key = k});
    draw(&cells, &state);
    return now() - start;
}

static void type(const char *words)
{
    while (*words)
        press((key)*words++);
}

static void settle(void)
{
    while (world_go_on(&world))
        ;
}

static void amend(const char *words, const char *actor)
{
    struct buf command = {0};
    type("@");
    type(actor);
    press(KEY_RETURN);
    settle();
    size_t before = state.thread.len;
    buf_printf(&command, ":alias \"%s\" %s", words, actor);
    type(command.at);
    settle();
    double took = press(KEY_RETURN);
    settle();
    size_t after = state.thread.len;
    printf("%zu to %zu places: %.1f ms", before, after, took);
    took = press('u');
    settle();
    printf(", taken back %.1f ms, %zu places\n", took, state.thread.len);
    buf_free(&command);
}

int main(int count, char **words)
{
    struct error error;
    if (count < 4) {
        fputs("usage: bench_amend FOLDER WORDS ACTOR [ROUNDS]\n", stderr);
        return 2;
    }
    struct tui_request request = {.path = words[1]};
    if (!world_open(&world, &request, &error)) {
        fprintf(stderr, "%s\n", error.text);
        return 2;
    }
    world_start(&world, &state);
    world_feed(&world, &(struct event){.kind = EVENT_RESIZE, .width = 120, .height = 40});
    printf("%zu articles\n", state.library->corpus.len);
    for (int round = count > 4 ? atoi(words[4]) : 3; round > 0; round--)
        amend(words[2], words[3]);
    cells_free(&cells);
    state_end(&state);
    world_close(&world);
    return 0;
}
