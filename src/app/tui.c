/* SPDX-License-Identifier: ISC */
/* The loop: wait for input, feed all that has come to the state, draw once, show what changed. The
 * state is never drawn in between, so a burst of keys costs one screen. */
#include "dossier/app/tui.h"

#include "drafts.h"
#include "dress.h"
#include "linear.h"
#include "live.h"
#include "loader.h"
#include "remember.h"

#include "dossier/app/world.h"
#include "dossier/base/file.h"
#include "dossier/draw/draw.h"
#include "dossier/term/term.h"
#include "dossier/text/safe.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define REST 1000    /* milliseconds without a key after which what was typed is kept */
#define KEEP_EVERY 5 /* seconds of typing on */
#define LINGER 30    /* milliseconds in which a small folder is read before the first screen */

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
    world_feed(world, &(struct event){.kind = EVENT_TIME, .now = (int64_t)time(NULL)});
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
 * that whatever ends the program takes a few words at most. */
static void keep_in_time(struct world *world, int64_t typed_at)
{
    int64_t since = (int64_t)time(NULL) - world->kept_at;
    if (remember_is_behind(world) &&
        (since >= KEEP_EVERY || since < 0 || loader_clock() - typed_at >= REST))
        keep_typed(world);
}

/* Till when the loop may sleep if no key comes: -1, for ever. */
static int patience(const struct world *world, int64_t typed_at)
{
    int wait = state_has_work(world->state) ? 0 : live_wait(world);
    if (!remember_is_behind(world))
        return wait;
    int64_t rest = typed_at + REST - loader_clock();
    int keep = rest > 0 ? (int)rest : 0;
    return wait >= 0 && wait < keep ? wait : keep;
}

static void loop(struct world *world)
{
    struct cells cells = {0};
    struct event event = {.kind = EVENT_RESIZE};
    int64_t typed_at = loader_clock();
    bool pasted = false, came = true;
    term_size(&event.width, &event.height);
    while (!term_ended()) {
        for (; came && !world->quit; came = term_next(0, &event, &pasted)) {
            feed(world, &event, pasted);
            typed_at = loader_clock();
        }
        live_turn(world);
        keep_in_time(world, typed_at);
        if (world->quit)
            break;
        draw(&cells, world->state);
        term_show(&cells);
        came = term_next(patience(world, typed_at), &event, &pasted);
        if (!came) /* what goes on between keys does when no key waits */
            world_go_on(world);
    }
    cells_free(&cells);
}

static int read_on_screen(struct world *world, struct error *error)
{
    int fds[LIVE_FDS];
    struct term_request request = {dress.term, strcmp(world->request.path, "-") == 0};
    if (!term_open(&request, error))
        return 2;
    world->terminal = (struct world_terminal){.leave = term_leave,
                                              .come_back = term_return,
                                              .suspend = term_suspend,
                                              .redraw = term_redraw,
                                              .copy = term_copy,
                                              .options = change_options};
    term_heed(fds, live_fds(world, fds));
    live_linger(world, LINGER);
    loop(world);
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

/* A folder is read beside the loop, so that there is a screen at once. */
static bool open_world(struct world *world, const struct tui_request *request, struct error *error)
{
    bool folder = strcmp(request->path, "-") != 0 && file_is_folder(request->path);
    return folder ? world_open_blank(world, request, error) : world_open(world, request, error);
}

static void close_world(struct world *world, struct state *state, int status)
{
    /* a thread that does not end at once still reads what would be freed here */
    if (!live_end(world)) {
        fflush(NULL);
        _exit(status);
    }
    state_end(state);
    world_close(world);
    dress_free(&dress);
}

int tui_run(const struct tui_request *request)
{
    struct world world;
    struct state state;
    struct error error = {0};
    bool unicode = term_locale();
    if (!open_world(&world, request, &error))
        return refuse(&error);
    world_start(&world, &state);
    state.ascii = !unicode;
    dress_make(&dress, &state.options);
    if (strcmp(request->path, "-") != 0)
        live_start(&world);
    int status = term_is_dumb() ? linear_run(&world, &state) : read_on_screen(&world, &error);
    if (status != 0)
        refuse(&error);
    else if (!remember_save(&world, &state, &error))
        tell_not_kept(&world, &error);
    close_world(&world, &state, status);
    return status;
}
