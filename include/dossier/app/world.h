/* SPDX-License-Identifier: ISC */
/* What effects act on: the library, the notebook, files, and what they need of the terminal.
 * Nothing here knows curses, so that a test can run a whole session. */
#ifndef DOSSIER_APP_WORLD_H
#define DOSSIER_APP_WORLD_H

#include "dossier/app/tui.h"
#include "dossier/base/error.h"
#include "dossier/config/config_file.h"
#include "dossier/load/load.h"
#include "dossier/reading/lexicon.h"
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

struct drafts {
    struct draft *at;
    size_t len, cap;
};

struct live;

struct world {
    struct tui_request request;
    struct arena *arena; /* of the config and its problems */
    struct config config;
    struct keymap keymap;
    const char *writer;       /* of the notes, from the config; NULL: the login name */
    struct problems problems; /* of the config */
    struct library *library;
    struct notebook *notebook;
    struct library *old_library; /* till update has taken the new one in */
    struct notebook *old_notebook;
    struct arena *saved_arena, *old_saved_arena; /* of the saved searches, now and before */
    const struct saved_searches *saved;
    struct lexicons lexicons; /* in ARENA, once they were asked for */
    struct state *state;      /* effects only read it */
    struct live *live; /* what goes on beside the loop; NULL: nothing, all is read when asked for */
    bool blank;        /* the folder was not read yet: nothing may be kept of its articles */
    bool early;        /* the library is what was kept of an earlier run, till the folder is read */
    struct world_terminal terminal;
    struct arena *kept_arena;
    struct drafts kept; /* as this program found or wrote them last, in KEPT_ARENA */
    int64_t kept_at;    /* when that was tried last */
    struct arena *news_arena;
    struct {
        struct str *at;
        size_t len, cap;
    } news;              /* what was seen of colleagues' notes when the program began, sorted */
    bool news_kept;      /* it is on the disk */
    size_t news_noticed; /* as many were noticed since, when it was last kept */
    bool set_aside;      /* what was remembered was bad, and is kept under another name */
    bool quit;
};

/* Reads config, library and notes. False where there is nothing to read. */
bool world_open(struct world *world, const struct tui_request *request, struct error *error);
/* The same without library and notes, which come later: till then they are empty. Only for a
 * folder. */
bool world_open_blank(struct world *world, const struct tui_request *request, struct error *error);
/* How its folder is read; */
struct load_request world_load(const struct world *world);
/* how its notes are opened: what both point to lives as long as the world, but for the library. */
struct notebook_request world_notes(const struct world *world);
/* Puts LIBRARY and NOTEBOOK in place of those there are, which live on till world_forget_old. */
void world_replace(struct world *world, struct library *library, struct notebook *notebook);
/* Tells the state what awaits the user, once the notes are known. */
void world_greet(struct world *world);
void world_close(struct world *world);
/* Starts STATE on it, with what was remembered of the last time. The caller ends it, before
 * world_close. */
void world_start(struct world *world, struct state *state);
/* Reads the folder anew, at once; the old library and notebook live on till update has taken the
 * new ones in. What is being read beside the loop is given up. */
bool world_reload(struct world *world, struct error *error);
/* Reads the saved searches anew; those before live on till it is done once more. */
void world_read_searches(struct world *world);
/* The same where only tags.yaml has changed. */
bool world_retag(struct world *world, struct error *error);
/* Takes in what others have written into notes files meanwhile; costs next to nothing where that is
 * nothing. */
void world_refresh(struct world *world);
/* Frees the generation before, once update has taken in the new one. */
void world_forget_old(struct world *world);

/* Feeds EVENT to the state, does what it asks for, and feeds what comes of that, till all is quiet.
 */
void world_feed(struct world *world, const struct event *event);
/* Lets the state go a step further with what it does between keys; false where that is nothing. */
bool world_go_on(struct world *world);
/* Does what update asked for; what came of it goes to BACK. Clears EFFECTS. */
void effects_run(struct effects *effects, struct world *world, struct events *back);

#endif
