/* SPDX-License-Identifier: ISC */
/* The reader: the screen, its loop, and what comes of keys. */
#ifndef DOSSIER_APP_TUI_H
#define DOSSIER_APP_TUI_H

#include <stdbool.h>

struct tui_request {
    const char *path;         /* a folder or a file; "-": standard input */
    const char *notes_folder; /* --notes, or NULL */
    bool no_cache;            /* --no-cache */
};

/* Reads until the user quits. The status that the program ends with: 0, or 2 where there is no
 * terminal to read on, or nothing to read. */
int tui_run(const struct tui_request *request);

#endif
