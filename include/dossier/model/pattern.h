/* SPDX-License-Identifier: ISC */
/* A name or phrase made ready for matching: rules 1 to 3 of dossier-tags(5). */
#ifndef DOSSIER_MODEL_PATTERN_H
#define DOSSIER_MODEL_PATTERN_H

#include "dossier/base/arena.h"
#include "dossier/base/span.h"
#include "dossier/base/str.h"
#include "dossier/model/corpus.h"

#include <stdbool.h>
#include <stdint.h>

struct pattern;

/* TEXT as a pattern; with PREFIX its last word may go on. NULL where it holds no letter or digit.
 */
struct pattern *pattern_make(struct arena *arena, struct str text, bool prefix);

struct place {
    uint32_t article;
    struct span span;
};

struct places {
    struct place *at;
    size_t len, cap;
};

/* Adds all matches in CORPUS to OUT, in order of article and place, by the places of its rarest
 * word. */
void pattern_find(const struct pattern *pattern, const struct corpus *corpus, struct arena *arena,
                  struct places *out);
/* The same in one segment, as bytes of all its texts; OUT (cleared first) is on the heap. */
void pattern_find_in(const struct pattern *pattern, const struct segment *segment,
                     struct spans *out);
/* At most so many places has pattern_find: those of its rarest word. */
size_t pattern_bound(const struct pattern *pattern, const struct corpus *corpus);
/* Adds the matches in TEXT, that of ARTICLE, in order, by reading it: for few articles, where the
 * pattern is in too many. The same places as pattern_find's. */
void pattern_read(const struct pattern *pattern, struct str text, uint32_t article,
                  struct arena *arena, struct places *out);

#endif
