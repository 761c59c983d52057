/* SPDX-License-Identifier: ISC */
/* What happens outside and comes to update. */
#ifndef DOSSIER_STATE_EVENT_H
#define DOSSIER_STATE_EVENT_H

#include "dossier/command/key.h"
#include "dossier/model/amendment.h"
#include "dossier/model/difference.h"
#include "dossier/model/library.h"
#include "dossier/notes/notebook.h"
#include "dossier/reading/lexicon.h"
#include "dossier/search/saved.h"
#include "dossier/state/reading.h"

#include <stdbool.h>
#include <stdint.h>

enum event_kind {
    EVENT_KEY,
    EVENT_MOUSE,
    EVENT_RESIZE,
    EVENT_TIME,     /* the moment; comes before every key */
    EVENT_LIBRARY,  /* a new generation: find the place again by article path and byte offset; the
                       old one and its notebook must live till update returns */
    EVENT_NOTES,    /* the notebook did what it was asked, or could not (not OK): SENTENCE says how;
                       IDS are those of the notes, or the verdict, that were to be stored. Without
                       IDS and OK: other programs changed notes. JUDGED: mentions may be others' now */
    EVENT_SEARCHES, /* SAVED are the saved searches now; those before live till update returns */
    EVENT_GO_ON,    /* no key waits: update goes a step further with what state_has_work told */
    EVENT_SAID,     /* something was done, or could not be: SENTENCE, OK */
    EVENT_EDITED,   /* $EDITOR is back with SENTENCE as the text; not OK: it failed */
    EVENT_DRAFTS,   /* the drafts are on the disk; not OK: they are not, SENTENCE says why */
    EVENT_READING,  /* how far the folder is read, beside all else: READING */
    EVENT_WORDS     /* LEXICONS are read */
};

enum mouse_kind { MOUSE_PRESS, MOUSE_RELEASE, MOUSE_DRAG, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

struct event {
    enum event_kind kind;
    key key;
    enum mouse_kind mouse;
    int x, y; /* of the mouse */
    int width, height;
    int64_t now; /* seconds since 1970 */
    bool ok, judged;
    struct str sentence; /* lives as long as the event */
    const struct str *ids;
    size_t id_count;
    const struct library *library;
    const struct notebook *notebook;
    const struct saved_searches *saved;
    const struct tags_patch *patch; /* EVENT_NOTES: what was done to tags.yaml; or NULL */
    bool early;                     /* LIBRARY: nobody is named in it yet; another one comes soon */
    bool unasked;                   /* LIBRARY: nobody asked for it, the folder changed by itself */
    const struct str *changed; /* LIBRARY: paths of files that were written to, if that is known */
    size_t changed_count;
    const struct difference *difference; /* LIBRARY: to the one before; NULL: update finds it */
    struct reading reading;
    const struct lexicons *lexicons; /* live as long as the state */
};

#endif
