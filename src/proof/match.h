/* SPDX-License-Identifier: ISC */
/* Where a quotation stands, word for word. */
#ifndef DOSSIER_SRC_PROOF_MATCH_H
#define DOSSIER_SRC_PROOF_MATCH_H

#include "dossier/base/arena.h"
#include "dossier/base/span.h"
#include "dossier/model/corpus.h"
#include "edges.h"
#include "wanted.h"

struct hit {
    uint32_t article;
    struct span span, first, last; /* of all; of the first and the last part */
    enum cut cut;
};

struct hits {
    struct hit *at;
    size_t len, cap;
};

/* The articles in which is looked. */
struct sources {
    const struct corpus *corpus;
    const bool *excluded; /* for each article's number: it is no source */
};

/* Adds the places of WANTED, by path of the article, a few hundred of them at most. OUT is empty.
 */
void match_find(const struct sources *sources, const struct wanted *wanted, struct arena *arena,
                struct hits *out);

#endif
