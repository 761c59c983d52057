/* SPDX-License-Identifier: ISC */
/* The terminal: cells to its screen, its input to events. There is one, so nothing here takes a
 * handle. The files beside curses.c know nothing of curses; what they hold can be tested without a
 * terminal. */
#ifndef DOSSIER_TERM_TERM_H
#define DOSSIER_TERM_TERM_H

#include "dossier/base/error.h"
#include "dossier/base/str.h"
#include "dossier/config/theme.h"
#include "dossier/draw/cells.h"
#include "dossier/state/event.h"

#include <stdbool.h>

#define TERM_AUTO (-1)
#define TERM_TRUE 0x1000000

struct term_dress {
    const struct theme *theme; /* must live till another is given, or term_close */
    const struct theme *plain; /* for a terminal without colours */
    int colours; /* how many: 0, 8, 16, 256, TERM_TRUE; TERM_AUTO: what the terminal has */
    bool mouse;
};

struct term_request {
    struct term_dress dress;
    bool stdin_is_text; /* an article was read from standard input: keys come from /dev/tty */
};

/* Sets the locale; true where the terminal has Unicode. An unknown locale is taken for C.UTF-8,
 * plain C and POSIX for what they are. */
bool term_locale(void);
/* The terminal is one that a screen can't be drawn on: TERM is unset, "dumb" or "unknown". */
bool term_is_dumb(void);

/* Takes the terminal. False where standard input or output is none, or $TERM names none that is
 * known. */
bool term_open(const struct term_request *request, struct error *error);
/* Gives it back as it was. Does nothing where it is not open; may be called from anywhere. */
void term_close(void);
/* Others write to the terminal between the two: $EDITOR. */
void term_leave(void);
void term_return(void);
/* Stops the program as ^Z does elsewhere; returns when it goes on. */
void term_suspend(void);

void term_size(int *width, int *height);
void term_wear(const struct term_dress *dress);
/* Puts CELLS on the screen; only what has changed is sent. */
void term_show(const struct cells *cells);
/* The next term_show sends everything. */
void term_redraw(void);
/* Puts TEXT on the terminal's clipboard (OSC 52); false where it is over 64 KiB. Whether the
 * terminal takes it can't be known. */
bool term_copy(struct str text);

/* From now on, input on these descriptors too ends the waiting of term_next. */
#define TERM_HEEDED 4 /* at most */
void term_heed(const int *fds, size_t count);
/* The next key, size or movement of the mouse. Waits up to MILLISECONDS, for ever where that is
 * negative. *PASTED: the key was pasted, not typed. False where nothing came in time, or something
 * to heed, or term_ended. */
bool term_next(int milliseconds, struct event *out, bool *pasted);
/* The terminal has hung up, or the program was asked to end. */
bool term_ended(void);

#endif
