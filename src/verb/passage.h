/* SPDX-License-Identifier: ISC */
/* Finding the passage that a user names, by its words or its bytes. */
#ifndef DOSSIER_VERB_PASSAGE_H
#define DOSSIER_VERB_PASSAGE_H

#include "dossier/base/span.h"
#include "dossier/verb/verb.h"

#include <stdbool.h>
#include <stdint.h>

/* The passage of ARTICLE that the options --quote, --nth and --range of CALL name, in text offsets;
 * empty without them. False, and told, where there is none, or more than one. */
bool passage_find(const struct verb_call *call, uint32_t article, struct span *out);

#endif
