/* SPDX-License-Identifier: ISC */
/* One writer's file of notes. It is a run of blocks, one a note: a change replaces one block, and
 * the bytes of all others stay as they are, comments too. */
#ifndef DOSSIER_NOTES_NOTES_FILE_H
#define DOSSIER_NOTES_NOTES_FILE_H

#include "dossier/base/buf.h"
#include "dossier/base/error.h"
#include "dossier/notes/note.h"
#include "dossier/notes/verdict.h"

struct note_list {
    struct note *at;
    size_t len, cap;
};

/* A note of another writer that this one has checked. */
struct note_check {
    struct str id;
    int64_t on;
    struct str by;
};

struct notes_content {
    struct note_list notes; /* deleted ones too; in the order of the file */
    struct {
        struct note_check *at;
        size_t len, cap;
    } checks;
    struct {
        struct verdict *at;
        size_t len, cap;
    } verdicts;
    bool damaged; /* parts of it can't be read; what can is here, the rest is in the problems */
};

/* Reads SOURCE. What is right is added to OUT, which borrows SOURCE: it must live as long; problems
 * name FILE. Blocks as this program writes them are read by their lines, all others by the YAML
 * reader. A file that is no YAML as a whole (damaged, or with the marks of an unfinished merge) is
 * read block by block: of a merge, both sides. False if the file is one that this program must not
 * write: of a version not known, or no notes file at all. */
bool notes_read(struct arena *arena, struct str source, struct str file, struct str writer,
                struct notes_content *out, struct problems *problems);

enum notes_change_kind {
    NOTES_PUT,    /* NOTE, in place of the one with its id; a note with a moment of deletion is the
                     sign that there was one */
    NOTES_DROP,   /* the block with NOTE's id goes, without a sign; of a NOTE that is deleted only
                     where the block is too */
    NOTES_CHECK,  /* this writer has checked the note with NOTE's id, on the moment ON; 0: not */
    NOTES_VERDICT /* VERDICT, in place of the one with its id; ON 0: that one goes */
};

struct notes_change {
    enum notes_change_kind kind;
    struct note note;
    const struct note *before; /* PUT: as this program last knew it; NULL where it knew of none */
    int64_t on;
    const struct verdict *verdict;
    bool damaged; /* the file was found so when it was read: it is looked through as a whole, which
                     for a large one is not done otherwise */
    /* Set by notes_write: PUT, somebody else changed the note meanwhile. Their version stays; this
     * one was added as a note of its own, under NOTE.id, and says that it conflicts. A deletion is
     * not carried out then, and NOTE.id is left empty. */
    bool clashed;
    char own_id[NOTE_ID + 1]; /* where that id stands */
};

/* Carries out all changes in the file PATH under its lock, in one safe save: reads the file anew,
 * replaces blocks, or adds them at their place in the order (article, start, id). A file with parts
 * that can't be read is first kept aside, as PATH with ".damaged" and the moment; KEPT (may be
 * NULL), then holds where. Either all is done or nothing. */
bool notes_write(const char *path, struct notes_change *changes, size_t count, struct buf *kept,
                 struct error *error);
/* The id of the version of a note that differs from the one with the id ID: made of both, so that
 * taking the same version in twice gives one note. */
struct str notes_clash_id(struct arena *arena, const struct note *note);
/* NOTE as a YAML map in block style, without indentation. */
void notes_item(const struct note *note, struct buf *out);

#endif
