/* SPDX-License-Identifier: ISC */
/* The text lies in a folder that only the user can enter, for as long as the editor runs; longer
 * only where what was written in it could not be taken back. */
#include "editor.h"

#include "dossier/base/arena.h"
#include "dossier/base/file.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define LARGEST ((size_t)1 << 20) /* bytes of a note that are read back */

static const char *command_of(struct arena *arena, struct str command)
{
    static const char *const variables[] = {"VISUAL", "EDITOR"};
    if (command.len)
        return arena_chars(arena, command);
    for (size_t i = 0; i < 2; i++) {
        const char *value = getenv(variables[i]);
        if (value && *value)
            return value;
    }
    return "vi";
}

/* The command is the shell's to read, for it may have options of its own; the file's name is not.
 */
static bool run(const char *command, const char *file, struct arena *arena, struct error *error)
{
    const char *line = arena_printf(arena, "%s \"$1\"", command).at;
    struct sigaction ignore = {.sa_handler = SIG_IGN}, interrupt, quit;
    sigaction(SIGINT, &ignore, &interrupt);
    sigaction(SIGQUIT, &ignore, &quit);
    pid_t child = fork();
    if (child == 0) {
        signal(SIGINT, SIG_DFL);
        signal(SIGQUIT, SIG_DFL);
        signal(SIGTSTP, SIG_DFL);
        signal(SIGPIPE, SIG_DFL);
        execl("/bin/sh", "sh", "-c", line, "sh", file, (char *)NULL);
        _exit(127);
    }
    int status = 0;
    while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    sigaction(SIGINT, &interrupt, NULL);
    sigaction(SIGQUIT, &quit, NULL);
    if (child < 0)
        return error_set(error, "%s can't be started: %s", command, strerror(errno));
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return true;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
        return error_set(error, "%s can't be started; $EDITOR or :set editor names another",
                         command);
    return error_set(error, "%s failed, so the note is as it was", command);
}

/* FILE holds other words than TEXT, or nobody can tell. */
static bool is_changed(const char *file, struct str text)
{
    struct buf now = {0};
    bool same = !file_exists(file) ||
                (file_read(file, LARGEST, &now, NULL) && str_eq(buf_view(&now), text));
    buf_free(&now);
    return !same;
}

static bool edit_file(const char *command, const char *file, struct str text, struct arena *arena,
                      struct buf *out, struct error *error)
{
    struct error reason = {0};
    if (!file_create(file, text, 0600, error))
        return false;
    bool ok = run(command, file, arena, &reason) && file_read(file, LARGEST, out, &reason);
    if (!ok) {
        buf_clear(out);
        bool changed = is_changed(file, text);
        error_set(error, "%.400s%s%s", reason.text, changed ? "; what you wrote is in " : "",
                  changed ? file : "");
    }
    while (out->len && out->at[out->len - 1] == '\n')
        buf_splice(out, out->len - 1, out->len, STR(""));
    return ok;
}

bool editor_run(struct str command, struct str text, struct buf *out, struct error *error)
{
    struct arena *arena = arena_new();
    const char *above = getenv("XDG_RUNTIME_DIR");
    if (!above || above[0] != '/' || access(above, W_OK) != 0)
        above = getenv("TMPDIR");
    if (!above || above[0] != '/')
        above = "/tmp";
    struct str folder = arena_printf(arena, "%s/dossier-XXXXXX", above);
    char *made = mkdtemp((char *)folder.at);
    bool ok;
    if (made) {
        const char *file = path_join(arena, made, "note.md");
        ok = edit_file(command_of(arena, command), file, text, arena, out, error);
        if (ok || !is_changed(file, text))
            unlink(file);
        rmdir(made); /* fails where words are left in it */
    } else {
        ok = error_set(error, "%s: no folder for the note can be made here: %s", above,
                       strerror(errno));
    }
    arena_free(arena);
    return ok;
}
