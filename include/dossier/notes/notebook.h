/* SPDX-License-Identifier: ISC */
/* All notes of a dossier, of all its writers; the file first, then memory. */
#ifndef DOSSIER_NOTES_NOTEBOOK_H
#define DOSSIER_NOTES_NOTEBOOK_H

#include "dossier/base/buf.h"
#include "dossier/base/error.h"
#include "dossier/model/library.h"
#include "dossier/notes/note.h"

#include <stdbool.h>
#include <stddef.h>

struct notebook {
    struct arena *arena;
    const char *writer; /* this user's name: their file is WRITER.yaml */
    const char *folder; /* where this user's notes are written; NULL: nowhere, and put fails */
    bool elsewhere; /* not beside the articles, because that folder can't be written, or because the
                       writer's file there has an error */
    const char *beside; /* FOLDER-OF-DOSSIER/notes; where colleagues' notes are read from */
    const char *named;  /* the folder that --notes names, or NULL */
    const char
        *apart;      /* the folder of this dossier among the user's own data; NULL: there is none */
    struct str why;  /* why elsewhere: "… can't be written"; empty where it is not */
    struct note *at; /* in order of article path, start, id; deleted ones are not in it */
    size_t len, cap;
    struct problems problems; /* of the notes files */
};

struct notebook_request {
    const char *writer; /* NULL or empty: the login name */
    const char *folder; /* --notes; NULL: where the rules of dossier-notes(5) put them */
};

/* Reads all notes of LIBRARY's dossier and finds their passages. Never fails: what is wrong is in
 * its problems. The caller closes it. */
struct notebook *notebook_open(const struct library *library,
                               const struct notebook_request *request);
void notebook_close(struct notebook *notebook);

/* Stores NOTE (new, or a new version of the one with its id) in the writer's own file, then in
 * memory. A note without an id gets one, which lives as long as the notebook; created and modified
 * are the caller's. Fails where the note is another writer's, or can't be saved: then memory is as
 * before. */
bool notebook_put(struct notebook *notebook, const struct library *library, struct note *note,
                  struct error *error);
/* Marks the note deleted at the moment NOW. */
bool notebook_remove(struct notebook *notebook, struct str id, int64_t now, struct error *error);
/* The note with this id, or the only one whose id begins with it; NULL with an error otherwise.
 * Valid till the next change. */
const struct note *notebook_find(const struct notebook *notebook, struct str id,
                                 struct error *error);
/* "your notes are kept in …, because …": empty where they lie beside the articles. */
void notebook_where(const struct notebook *notebook, struct buf *out);

#endif
