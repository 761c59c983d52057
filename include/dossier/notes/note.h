/* SPDX-License-Identifier: ISC */
/* A note: a text and tags on a passage, an article or an actor. See dossier-notes(5). */
#ifndef DOSSIER_NOTES_NOTE_H
#define DOSSIER_NOTES_NOTE_H

#include "dossier/base/arena.h"
#include "dossier/base/span.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NOTE_CONTEXT 32 /* characters of context kept on either side */
#define NOTE_ID 12      /* hexadecimal digits of an id */

/* How sure it is that the passage was found again. */
enum anchor_state { ANCHOR_EXACT, ANCHOR_MOVED, ANCHOR_CHANGED, ANCHOR_AMBIGUOUS, ANCHOR_ORPHAN };

/* What a colleague did to it since this user last looked. */
enum note_news { NEWS_NONE, NEWS_NEW, NEWS_CHANGED };

struct note {
    /* as stored */
    struct str id;
    struct str article; /* its path; empty for a note on an actor alone */
    struct str sha256;  /* of the article's stored bytes */
    bool has_passage;
    struct span at; /* stored offsets; only with a passage */
    struct str quote, before, after;
    struct str about; /* an actor's id, or empty */
    struct str text;
    struct str *tags;
    size_t tag_count;
    struct str replies_to;     /* a note's id, or empty */
    struct str conflict;       /* the id of the version that this one differs from, or empty */
    struct str extra;          /* what an import could not place, as it came; or empty */
    int64_t created, modified; /* seconds since 1970 in UTC */
    int64_t deleted;           /* 0: it is not deleted */
    bool is_private;           /* it stands in the writer's private file, and in no export unless
                                  asked for */
    /* found out */
    struct str by;   /* the writer: the file's name without its ending */
    struct str file; /* where it stands, as the user knows it: "notes/anna.yaml", or a whole path */
    int line;        /* where its block began when the file was read; 0: saved since */
    uint32_t number; /* of the article in this generation of the library, or ARTICLE_NONE */
    struct span span; /* text offsets of the passage; only where state is exact, moved or changed */
    enum anchor_state state;
    struct span *places; /* ambiguous: the places that are as good; up to 9 */
    size_t place_count;
    int likeness;     /* changed: how much of the words is the same, in percent */
    struct str clash; /* the id of its other version, whichever of the two says so; or empty */
    struct str *checked_by; /* the writers who have checked it */
    size_t checked_count;
    enum note_news news;
};

/* Its passage was found, in an article of this generation: SPAN holds. */
bool note_is_placed(const struct note *note);
const char *anchor_state_name(enum anchor_state state);
/* A deep copy in ARENA. */
struct note note_copy(struct arena *arena, const struct note *note);
/* Splits what a person typed into text and tags: words that begin with # at its very end are tags.
 * The slices point into TYPED and ARENA. */
void note_split(struct arena *arena, struct str typed, struct str *text, struct str **tags,
                size_t *tag_count);
/* The reverse: the text, and its tags on a last line. */
struct str note_join(struct arena *arena, const struct note *note);

#endif
