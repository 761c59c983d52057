/* SPDX-License-Identifier: ISC */
/* All notes of a dossier, of all its writers; the file first, then memory. */
#ifndef DOSSIER_NOTES_NOTEBOOK_H
#define DOSSIER_NOTES_NOTEBOOK_H

#include "dossier/base/buf.h"
#include "dossier/base/error.h"
#include "dossier/model/library.h"
#include "dossier/notes/note.h"
#include "dossier/notes/verdict.h"

#include <stdbool.h>
#include <stddef.h>

#define NOTE_KEPT_DAYS 90 /* so long a deleted note can be brought back */

/* A copy of this user's file that a file-syncing service left, with notes that the file has not. */
struct notes_copy {
    const char *path;
    struct str file; /* as the user knows it */
    size_t differ;   /* notes in it that are not in this user's file, or otherwise there */
};

struct notebook {
    struct arena *arena;
    const char *writer; /* this user's name: their file is WRITER.yaml */
    const char *folder; /* where this user's notes are written; NULL: nowhere, and put fails */
    bool elsewhere; /* not beside the articles, because that folder can't be written, or because the
                       writer's file there must not be */
    const char *beside; /* FOLDER-OF-DOSSIER/notes; where colleagues' notes are read from */
    const char *named;  /* the folder that --notes names, or NULL */
    const char
        *apart; /* the folder of this dossier among the user's own data; NULL: there is none */
    const char *secret; /* APART/private: where private notes always lie; NULL: nowhere */
    struct str why;     /* why elsewhere: "… can't be written"; empty where it is not */
    struct note *at;    /* in order of article path, start, id; deleted ones are not in it */
    size_t len, cap;
    struct note *graves; /* the deleted ones of the last 90 days, the latest first */
    size_t grave_len, grave_cap;
    struct verdict **verdicts; /* of all writers; rules first, then in order of article and place */
    size_t verdict_len, verdict_cap;
    struct notes_copy *copies;
    size_t copy_len, copy_cap;
    struct str kept_aside; /* where the last save left the original of a damaged file; or empty */
    struct problems problems;  /* of the notes files */
    struct shelf_files *files; /* what was read, and what it looked like then */
};

struct notebook_request {
    const char *writer; /* NULL or empty: the login name */
    const char *folder; /* --notes; NULL: where the rules of dossier-notes(5) put them */
};

/* Reads all notes of LIBRARY's dossier and finds their passages. Never fails: what is wrong is in
 * its problems. The caller closes it. */
struct notebook *notebook_open(const struct library *library,
                               const struct notebook_request *request);
/* The same with none of the notes read: it stands in while LIBRARY's articles are not known yet. */
struct notebook *notebook_unread(const struct library *library,
                                 const struct notebook_request *request);
void notebook_close(struct notebook *notebook);
/* Reads anew the files that another program wrote meanwhile. True if any notes are others now; all
 * pointers into the notebook are void then. */
bool notebook_refresh(struct notebook *notebook, const struct library *library);

/* Each of these changes the files first, then memory; where it fails, memory is as before. After
 * each, pointers into the notebook are void.
 * Where another program changed the same note meanwhile, both versions stay: the one stored here
 * gets an id of its own, and the two name each other in `clash`. */

/* Stores COUNT notes (new, or new versions of those with their ids) in this writer's own file in
 * one save. A note without an id gets one, also where saving fails, so that trying again is no
 * second note; created and modified are the caller's. Fails where a note is another writer's. */
bool notebook_put(struct notebook *notebook, const struct library *library, struct note *notes,
                  size_t count, struct error *error);
/* Marks the notes deleted at the moment NOW. */
bool notebook_remove(struct notebook *notebook, const struct str *ids, size_t count, int64_t now,
                     struct error *error);
/* Brings a deleted note back. ID may be cut, as in notebook_find. */
bool notebook_restore(struct notebook *notebook, const struct library *library, struct str id,
                      int64_t now, struct error *error);
/* Notes that this user has checked another writer's note on the moment ON; 0: has not. */
bool notebook_check(struct notebook *notebook, struct str id, int64_t on, struct error *error);
/* Ends a conflict: the version ID stays (with the id that the note had first), the other is
 * deleted. Fails where either is another writer's. */
bool notebook_settle(struct notebook *notebook, const struct library *library, struct str id,
                     int64_t now, struct error *error);

/* What came of taking notes in. */
struct taken {
    size_t added, changed, same, clashed; /* CHANGED: a later version of one that was there */
};
/* Takes in notes from elsewhere (an import, a copy of the own file), as this writer's, in one save.
 * A note that is here already is left; one that differs from the one with its id becomes a second
 * version of it, unless it was made from it (its CREATED is the same, and this one's MODIFIED is
 * earlier than what is here). Taking the same in twice changes nothing. */
bool notebook_take(struct notebook *notebook, const struct library *library,
                   const struct note *notes, size_t count, struct taken *taken,
                   struct error *error);
/* Takes in what copy NUMBER has; then nothing of it differs any more. The copy stays. */
bool notebook_take_copy(struct notebook *notebook, const struct library *library, size_t number,
                        struct taken *taken, struct error *error);

/* The note with this id, or the only one whose id begins with it; NULL with an error otherwise.
 * Valid till the next change. */
const struct note *notebook_find(const struct notebook *notebook, struct str id,
                                 struct error *error);
/* Likewise among the deleted ones. */
const struct note *notebook_find_grave(const struct notebook *notebook, struct str id,
                                       struct error *error);
/* NOTE is this user's own. */
bool notebook_owns(const struct notebook *notebook, const struct note *note);

/* What this user has seen of other writers' notes, as texts to be remembered ("ID:VERSION"), in
 * ARENA; and, at the next start, what is new since then. With nothing remembered nothing is news.
 */
struct str *notebook_seen(const struct notebook *notebook, struct arena *arena, size_t *count);
void notebook_news(struct notebook *notebook, const struct str *seen, size_t count);

/* "your notes are kept in …, because …": empty where they lie beside the articles. */
void notebook_where(const struct notebook *notebook, struct buf *out);

#endif
