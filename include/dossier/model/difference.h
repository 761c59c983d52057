/* SPDX-License-Identifier: ISC */
/* Which articles one generation has and the other has not, by their paths. */
#ifndef DOSSIER_MODEL_DIFFERENCE_H
#define DOSSIER_MODEL_DIFFERENCE_H

#include "dossier/base/arena.h"
#include "dossier/model/corpus.h"

struct article_numbers {
    uint32_t *at;
    size_t len, cap;
};

struct difference {
    struct article_numbers gone;  /* in the old one, by path */
    struct article_numbers added; /* in the new one, by path */
};

/* Goes through the paths of all articles of both, and asks for none of the articles: may be called
 * from any thread. In ARENA. */
void difference_find(struct arena *arena, const struct corpus *old, const struct corpus *new,
                     struct difference *out);

#endif
