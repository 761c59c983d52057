/* SPDX-License-Identifier: ISC */
/* The loop: wait for input, feed all that has come to the state, draw once, show what changed. The
 * state is never drawn in between, so a burst of keys costs one screen. */
#include "dossier/app/tui.h"

#include "dress.h"
#include "linear.h"
#include "remember.h"

#include "dossier/app/world.h"
#include "dossier/draw/draw.h"
#include "dossier/term/term.h"
#include "dossier/text/safe.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static struct dress dress;

static int refuse(const struct error *error)
{
    struct buf line = {0};
    safe_line(&line, str_of(error->text));
    fprintf(stderr, "dossier: %s\n", line.at ? line.at : "");
    buf_free(&line);
    return 2;
}

static void change_options(const struct options *options)
{
    dress_make(&dress, options);
    term_wear(&dress.term);
}

/* What was pasted is text where text is typed, and nothing elsewhere: it must not run as commands.
 */
static bool take_pasted(const struct state *state, struct event *event)
{
    unsigned context = state_context(state);
    if (event->kind != EVENT_KEY)
        return true;
    if (!(context & (CONTEXT_PROMPT | CONTEXT_EDITOR)))
        return false;
    bool line_end = event->key == KEY_RETURN && context == CONTEXT_EDITOR;
    if (!line_end && (event->key == KEY_RETURN || event->key == KEY_TAB))
        event->key = KEY_SPACE;
    return line_end || event->key >= KEY_SPACE;
}

static void feed(struct world *world, struct event *event, bool pasted)
{
    if (pasted && !take_pasted(world->state, event))
        return;
    world_feed(world, &(struct event){.kind = EVENT_TIME, .now = (int64_t)time(NULL)});
    world_feed(world, event);
}

static void loop(struct world *world, struct state *state)
{
    struct cells cells = {0};
    struct event event = {.kind = EVENT_RESIZE};
    bool pasted = false;
    term_size(&event.width, &event.height);
    do {
        feed(world, &event, pasted);
        while (!world->quit && term_next(0, &event, &pasted))
            feed(world, &event, pasted);
        draw(&cells, state);
        term_show(&cells);
    } while (!world->quit && term_next(-1, &event, &pasted));
    cells_free(&cells);
}

static int read_on_screen(struct world *world, struct state *state, struct error *error)
{
    struct term_request request = {dress.term, strcmp(world->request.path, "-") == 0};
    if (!term_open(&request, error))
        return 2;
    world->terminal = (struct world_terminal){.leave = term_leave,
                                              .come_back = term_return,
                                              .suspend = term_suspend,
                                              .redraw = term_redraw,
                                              .copy = term_copy,
                                              .options = change_options};
    loop(world, state);
    term_close();
    return 0;
}

int tui_run(const struct tui_request *request)
{
    struct world world;
    struct state state;
    struct error error = {0};
    bool unicode = term_locale();
    if (!world_open(&world, request, &error))
        return refuse(&error);
    world_start(&world, &state);
    state.ascii = !unicode;
    dress_make(&dress, &state.options);
    int status =
        term_is_dumb() ? linear_run(&world, &state) : read_on_screen(&world, &state, &error);
    if (status != 0)
        refuse(&error);
    else if (!remember_save(&world, &state, &error))
        fprintf(stderr, "dossier: what was read and seen is not kept: %s\n", error.text);
    state_end(&state);
    world_close(&world);
    dress_free(&dress);
    return status;
}
