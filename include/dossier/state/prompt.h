/* SPDX-License-Identifier: ISC */
/* What is typed for a command, and what it would do. */
#ifndef DOSSIER_STATE_PROMPT_H
#define DOSSIER_STATE_PROMPT_H

#include "dossier/base/arena.h"
#include "dossier/command/command.h"
#include "dossier/state/editline.h"
#include "dossier/state/list.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A line being typed for a command, with rows to choose from. */
struct choice {
    struct str text;  /* what it completes to */
    struct str shown; /* the row: name, kind, counts */
};
struct prompt {
    bool open;
    enum command command; /* what gets the line */
    struct str label;     /* "@", "/", ":" … */
    struct editline line;
    struct arena *arena; /* of the choices; cleared at each key */
    struct choice *choices;
    size_t choice_count;
    struct list chosen;  /* its cursor is the choice taken by Enter, if any choice there is */
    bool choosing;       /* a row is lit and Enter takes it */
    size_t history;      /* how far back in the lines typed before */
    struct buf begun;    /* what was typed before going back in them: they all begin so */
    bool narrowing;      /* of a search: the rows offer what the line can be narrowed by */
    uint32_t row;        /* what the cursor of a filtered list was on, to come back to */
    struct str foreseen; /* what taking it would do, in a sentence; or empty */
};

#endif
