/* SPDX-License-Identifier: ISC */
/* What writing and reading REFI-QDA projects share: names of things that are always the same, and
 * positions.
 *
 * Positions count code points of the text in the archive, from 0, the end not in it. Programs
 * differ in what they make of line ends and of a byte order mark when they read a text, and a
 * position behind one is wrong by one for each then. So a text of ours has neither: line ends are
 * single line feeds, whatever the article's are, and positions count those. */
#ifndef DOSSIER_SRC_EXPORT_QDPX_TEXT_H
#define DOSSIER_SRC_EXPORT_QDPX_TEXT_H

#include "dossier/base/arena.h"
#include "dossier/base/str.h"
#include "dossier/notes/note.h"

#include <stdbool.h>
#include <stdint.h>

#define QDPX_NAMESPACE "urn:QDA-XML:project:1.0"
#define QDPX_RECORD "dossier-note" /* the instruction that holds a note of ours whole */
#define QDPX_TAGS "Tags"
#define QDPX_ACTORS "Actors"
#define QDPX_PATH "Path: " /* in a source's description */
#define QDPX_GUID 37       /* 36 characters and a NUL */

enum qdpx_kind {
    QDPX_SELECTION,
    QDPX_MEMO,
    QDPX_CODING,  /* of a tag, or of the actor that a note is about */
    QDPX_MENTION, /* of an actor whom the passage mentions */
    QDPX_LINK,
    QDPX_SOURCE,
    QDPX_CODE_TAG,
    QDPX_CODE_ACTOR,
    QDPX_GROUP,
    QDPX_USER
};

/* The GUID of the thing of KIND with this name, an RFC 9562 UUID of version 8: always the same.
 * That of a note's selection or memo begins with the note's id, where that is as this program makes
 * them. */
void qdpx_guid(enum qdpx_kind kind, struct str name, char out[QDPX_GUID]);
/* GUID is that of a selection or memo of ours: ID is its note's, with a NUL. */
bool qdpx_note_id(struct str guid, char id[NOTE_ID + 1]);
/* The name of what NOTE's coding with a code GUID is made of. */
struct str qdpx_pair(struct arena *arena, struct str a, struct str b);

struct qdpx_text {
    struct str from; /* the text as it was */
    struct str text; /* with line feeds alone; FROM itself where it has no others */
    uint32_t *marks; /* code points of TEXT before each 1024 bytes of FROM */
};

void qdpx_text_make(struct arena *arena, struct str from, struct qdpx_text *out);
/* The code points of TEXT before what is byte AT of FROM. */
uint32_t qdpx_position(const struct qdpx_text *text, uint32_t at);
/* The byte of FROM at which code point POSITION of TEXT begins; false beyond its end. */
bool qdpx_offset(const struct qdpx_text *text, int64_t position, uint32_t *out);

#endif
