/* SPDX-License-Identifier: ISC */
/* What update asks of the world outside. */
#ifndef DOSSIER_STATE_EFFECT_H
#define DOSSIER_STATE_EFFECT_H

#include "dossier/base/arena.h"
#include "dossier/export/exporter.h"
#include "dossier/model/amendment.h"
#include "dossier/model/correction.h"
#include "dossier/notes/note.h"
#include "dossier/notes/verdict.h"

#include <stdbool.h>
#include <stddef.h>

enum effect_kind {
    EFFECT_QUIT,
    EFFECT_SUSPEND,
    EFFECT_REDRAW,
    EFFECT_NOTES, /* stores NOTES in one save, then removes those with IDS; a note on a passage has
                     article, span and no sha256 where the world is to fill the anchor */
    EFFECT_RESTORE,   /* the deleted note TEXT */
    EFFECT_CHECK,     /* another writer's note TEXT was checked ON; 0: it was not */
    EFFECT_VERDICT,   /* stores VERDICT, its anchor filled by the world where it has a place and no
                         sha256; without one, takes the verdict TEXT back */
    EFFECT_SETTLE,    /* of two versions, the note TEXT stays */
    EFFECT_TAKE_COPY, /* what the first copy that differs has */
    EFFECT_REFRESH,   /* what other programs have written meanwhile */
    EFFECT_TAGS,      /* TAGS_CHANGE of TEXT, with OTHER: into tags.yaml, then a new library */
    EFFECT_SEARCH,    /* the query OTHER is saved under the name TEXT; empty: it is taken away */
    EFFECT_AMEND,     /* AMENDMENT into tags.yaml, then a new library */
    EFFECT_CORRECT,   /* CORRECTION likewise */
    EFFECT_PATCH,     /* takes PATCH of tags.yaml back, or, not BACK, does it again; likewise */
    EFFECT_EXPORT, /* the notes IDS in the format TEXT to the file OTHER, grouped BY, RAW, FORCE */
    EFFECT_COPY,   /* TEXT to the terminal's clipboard */
    EFFECT_EDITOR, /* TEXT in $EDITOR; EVENT_EDITED comes back */
    EFFECT_RELOAD,
    EFFECT_STOP,     /* the reading of the folder that is under way */
    EFFECT_REMEMBER, /* the state's places, read marks and stars to the state folder */
    EFFECT_OPTIONS,  /* the options changed: theme, colours, mouse */
    EFFECT_WORDS,    /* the words by which texts tell who says what; EVENT_WORDS comes back */
    EFFECT_DRAFT     /* TEXT is an unsaved note's text to be kept aside; empty: no more draft */
};

enum tags_change {
    TAGS_DESCRIBE, /* OTHER is the description; empty: none */
    TAGS_RENAME,   /* to OTHER, which may be there already */
    TAGS_PART      /* takes that back */
};

struct effect {
    enum effect_kind kind;
    struct str text, other;
    struct verdict *verdict;
    struct note *notes;
    size_t note_count;
    struct str *ids;
    size_t id_count;
    int64_t on;
    struct amendment amendment;
    struct correction correction;
    struct tags_patch patch;
    bool back;
    enum tags_change tags_change;
    enum export_by by;
    bool raw, force;
};

struct effects {
    struct arena *arena; /* of what the effects point to; cleared by the one who runs them */
    struct effect *at;
    size_t len, cap;
};

#endif
