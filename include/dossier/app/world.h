/* SPDX-License-Identifier: ISC */
/* What effects act on: the library, the notebook, files, and what they need of the terminal. Nothing here
 * knows curses, so that a test can run a whole session. */
#ifndef DOSSIER_APP_WORLD_H
#define DOSSIER_APP_WORLD_H

#include "dossier/app/tui.h"
#include "dossier/base/error.h"
#include "dossier/config/config_file.h"
#include "dossier/state/state.h"

#include <stdbool.h>
#include <stddef.h>

/* What came of effects; the texts are in ARENA. */
struct events {
    struct arena *arena;
    struct event *at;
    size_t len, cap;
};

/* What effects need of a terminal; each may be NULL where there is none. */
struct world_terminal {
    void (*leave)(void); /* another program takes the terminal, and gives it back */
    void (*come_back)(void);
    void (*suspend)(void);
    void (*redraw)(void);
    bool (*copy)(struct str text); /* false: too long */
    void (*options)(const struct options *options);
};

struct world {
    struct tui_request request;
    struct config *config;
    struct library *library;
    struct notebook *notebook;
    struct library *old_library; /* till update has taken the new one in */
    struct notebook *old_notebook;
    struct state *state; /* only read; for EFFECT_REMEMBER and EFFECT_OPTIONS */
    struct world_terminal terminal;
    bool quit;
};

/* Reads config, library and notes. False where there is nothing to read. */
bool world_open(struct world *world, const struct tui_request *request, struct error *error);
void world_close(struct world *world);
/* Starts STATE on it, with what was remembered of the last time; the first message, if there is one to say, goes
 * to BACK. */
void world_start(struct world *world, struct state *state, struct events *back);

/* Does what update asked for; what came of it goes to BACK. Clears EFFECTS. */
void effects_run(struct effects *effects, struct world *world, struct events *back);
/* Feeds EVENT to the state, runs what it asks for, and what comes of that, till all is quiet. */
void world_feed(struct world *world, const struct event *event);

#endif
