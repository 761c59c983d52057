/* SPDX-License-Identifier: ISC */
/* The loop: wait for input, feed all that has come to the state, draw once, show what changed. The
 * state is never drawn in between, so a burst of keys costs one screen. */
#include "dossier/app/tui.h"

#include "drafts.h"
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

#define REST 1000       /* milliseconds without a key after which what was typed is kept */
#define KEEP_EVERY 5    /* seconds of typing on */
#define REFRESH_AFTER 3 /* seconds of rest, in which others may have changed notes */

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
    if (pasted && !take_pasted(world->state, event)) {
        struct str sentence = STR("what is pasted goes into a line or a note that is being typed");
        world_feed(world, &(struct event){.kind = EVENT_SAID, .sentence = sentence});
        return;
    }
    int64_t now = (int64_t)time(NULL);
    if (now - world->refreshed_at >= REFRESH_AFTER || now < world->refreshed_at)
        world_refresh(world);
    world->refreshed_at = now;
    world_feed(world, &(struct event){.kind = EVENT_TIME, .now = now});
    world_feed(world, event);
}

/* Keeps what is typed, and says so once in a while where it can't. */
static void keep_typed(struct world *world)
{
    struct error error;
    struct buf sentence = {0};
    if (remember_save(world, world->state, &error))
        return;
    buf_printf(&sentence, "what you type is not on the disk yet: %s", error.text);
    world_feed(world, &(struct event){.kind = EVENT_SAID, .sentence = buf_view(&sentence)});
    buf_free(&sentence);
}

/* A note in the making is kept when the typing rests, and every few seconds where it does not, so
 * that whatever ends the program takes a few words at most. What goes on between keys does when no
 * key waits. False at the end; *RESTED: nothing came, but time passed. */
static bool next(struct world *world, struct event *event, bool *pasted, bool *rested)
{
    bool behind = remember_is_behind(world);
    int64_t since = (int64_t)time(NULL) - world->kept_at;
    *rested = false;
    if (behind && (since >= KEEP_EVERY || since < 0))
        keep_typed(world);
    bool goes_on = state_has_work(world->state);
    if (term_next(goes_on ? 0 : behind ? REST : -1, event, pasted))
        return true;
    *rested = (behind || goes_on) && !term_ended();
    if (*rested && !world_go_on(world))
        keep_typed(world);
    return *rested;
}

static void loop(struct world *world, struct state *state)
{
    struct cells cells = {0};
    struct event event = {.kind = EVENT_RESIZE};
    bool pasted = false, rested = false;
    term_size(&event.width, &event.height);
    do {
        if (!rested)
            feed(world, &event, pasted);
        while (!world->quit && term_next(0, &event, &pasted))
            feed(world, &event, pasted);
        draw(&cells, state);
        term_show(&cells);
    } while (!world->quit && next(world, &event, &pasted, &rested));
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

/* The last chance for words that are nowhere else. */
static void tell_not_kept(const struct world *world, const struct error *error)
{
    struct arena *arena = arena_new();
    struct drafts drafts = {0};
    struct buf lines = {0};
    buf_chars(&lines, "dossier: what was read and seen is not kept: ");
    safe_line(&lines, str_of(error->text));
    drafts_of(arena, world->state, &drafts);
    for (size_t i = 0; i < drafts.len; i++) {
        buf_chars(&lines, "\nan unfinished note on ");
        safe_line(&lines, drafts.at[i].path.len ? drafts.at[i].path : drafts.at[i].about);
        buf_chars(&lines, ":\n");
        safe_lines(&lines, drafts.at[i].text);
    }
    fprintf(stderr, "%s\n", lines.at);
    buf_free(&lines);
    arena_free(arena);
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
        tell_not_kept(&world, &error);
    state_end(&state);
    world_close(&world);
    dress_free(&dress);
    return status;
}
