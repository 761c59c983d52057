/* SPDX-License-Identifier: ISC */
/* Whom a sentence gives a quotation to. */
#ifndef DOSSIER_SRC_PROOF_SPEAKER_H
#define DOSSIER_SRC_PROOF_SPEAKER_H

#include "dossier/base/span.h"
#include "dossier/model/corpus.h"
#include "dossier/model/mentions.h"
#include "dossier/model/tags.h"

#include <stdbool.h>

/* A text whose actors are known. */
struct told {
    const struct tags *tags;
    const struct cast *cast;
    uint32_t article;
    struct str text;
};

/* The person who is said to speak, in what stands before a quotation or behind it; ACTOR_NONE where
 * that is nobody known, or not clear. */
uint32_t speaker_of(const struct told *told, struct span before, struct span after);
/* The first person that SPAN names: of a line that only names a source. */
uint32_t speaker_named(const struct told *told, struct span span);
/* SPAN has a word that tells of speaking. */
bool speaker_is_told(struct str words);

#endif
