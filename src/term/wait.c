/* SPDX-License-Identifier: ISC */
#include "wait.h"

#include "dossier/term/term.h"

#include <poll.h>

static int heeded[TERM_HEEDED];
static size_t heeded_count;

void term_heed(const int *fds, size_t count)
{
    heeded_count = count < TERM_HEEDED ? count : TERM_HEEDED;
    for (size_t i = 0; i < heeded_count; i++)
        heeded[i] = fds[i];
}

bool wait_for_input(int input, int signals, int milliseconds, bool *ended)
{
    struct pollfd polled[2 + TERM_HEEDED] = {{input, POLLIN, 0}, {signals, POLLIN, 0}};
    for (size_t i = 0; i < heeded_count; i++)
        polled[2 + i] = (struct pollfd){heeded[i], POLLIN, 0};
    int count = poll(polled, 2 + heeded_count, milliseconds);
    if (count < 0) /* a signal came */
        return true;
    *ended = polled[0].revents & (POLLHUP | POLLERR | POLLNVAL);
    return !*ended && (polled[0].revents || polled[1].revents);
}
