/* SPDX-License-Identifier: ISC */
/* Which articles one generation has and the other has not, by their paths. */
#ifndef DOSSIER_MODEL_DIFFERENCE_H
#define DOSSIER_MODEL_DIFFERENCE_H

#include "dossier/base/arena.h"
#include "dossier/model/corpus.h"

struct difference {
    struct article_numbers gone;  /* in the old one, by path */
    struct article_numbers added; /* in the new one, by path */
};

/* Asks for none of the articles: may be called from any thread. In ARENA. Of two of which the one
 * does not continue the other all paths are gone through. */
void difference_find(struct arena *arena, const struct corpus *old, const struct corpus *new,
                     struct difference *out);

#endif
