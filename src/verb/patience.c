/* SPDX-License-Identifier: ISC */
/* Verbs have no thread and no loop, so a timer interrupts them; its handler calls nothing that is
 * not safe in one. */
#include "patience.h"

#include <errno.h>
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

#define FIRST_AFTER 1     /* seconds */
#define THEN_EVERY 250000 /* microseconds */
#define WIDTH 79          /* columns that a sentence may take */

static struct progress *_Atomic told_of;
static volatile sig_atomic_t shown;

struct line {
    char at[WIDTH + 2];
    size_t len;
};

static void put(struct line *line, const char *chars)
{
    while (*chars && line->len < WIDTH)
        line->at[line->len++] = *chars++;
}

static void put_number(struct line *line, size_t number)
{
    char digits[] = {(char)('0' + number % 10), '\0'};
    if (number >= 10)
        put_number(line, number / 10);
    put(line, digits);
}

/* LINE in place of what stands on the last line of the terminal. */
static void send(struct line *line)
{
    while (line->len < WIDTH)
        line->at[line->len++] = ' ';
    line->at[line->len++] = '\r';
    ssize_t written = write(STDERR_FILENO, line->at, line->len);
    (void)written;
}

static void tell(int signal_number)
{
    int kept = errno;
    struct line line = {.len = 0};
    struct progress *progress = atomic_load(&told_of);
    (void)signal_number;
    if (progress) {
        size_t total = atomic_load(&progress->articles_total);
        put(&line, "dossier: reading");
        put(&line, total ? ": " : ": looking for articles");
        if (total) {
            put_number(&line, atomic_load(&progress->articles));
            put(&line, " of ");
            put_number(&line, total);
            put(&line, " articles, ");
            put_number(&line, (size_t)(atomic_load(&progress->bytes) / 1000000));
            put(&line, " MB");
        }
        shown = 1;
        send(&line);
    }
    errno = kept;
}

static void clear(void)
{
    if (shown)
        send(&(struct line){.len = 0});
    shown = 0;
}

static void end(int signal_number)
{
    (void)signal_number;
    clear();
    _exit(PATIENCE_GONE);
}

static void catch_signal(int signal_number, void (*handler)(int))
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART}, before;
    sigemptyset(&action.sa_mask);
    sigaction(signal_number, NULL, &before);
    if (before.sa_handler != SIG_IGN) /* nohup, and jobs of a script in the background */
        sigaction(signal_number, &action, NULL);
}

void patience_begin(void)
{
    catch_signal(SIGINT, end);
}

void patience_tell(struct progress *progress)
{
    struct itimerval timer = {{0, THEN_EVERY}, {FIRST_AFTER, 0}};
    if (!isatty(STDERR_FILENO))
        return;
    atomic_store(&told_of, progress);
    catch_signal(SIGALRM, tell);
    setitimer(ITIMER_REAL, &timer, NULL);
}

void patience_told(void)
{
    struct itimerval none = {{0, 0}, {0, 0}};
    if (!atomic_load(&told_of))
        return;
    setitimer(ITIMER_REAL, &none, NULL);
    atomic_store(&told_of, NULL);
    clear();
}
