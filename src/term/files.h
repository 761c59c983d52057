/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_SRC_TERM_FILES_H
#define DOSSIER_SRC_TERM_FILES_H

#include "dossier/base/error.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stdio.h>

/* Where keys come from and the screen goes to. */
struct files {
    FILE *in, *out;
    bool own_in; /* it is /dev/tty, which we opened */
};

/* False where one of the two is no terminal; with STDIN_IS_TEXT keys come from /dev/tty. */
bool files_open(struct files *files, bool stdin_is_text, struct error *error);
void files_close(struct files *files);
/* All of BYTES, or as many as go. */
void files_write(int fd, struct str bytes);
/* The terminal's columns and rows, no more than can be drawn; as they are where it does not say. */
void files_size(const struct files *files, int *width, int *height);

#endif
