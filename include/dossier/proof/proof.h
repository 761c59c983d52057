/* SPDX-License-Identifier: ISC */
/* The evidence check: whether each quotation of a draft stands word for word in the articles. */
#ifndef DOSSIER_PROOF_PROOF_H
#define DOSSIER_PROOF_PROOF_H

#include "dossier/base/arena.h"
#include "dossier/base/error.h"
#include "dossier/model/library.h"

#include <stdbool.h>
#include <stddef.h>

#define PROOF_LEAST 4 /* words of a quotation that is checked */

struct proof {
    struct problems problems; /* in the draft's order; an error for each quotation that does not
                                 stand */
    size_t checked, standing; /* quotations of PROOF_LEAST words or more; those without an error */
    size_t brief;             /* shorter ones */
    size_t speakers;          /* speakers that were compared with the article's */
};

/* Checks BYTES, the draft, against the articles of LIBRARY. FILE names it in problems, and tells
 * its format by its ending. It is never its own source: articles with the same text are none, nor
 * are exports of this program. All memory is ARENA's. False where BYTES are no text. */
bool proof_check(struct arena *arena, const struct library *library, struct str bytes,
                 struct str file, struct proof *out, struct error *error);

#endif
