/* SPDX-License-Identifier: ISC */
/* The keys of a note, and what is read of them by the YAML reader. */
#ifndef DOSSIER_SRC_NOTES_TREE_H
#define DOSSIER_SRC_NOTES_TREE_H

#include "dossier/base/error.h"
#include "dossier/notes/notes_file.h"
#include "dossier/yaml/read.h"
#include "dossier/yaml/schema.h"

#include <stdint.h>

/* In the order in which they are written. */
enum note_key {
    NOTE_KEY_ID,
    NOTE_KEY_ARTICLE,
    NOTE_KEY_SHA256,
    NOTE_KEY_AT,
    NOTE_KEY_QUOTE,
    NOTE_KEY_BEFORE,
    NOTE_KEY_AFTER,
    NOTE_KEY_ABOUT,
    NOTE_KEY_TEXT,
    NOTE_KEY_TAGS,
    NOTE_KEY_REPLIES_TO,
    NOTE_KEY_CONFLICT,
    NOTE_KEY_EXTRA,
    NOTE_KEY_CREATED,
    NOTE_KEY_MODIFIED,
    NOTE_KEY_DELETED,
    NOTE_KEY_COUNT
};

/* Which key NAME is, GUESS being tried first; NOTE_KEY_COUNT: one that is not known. */
enum note_key note_key_find(struct str name, size_t guess);
/* Where NOTE holds the text of KEY; NULL for a key that is no text. */
struct str *note_key_text(struct note *note, enum note_key key);
/* Likewise a moment. */
int64_t *note_key_moment(struct note *note, enum note_key key);
/* A moment, or a day for its first second. */
bool note_moment_read(struct str s, int64_t *out);
/* START and END; false unless the first is the smaller one. */
bool note_at_set(long start, long end, struct span *at);
/* NOTE, of which all KEYS (as bits) are read, is one as a whole; has_passage and modified are set.
 */
bool note_is_whole(struct note *note, unsigned keys);
bool note_is_id(struct str id);

/* The list of notes of SOURCE in *LIST, NULL where it has none. False where the file as a whole
 * can't be read, with the place in FAILURE. */
bool notes_tree(struct arena *arena, struct str source, const struct yaml_node **root,
                const struct yaml_node **list, struct yaml_failure *failure);
/* The same for a file that is already read. */
bool notes_tree_check(const struct yaml_node *root, const struct yaml_node **list,
                      struct yaml_failure *failure);
/* How often ROOT has the key `notes`. */
int notes_tree_lists(const struct yaml_node *root);
/* BLOCK as a note; false, with the reason among the problems, where a part of it is wrong. */
bool notes_tree_note(struct arena *arena, const struct schema_report *report,
                     const struct yaml_node *block, struct note *note);
/* The list NODE as two byte offsets, the first the smaller one. */
bool notes_tree_at(const struct yaml_node *node, struct span *at);
/* The article, first byte and id of BLOCK in NOTE, whatever the rest is like: for the order. */
void notes_tree_place(const struct yaml_node *block, struct note *note);
/* Reports top-level keys that are not known, and adds what is in `checked`. LINES of the source
 * stand before the line number FROM that ROOT has no part in. */
void notes_tree_rest(struct arena *arena, struct schema_report *report,
                     const struct yaml_node *root, int from, int lines,
                     struct notes_content *content);

#endif
