/* SPDX-License-Identifier: ISC */
/* What the screen costs in CPU time, on the sample dossier and a real (pseudo) terminal of 120×40:
 * from the start to the first screen, and for a key press, each kind of key by itself. The best of
 * several rounds is told: what is above it is the machine's noise. */
#include "../screens/session.h"

#include "dossier/base/memory.h"
#include "dossier/draw/draw.h"
#include "dossier/term/term.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { WIDTH = 120, HEIGHT = 40, ROUNDS = 5, PRESSES = 30 };

static const double first_allowed = 30, press_allowed = 1; /* ms */

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Makes a pseudo terminal our standard input and output; a child takes what is written to it. */
static pid_t open_terminal(void)
{
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0)
        return -1;
    int slave = open(ptsname(master), O_RDWR | O_NOCTTY);
    struct winsize size = {HEIGHT, WIDTH, 0, 0};
    ioctl(slave, TIOCSWINSZ, &size);
    pid_t child = fork();
    if (child == 0) {
        char bytes[65536];
        close(slave);
        while (read(master, bytes, sizeof bytes) > 0)
            continue;
        _exit(0);
    }
    dup2(slave, STDIN_FILENO);
    dup2(slave, STDOUT_FILENO);
    close(slave);
    close(master);
    return child;
}

static void show(struct session *session)
{
    session_draw(session);
    term_show(&session->cells);
}

static double first_screen(const char *seeds, struct session *session)
{
    struct error error;
    if (!session_begin(session, seeds, &error)) {
        fprintf(stderr, "%s\n", error.text);
        exit(2);
    }
    session->width = WIDTH;
    session->height = HEIGHT;
    double start = now();
    session_start(session, NULL, &error);
    show(session);
    return now() - start;
}

static double press(struct session *session, const char *keys)
{
    double start = now();
    for (int i = 0; i < PRESSES; i++) {
        for (const char *k = keys; *k; k++) {
            session_key(session, (key)*k);
            show(session);
        }
    }
    size_t count = 0;
    while (keys[count])
        count++;
    return (now() - start) / (double)(PRESSES * count);
}

static const struct {
    const char *name, *before, *keys;
} kinds[] = {
    {"j k (lines)", "", "jjjjkkkk"},
    {"Space b (pages)", "", "  bb"},
    {"n N (thread)", "@zelensk\r", "nnnnNNNN"},
    {"n N (search)", "/ukraine\r", "nnnnNNNN"},
    {"J K (articles)", "", "JJKK"},
    {"v V (selection)", "", "vvvV\033"},
    {"a, typing, ^C", "", "aword\003"},
    {"@, typing, Esc", "", "@zelensk\033"},
    {"C, j, q (whole cast)", "", "Cjjjq"},
    {"? j q (help)", "", "?jjq"},
};

int main(int argc, char **argv)
{
    struct theme theme;
    struct arena *arena = arena_new();
    struct problems problems = {.arena = arena};
    struct error error;
    double first = 1e9, best[COUNT(kinds)];
    static struct session session;
    if (argc < 2)
        return 2;
    setenv("TERM", "xterm-256color", 1);
    unsetenv("COLORTERM");
    FILE *out = fdopen(dup(STDOUT_FILENO), "w");
    char *seeds = realpath(argv[1], NULL);
    pid_t child = open_terminal();
    term_locale();
    theme_find(arena, STR("dark"), &theme, &problems, NULL);
    double open_start = now();
    struct term_request request = {{&theme, &theme, TERM_AUTO, false}, false};
    if (child < 0 || !term_open(&request, &error)) {
        fprintf(out, "skipped: no pseudo terminal\n");
        return 0;
    }
    double terminal = now() - open_start;
    for (size_t i = 0; i < COUNT(kinds); i++)
        best[i] = 1e9;
    for (int round = 0; round < ROUNDS; round++) {
        double took = first_screen(seeds, &session) + terminal;
        first = took < first ? took : first;
        for (size_t i = 0; i < COUNT(kinds); i++) {
            for (const char *k = kinds[i].before; *k; k++)
                session_key(&session, (key)*k);
            took = press(&session, kinds[i].keys);
            best[i] = took < best[i] ? took : best[i];
        }
        session_end(&session);
    }
    term_close();
    kill(child, SIGTERM);
    waitpid(child, NULL, 0);
    fprintf(out, "%-24s %7.3f ms  (%g allowed)\n", "first screen", first, first_allowed);
    for (size_t i = 0; i < COUNT(kinds); i++)
        fprintf(out, "%-24s %7.3f ms a key  (%g allowed)\n", kinds[i].name, best[i], press_allowed);
    free(seeds);
    arena_free(arena);
    return 0;
}
