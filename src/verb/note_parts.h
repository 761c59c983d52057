/* SPDX-License-Identifier: ISC */
/* The parts of the verb note: one function for each action, and what they share. */
#ifndef DOSSIER_VERB_NOTE_PARTS_H
#define DOSSIER_VERB_NOTE_PARTS_H

#include "common.h"

#include "dossier/notes/note.h"

#include <stdbool.h>
#include <stdint.h>

struct note_tags {
    struct str *at;
    size_t len, cap;
};

enum status note_add(struct verb_call *call);
enum status note_reply(struct verb_call *call);
enum status note_edit(struct verb_call *call);
enum status note_remove(struct verb_call *call);
enum status note_restore(struct verb_call *call);
enum status note_check(struct verb_call *call);
enum status note_uncheck(struct verb_call *call);
enum status note_keep(struct verb_call *call);

/* The moment of what is done. */
int64_t note_now(void);
/* The note that operand I names; NULL, and told, where there is none. */
const struct note *note_named(const struct verb_call *call, size_t i);
/* NOTE's place in the article called NAME: the passage that the options name, or the article as a
 * whole. */
bool note_place(const struct verb_call *call, struct str name, struct note *note);
/* NOTE's place is SPAN of article NUMBER. */
bool note_anchor(const struct verb_call *call, uint32_t number, struct span span,
                 struct note *note);
/* Takes over what --tag adds and --untag removes, in the order given. */
bool note_read_tags(const struct verb_call *call, struct note_tags *tags);
/* The text that --text gives, or standard input for "-"; empty without it. */
bool note_read_text(const struct verb_call *call, struct str *out);
/* Saves the notes in one go and prints their ids. */
enum status note_put(struct verb_call *call, struct note *notes, size_t count);

#endif
