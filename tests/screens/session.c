/* SPDX-License-Identifier: ISC */
#include "session.h"

#include "../../src/app/remember.h"

#include "dossier/base/file.h"
#include "dossier/draw/draw.h"

#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOW "2026-11-21T10:00:00Z"

static struct buf *clipboard;

static bool copy_file(const char *from, const char *to, struct error *error)
{
    struct buf bytes = {0};
    bool ok = file_read(from, (size_t)1 << 30, &bytes, error) &&
              file_create(to, buf_view(&bytes), 0644, error);
    buf_free(&bytes);
    return ok;
}

static bool copy_folder(const char *from, const char *to, struct error *error)
{
    struct arena *arena = arena_new();
    bool ok = file_make_folder(to, 0755, error);
    DIR *folder = ok ? opendir(from) : NULL;
    if (ok && !folder)
        ok = error_set(error, "%s: %s", from, strerror(errno));
    for (struct dirent *entry; ok && (entry = readdir(folder));) {
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
            continue;
        const char *source = path_join(arena, from, entry->d_name);
        const char *target = path_join(arena, to, entry->d_name);
        ok = file_is_folder(source) ? copy_folder(source, target, error)
                                    : copy_file(source, target, error);
    }
    if (folder)
        closedir(folder);
    arena_free(arena);
    return ok;
}

static void set_surroundings(const char *folder)
{
    static const char *const names[] = {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
                                        "XDG_STATE_HOME", "XDG_CACHE_HOME"};
    struct arena *arena = arena_new();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        setenv(names[i], path_join(arena, folder, names[i]), 1);
    setenv("USER", "tester", 1);
    setenv("LOGNAME", "tester", 1);
    setenv("EDITOR", "false", 1);
    unsetenv("VISUAL");
    unsetenv("COLORFGBG");
    unsetenv("NO_COLOR");
    arena_free(arena);
}

/* The writer of the notes, whoever runs the tests. */
static bool write_config(const char *folder, struct error *error)
{
    struct arena *arena = arena_new();
    const char *config = path_join(arena, folder, "XDG_CONFIG_HOME/dossier");
    bool ok =
        file_make_folder(config, 0755, error) &&
        file_create(path_join(arena, config, "config.yaml"), STR("writer: tester\n"), 0644, error);
    arena_free(arena);
    return ok;
}

bool session_begin(struct session *session, const char *source, struct error *error)
{
    *session = (struct session){.width = 80, .height = 24};
    snprintf(session->folder, sizeof session->folder, "/tmp/dossier-screens-XXXXXX");
    if (!mkdtemp(session->folder) || chdir(session->folder) != 0)
        return error_set(error, "%s: %s", session->folder, strerror(errno));
    set_surroundings(session->folder);
    if (!write_config(session->folder, error))
        return false;
    return source ? copy_folder(source, "dossier", error)
                  : file_make_folder("dossier", 0755, error);
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *walk)
{
    (void)st;
    (void)kind;
    (void)walk;
    return remove(path);
}

void session_end(struct session *session)
{
    session_stop(session);
    cells_free(&session->cells);
    buf_free(&session->copied);
    if (chdir("/") == 0)
        nftw(session->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static bool copy(struct str text)
{
    buf_clear(clipboard);
    buf_str(clipboard, text);
    return true;
}

static void feed(struct session *session, struct event event)
{
    int64_t now;
    moment_parse(STR(NOW), &now);
    world_feed(&session->world, &(struct event){.kind = EVENT_TIME, .now = now});
    world_feed(&session->world, &event);
}

bool session_start(struct session *session, const char *file, struct error *error)
{
    struct tui_request request = {.path = file ? file : "dossier"};
    if (session->running)
        return true;
    if (!world_open(&session->world, &request, error))
        return false;
    clipboard = &session->copied;
    session->world.terminal.copy = copy;
    world_start(&session->world, &session->state);
    session->running = true;
    session_size(session, session->width, session->height);
    return true;
}

void session_stop(struct session *session)
{
    struct error error;
    if (!session->running)
        return;
    if (!remember_save(&session->world, &session->state, &error))
        fprintf(stderr, "%s\n", error.text);
    state_end(&session->state);
    world_close(&session->world);
    session->running = false;
}

void session_key(struct session *session, key k)
{
    feed(session, (struct event){.kind = EVENT_KEY, .key = k});
    world_finish(&session->world);
}

void session_size(struct session *session, int width, int height)
{
    session->width = width;
    session->height = height;
    if (session->running)
        feed(session, (struct event){.kind = EVENT_RESIZE, .width = width, .height = height});
}

void session_draw(struct session *session)
{
    draw(&session->cells, &session->state);
}
