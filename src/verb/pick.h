/* SPDX-License-Identifier: ISC */
/* Which notes are meant: the options that notes and export have in common. */
#ifndef DOSSIER_VERB_PICK_H
#define DOSSIER_VERB_PICK_H

#include "dossier/model/mentions.h"
#include "dossier/notes/note.h"
#include "dossier/verb/verb.h"

#include <stdbool.h>
#include <stdint.h>

#define PICK_OPTIONS                                                                           \
    {"tag", 0, "TAG", "only notes with this tag"},                                             \
        {"actor", 0, "ACTOR", "only notes on this actor, or on a passage that mentions them"}, \
        {"article", 0, "ARTICLE", "only notes in this article"},                               \
    {                                                                                          \
        "by", 0, "WRITER", "only the notes of this writer"                                     \
    }

struct pick {
    const struct library *library;
    const char *tag, *by; /* NULL: all */
    uint32_t actor;       /* ACTOR_NONE: all */
    uint32_t article;     /* ARTICLE_NONE: all */
};

/* Reads the options of CALL; false, and told, where they name what is not there. */
bool pick_read(const struct verb_call *call, struct pick *out);
/* MENTION counts by rule 4; a role beside its name does too. */
bool pick_counts(const struct mention *mention);
bool pick_takes(const struct pick *pick, const struct note *note);

#endif
