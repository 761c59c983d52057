/* SPDX-License-Identifier: ISC */
/* Where the program starts: a verb runs and prints; without one the reader opens, or, where nobody
 * could read on a screen, the articles are listed. */
#include "dossier/app/tui.h"
#include "dossier/base/buf.h"
#include "dossier/text/safe.h"
#include "dossier/verb/arguments.h"
#include "dossier/verb/help.h"
#include "dossier/verb/output.h"
#include "dossier/verb/run.h"
#include "dossier/verb/verbs.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static enum status refuse(const struct error *error)
{
    struct buf line = {0};
    buf_chars(&line, "dossier: ");
    safe_line(&line, str_of(error->text));
    fprintf(stderr, "%s\n", line.at);
    buf_free(&line);
    return STATUS_FAILED;
}

static enum status help(const struct verb *verb)
{
    if (verb)
        help_verb(stdout, verb);
    else
        help_program(stdout);
    return output_end(STATUS_DONE);
}

static enum status run(struct arena *arena, int count, char **words)
{
    struct arguments arguments;
    struct error error;
    if (!arguments_read(arena, verbs, count, words, &arguments, &error))
        return refuse(&error);
    if (arguments.help)
        return help(arguments.verb);
    if (arguments.version) {
        puts("dossier " DOSSIER_VERSION);
        return output_end(STATUS_DONE);
    }
    if (arguments.verb)
        return output_end(run_verb(arena, arguments.verb, &arguments));
    if (!isatty(STDOUT_FILENO))
        return output_end(run_verb(arena, verbs[0], &arguments));
    return (enum status)tui_run(&(struct tui_request){
        .path = arguments.path,
        .notes_folder = arguments.notes,
        .no_cache = arguments.no_cache,
    });
}

/* Were one of the three standard files closed, the next file opened would take its place, and
 * messages could go into a user's notes. Opened the wrong way round, it still answers with an
 * error. */
static void hold_standard_files(void)
{
    for (int fd = 0; fd <= STDERR_FILENO; fd++) {
        if (fcntl(fd, F_GETFD) < 0 &&
            open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0)
            return;
    }
}

int main(int argc, char **argv)
{
    hold_standard_files();
    /* only what characters are; the program's own words and dates are the same everywhere */
    setlocale(LC_CTYPE, "");
    /* a reader that goes away, and a limit on file sizes, are errors of write, not the end */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    struct arena *arena = arena_new();
    enum status status = run(arena, argc > 0 ? argc - 1 : 0, argv + (argc > 0));
    arena_free(arena);
    return (int)status;
}
