/* SPDX-License-Identifier: ISC */
/* A text being typed, with a cursor: prompts (one line) and notes (many). */
#ifndef DOSSIER_STATE_EDITLINE_H
#define DOSSIER_STATE_EDITLINE_H

#include "dossier/base/buf.h"
#include "dossier/base/str.h"
#include "dossier/command/command.h"
#include "dossier/command/key.h"

#include <stdbool.h>
#include <stddef.h>

struct editline {
    struct buf text;
    size_t cursor; /* a byte, at a cluster's start or the end */
};

void editline_set(struct editline *line, struct str text); /* the cursor goes to the end */
void editline_free(struct editline *line);
void editline_type(struct editline *line, key k);
void editline_insert(struct editline *line, struct str s);
/* Does one of the type_… commands; false for any other. */
bool editline_command(struct editline *line, enum command command);

#endif
