/* SPDX-License-Identifier: ISC */
/* The place that a quotation which stands nowhere was most likely taken from. */
#ifndef DOSSIER_SRC_PROOF_NEAREST_H
#define DOSSIER_SRC_PROOF_NEAREST_H

#include "match.h"

struct nearest {
    uint32_t article;
    struct span span; /* from its first word to its last */
    int likeness;     /* how many of the quotation's words stand there in order, in percent */
};

/* PREFERRED (or ARTICLE_NONE) wins where it is nearly as good. False where nothing is like PART. */
bool nearest_find(const struct sources *sources, const struct wanted_part *part, uint32_t preferred,
                  struct nearest *out);

#endif
