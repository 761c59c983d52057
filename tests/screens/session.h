/* SPDX-License-Identifier: ISC */
/* The reader without a terminal: a copy of a dossier in a fresh folder, keys in, cells out. Effects
 * are real. */
#ifndef DOSSIER_TESTS_SCREENS_SESSION_H
#define DOSSIER_TESTS_SCREENS_SESSION_H

#include "dossier/app/world.h"
#include "dossier/draw/cells.h"
#include "dossier/state/state.h"

#include <stdbool.h>

struct session {
    char folder[64]; /* holds all that the session writes */
    struct world world;
    struct state state;
    struct cells cells;
    struct buf copied; /* what was last put on the clipboard */
    int width, height;
    bool running;
};

/* Copies the dossier SOURCE (NULL: an empty folder) and makes its surroundings fresh: HOME, the XDG
 * folders, the current folder, the user's name. */
bool session_begin(struct session *session, const char *source, struct error *error);
/* Removes all that was written. */
void session_end(struct session *session);
/* Starts the reader on the copy, or on FILE in it; stops it, remembering. */
bool session_start(struct session *session, const char *file, struct error *error);
void session_stop(struct session *session);

void session_key(struct session *session, key k);
void session_size(struct session *session, int width, int height);
/* Draws; the row as text. */
void session_draw(struct session *session);

#endif
