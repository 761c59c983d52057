/* SPDX-License-Identifier: ISC */
/* A handler only notes what came and writes a byte to a pipe that the loop polls; all else happens
 * there. When the program itself breaks there is no loop any more: then the terminal is given back
 * with nothing but calls that are safe in a handler. */
#include "signals.h"

#include "dossier/base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
#define CATCH_BREAKING false /* the sanitizer's own handlers say more */
#else
#define CATCH_BREAKING true
#endif

static int pipe_ends[2] = {-1, -1};
static volatile sig_atomic_t resized, stop, went_on, end;

static struct {
    int fd;
    struct termios modes;
    bool has_modes;
    char bytes[SIGNALS_FAREWELL];
    size_t len;
    volatile sig_atomic_t ready;
} farewell;

static void note(int signal_number)
{
    int kept = errno;
    if (signal_number == SIGWINCH)
        resized = 1;
    else if (signal_number == SIGTSTP)
        stop = 1;
    else if (signal_number == SIGCONT)
        went_on = 1;
    else
        end = 1;
    ssize_t written = write(pipe_ends[1], "", 1);
    (void)written; /* a full pipe wakes the loop as well */
    errno = kept;
}

void signals_say_farewell(void)
{
    if (!farewell.ready)
        return;
    farewell.ready = 0;
    ssize_t written = write(farewell.fd, farewell.bytes, farewell.len);
    (void)written;
    tcsetattr(farewell.fd, TCSANOW, &farewell.modes);
}

static void broken(int signal_number)
{
    signals_say_farewell();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static void catch_signal(int signal_number, void (*handler)(int), int flags)
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
    sigemptyset(&action.sa_mask);
    sigaction(signal_number, &action, NULL);
}

static const int noted[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGHUP, SIGTERM, SIGINT, SIGQUIT};
static const int breaking[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};

int signals_open(int fd)
{
    farewell.fd = fd;
    farewell.has_modes = tcgetattr(fd, &farewell.modes) == 0;
    if (pipe2(pipe_ends, O_NONBLOCK | O_CLOEXEC) != 0)
        return -1;
    for (size_t i = 0; i < COUNT(noted); i++)
        catch_signal(noted[i], note, SA_RESTART);
    for (size_t i = 0; CATCH_BREAKING && i < COUNT(breaking); i++)
        catch_signal(breaking[i], broken, 0);
    catch_signal(SIGPIPE, SIG_IGN, 0);
    catch_signal(SIGXFSZ, SIG_IGN, 0);
    return pipe_ends[0];
}

void signals_close(void)
{
    /* A terminal that is closed may hang up once more, while what was read is still being saved. */
    for (size_t i = 0; i < COUNT(noted); i++)
        catch_signal(noted[i], noted[i] == SIGHUP ? SIG_IGN : SIG_DFL, 0);
    for (size_t i = 0; CATCH_BREAKING && i < COUNT(breaking); i++)
        catch_signal(breaking[i], SIG_DFL, 0);
    for (int i = 0; i < 2; i++) {
        if (pipe_ends[i] >= 0)
            close(pipe_ends[i]);
        pipe_ends[i] = -1;
    }
    farewell.ready = 0;
}

struct signals signals_take(void)
{
    char bytes[64];
    while (read(pipe_ends[0], bytes, sizeof bytes) > 0)
        continue;
    struct signals taken = {resized, stop, went_on, end};
    resized = stop = went_on = 0;
    return taken;
}

void signals_stop_here(void)
{
    catch_signal(SIGTSTP, SIG_DFL, 0);
    kill(0, SIGTSTP);
    catch_signal(SIGTSTP, note, SA_RESTART);
}

void signals_farewell(const char *bytes, size_t len)
{
    farewell.ready = 0;
    if (!farewell.has_modes || len > sizeof farewell.bytes)
        return;
    memcpy(farewell.bytes, bytes, len);
    farewell.len = len;
    farewell.ready = 1;
}
