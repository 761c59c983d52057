/* SPDX-License-Identifier: ISC */
/* Small dossiers, made in memory. */
#ifndef DOSSIER_TESTS_SMALL_H
#define DOSSIER_TESTS_SMALL_H

#include "dossier/model/library.h"

struct small_article {
    const char *path, *date, *text; /* date: YYYY-MM-DD, or NULL */
    uint32_t body_from, body_to;    /* stored offsets; 0, 0: all of it */
    const char *source;             /* NULL: not known */
};

/* The library of COUNT articles and what TAGS, the source of a tags.yaml, says. The caller frees
 * it. */
struct library *small_library(const char *tags, const struct small_article *articles, size_t count);

/* All mentions in ARTICLE, in order, parted by "; ": TEXT>actor for a name, TEXT~actor for a
 * demonym, TEXT^actor for a role; "-" for nobody, "?a|b" for an ambiguous one; then "<outer" for
 * one nested in a mention of OUTER, "!" if it then does not count. The caller frees the buffer. */
void small_mentions(const struct library *library, uint32_t article, struct buf *out);

#endif
