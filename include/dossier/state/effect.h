/* SPDX-License-Identifier: ISC */
/* What update asks of the world outside. */
#ifndef DOSSIER_STATE_EFFECT_H
#define DOSSIER_STATE_EFFECT_H

#include "dossier/base/arena.h"
#include "dossier/model/tags.h"
#include "dossier/notes/note.h"

#include <stdbool.h>
#include <stddef.h>

enum effect_kind {
    EFFECT_QUIT,
    EFFECT_SUSPEND,
    EFFECT_REDRAW,
    EFFECT_NOTE_PUT,    /* NOTE; a new one on a passage has article, span and no sha256: the world
                           fills the anchor */
    EFFECT_NOTE_REMOVE, /* NOTE.id */
    EFFECT_ADD_ACTOR,   /* TEXT its name, ACTOR_KIND: into tags.yaml, then a new library */
    EFFECT_EXPORT,      /* TEXT "FORMAT FILE", IDS of the notes, FORCE */
    EFFECT_COPY,        /* TEXT to the terminal's clipboard */
    EFFECT_EDITOR,      /* TEXT in $EDITOR; EVENT_EDITED comes back */
    EFFECT_RELOAD,
    EFFECT_REMEMBER, /* the state's places, read marks and stars to the state folder */
    EFFECT_OPTIONS,  /* the options changed: theme, colours, mouse */
    EFFECT_DRAFT     /* TEXT is an unsaved note's text to be kept aside; empty: no more draft */
};

struct effect {
    enum effect_kind kind;
    struct str text;
    struct note note;
    enum actor_kind actor_kind;
    struct str *ids;
    size_t id_count;
    bool force;
};

struct effects {
    struct arena *arena; /* of what the effects point to; cleared by the one who runs them */
    struct effect *at;
    size_t len, cap;
};

#endif
