/* SPDX-License-Identifier: ISC */
/* Sentences, after the idea of UAX #29, with the abbreviations of news. */
#ifndef DOSSIER_TEXT_SENTENCES_H
#define DOSSIER_TEXT_SENTENCES_H

#include "dossier/base/span.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* The sentence of TEXT (one paragraph) that holds byte AT, closing quotation marks in it, the white
 * space behind it not (an AT in that space gives the sentence before it). U.S., Lt., initials and
 * numbers do not end one, unless the next word can only begin one. Empty only where TEXT is. */
struct span sentences_around(struct str text, size_t at);
/* The sentence at or after *AT, where one begins; moves *AT behind it. False at the end of TEXT. */
bool sentences_next(struct str text, size_t *at, struct span *out);

#endif
