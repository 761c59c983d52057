/* SPDX-License-Identifier: ISC */
/* All articles, in order of path, with the index of their words. */
#ifndef DOSSIER_MODEL_CORPUS_H
#define DOSSIER_MODEL_CORPUS_H

#include "dossier/base/arena.h"
#include "dossier/base/error.h"
#include "dossier/model/article.h"
#include "dossier/model/index.h"

#include <stddef.h>
#include <stdint.h>

struct corpus {
    struct article *at; /* by path; a position in it is the article's number in this generation */
    size_t len, cap;
    uint32_t *by_date; /* article numbers by day, then path; the undated last */
    uint32_t *rank;    /* for each article its place in by_date */
    struct index *index;
};

/* Article NUMBER, below corpus->len. Good till a few hundred others have been asked for: hold
 * numbers, not articles. */
const struct article *corpus_article(const struct corpus *corpus, uint32_t number);
/* Sorts, labels and indexes the articles, which must not be added to afterwards. */
void corpus_finish(struct arena *arena, struct corpus *corpus);
/* The article whose path is NAME, or the only one whose path begins with it. ARTICLE_NONE with an
 * error that lists the candidates. */
uint32_t corpus_find(const struct corpus *corpus, struct str name, struct error *error);
/* The article with exactly this path, or ARTICLE_NONE. */
uint32_t corpus_at_path(const struct corpus *corpus, struct str path);

#endif
