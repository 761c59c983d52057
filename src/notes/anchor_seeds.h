/* SPDX-License-Identifier: ISC */
/* Where words may stand, by the index: the cost is that of the places of the rarest of them, never
 * that of the texts. */
#ifndef DOSSIER_NOTES_ANCHOR_SEEDS_H
#define DOSSIER_NOTES_ANCHOR_SEEDS_H

#include "dossier/model/library.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Where is looked. */
struct reach {
    const struct library *library;
    uint32_t article; /* ARTICLE_NONE: in all of them */
};

struct seed_place {
    uint32_t article, start; /* a text offset */
};

struct seed_places {
    struct seed_place *at; /* on the heap */
    size_t len, cap;
    bool more; /* there are others that were not looked at */
};

/* Where PART of WHOLE stands byte by byte, MOST places at most; at bounds of words where it has
 * such in WHOLE. All of WHOLE as PART may be cut inside a word at both ends. */
void seeds_exact(const struct reach *reach, struct str whole, struct span part, size_t most,
                 struct seed_places *out);

/* A stretch of an article in which many words of a pattern stand in about their order. */
struct seed_window {
    uint32_t first, end; /* of article_words */
    uint32_t hits;       /* words of the pattern that stand there */
};

struct seed_windows {
    struct seed_window *at; /* on the heap, the best first */
    size_t len, cap;
    bool more; /* words were too common, or windows too many, to look at all */
};

/* The windows for PATTERN in the one article of REACH, MOST at most, which do not overlap. */
void seeds_near(const struct reach *reach, struct str pattern, size_t most,
                struct seed_windows *out);

#endif
