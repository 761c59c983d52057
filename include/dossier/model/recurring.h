/* SPDX-License-Identifier: ISC */
/* Lines that stand in several articles of one source are a page's menu, plea or caption, and not
 * the article. Which lines of a text may be such is seen when it is read (reading/recurring); that
 * they are is known when all articles are there, and is a matter of the set of articles alone. */
#ifndef DOSSIER_MODEL_RECURRING_H
#define DOSSIER_MODEL_RECURRING_H

#include "dossier/base/arena.h"
#include "dossier/base/span.h"
#include "dossier/model/corpus.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define RECURRING_LEAST 3   /* articles, otherwise unlike each other, that a line stands in */
#define RECURRING_SKETCH 16 /* hashes by which articles are held against each other */

/* What makes articles those of one source, the first that is known. */
enum recurring_within {
    RECURRING_SOURCE, /* the outlet, stated or worked out */
    RECURRING_SITE,   /* the host of their address */
    RECURRING_FOLDER  /* that they lie in */
};

/* A line of the body, or some that stand together, to be taken out of it if it recurs. */
struct recurring_line {
    uint64_t key;     /* made of its words and of what its article is within */
    struct span span; /* text offsets */
    uint32_t holder;  /* in a segment: which of its holders has it */
    uint32_t out;     /* 1: it recurs, and is not the body's; else 0 */
};

/* Those of one article. */
struct recurring {
    enum recurring_within within;
    uint64_t path; /* a hash of it: the order in which articles are asked */
    /* The smallest hashes of its lines of running text, in order; UINT32_MAX: no more. */
    uint32_t sketch[RECURRING_SKETCH];
    struct recurring_line *at; /* by start; they may overlap */
    size_t len, cap;
};

/* An article without lines, in ARENA. */
struct recurring *recurring_new(struct arena *arena);
/* Adds a line of running text to the sketch of an article. */
void recurring_sketch(uint32_t sketch[RECURRING_SKETCH], struct str line);
/* Two articles are unlike each other: of the one that has fewer lines, less than half stand in the
 * other. Where a sketch does not tell, they are not. */
bool recurring_unlike(const uint32_t a[RECURRING_SKETCH], const uint32_t b[RECURRING_SKETCH]);
/* Takes those of the COUNT LINES that are out from the body of a finished ARTICLE; all of it never
 * is. */
void recurring_take_out(struct arena *arena, struct article *article,
                        const struct recurring_line *lines, size_t count);
/* Those that article NUMBER of SEGMENT has, in ARENA; NULL: none. */
struct recurring *recurring_of(const struct segment *segment, uint32_t number, struct arena *arena);

/* A line that recurs now and did not, or the other way round, in an article of a segment that is
 * shared: LINE is its place among those of the article. */
struct recurring_change {
    uint32_t article, line;
};

struct recurring_changes {
    struct recurring_change *at; /* by article */
    size_t len, cap;
};

/* Finds the lines of CORPUS that recur. It was made of BEFORE (NULL: of nothing), and its parts
 * from MADE on, which nobody else holds yet, are new: there the lines are marked, and words that
 * are not in a body any more are taken from the count. What is other in the parts before is added
 * to OUT, in ARENA. Only lines are asked for that a new article has, or one that is gone. */
void recurring_find(struct corpus *corpus, const struct corpus *before, size_t made,
                    struct arena *arena, struct recurring_changes *out);
/* In how many other articles the line at byte AT of ARTICLE stands, if it is not the body's for
 * that; else 0. WITHIN says what makes them those of one source. */
size_t recurring_others(const struct corpus *corpus, uint32_t article, uint32_t at,
                        enum recurring_within *within);

#endif
