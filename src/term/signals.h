/* SPDX-License-Identifier: ISC */
/* Signals as something to poll for, and the way out when the program breaks. */
#ifndef DOSSIER_SRC_TERM_SIGNALS_H
#define DOSSIER_SRC_TERM_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>

/* What has come since the last time. */
struct signals {
    bool resized, stop, went_on, end;
};

/* Begins to catch signals; the descriptor is readable when one has come. -1: it can't be done.
 * Notes the modes of the terminal FD, which must be as they were found. */
int signals_open(int fd);
void signals_close(void);
struct signals signals_take(void);
/* Stops the program and all of its job, as ^Z does; returns when it goes on. */
void signals_stop_here(void);

/* What is written to the terminal when the program breaks, before it gets its modes back. */
#define SIGNALS_FAREWELL 512
void signals_farewell(const char *bytes, size_t len);
/* Writes it now; may be called from anywhere. */
void signals_say_farewell(void);

#endif
