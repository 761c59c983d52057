/* SPDX-License-Identifier: ISC */
/* Which notes are meant: one question for the screen's filter, the verbs and the exports. In words:
 *
 *     words #tag @actor in:001 by:anna is:orphan is:private since:2025-11-01 not … or …
 *
 * Terms side by side must all hold; `not` turns the next one round; `or` parts alternatives, and
 * binds less. A term in quotation marks may hold spaces. States: exact, moved, changed, ambiguous,
 * orphan, conflict, new, checked, private, reply, deleted; the word of a state may also stand
 * without is:, after not or alone, where it is the whole term ("not exact"). */
#ifndef DOSSIER_NOTES_CHOOSE_H
#define DOSSIER_NOTES_CHOOSE_H

#include "dossier/base/error.h"
#include "dossier/model/library.h"
#include "dossier/notes/notebook.h"

struct choose_term {
    enum choose_kind {
        CHOOSE_WORDS, /* folded; in the text, quote, tags, id, article or writer */
        CHOOSE_TAG,
        CHOOSE_ACTOR, /* the note is on the actor, or on a passage that mentions it */
        CHOOSE_ARTICLE,
        CHOOSE_WRITER,
        CHOOSE_STATE,
        CHOOSE_SINCE /* made or changed on that day or later */
    } kind;
    bool turned; /* it must not hold */
    struct str text;
    uint32_t number; /* actor, article, or state */
    int64_t moment;
};

/* Alternatives, each a run of terms. */
struct choose {
    const struct library *library;
    struct {
        struct choose_term *at;
        size_t len, cap;
    } terms;
    struct {
        size_t *at; /* where each alternative ends in the terms */
        size_t len, cap;
    } ends;
    struct {
        struct choose_term *at;
        size_t len, cap;
    } besides; /* what must hold in any case */
    struct arena *arena;
};

/* Reads WORDS. LENIENT, for a line that is still being typed: a term that names nothing yet is
 * taken as words. Else false, with a sentence that names the term and what is allowed. */
bool choose_read(struct arena *arena, const struct library *library, struct str words, bool lenient,
                 struct choose *out, struct error *error);
/* Adds a term that must hold besides, in each of the alternatives, as an option of a verb does;
 * VALUE as in the words, without its sign. */
bool choose_add(struct choose *choose, enum choose_kind kind, struct str value,
                struct error *error);
/* Adds what CHOOSE_WORDS looks at in NOTE, folded, each part with a line end behind it. */
void choose_words(const struct note *note, struct buf *out);
bool choose_takes(const struct choose *choose, const struct note *note);
/* The notes of NOTEBOOK that are meant, in its order, then the deleted ones if they are asked for;
 * private ones only where PRIVATE. */
struct chosen_notes {
    const struct note **at;
    size_t len, cap;
};
void choose_notes(struct arena *arena, const struct choose *choose, const struct notebook *notebook,
                  bool private, struct chosen_notes *out);
/* Deleted notes are asked for too. */
bool choose_wants_deleted(const struct choose *choose);
/* NOTE is on ACTOR, or its passage holds a mention of it that counts. */
bool choose_on_actor(const struct library *library, const struct note *note, uint32_t actor);
/* What needs this user's eyes first: 0 conflict, 1 changed, 2 ambiguous, 3 orphan, 4 moved, 5 new
 * from a colleague, 6 all others. */
int choose_need(const struct note *note);

#endif
