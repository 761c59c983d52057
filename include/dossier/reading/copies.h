/* SPDX-License-Identifier: ISC */
/* What an article has in common with others, word for word: copied wording, shared quotations. Runs
 * of eight words (shingles: Broder, "On the Resemblance and Containment of Documents", 1997) are
 * looked up in the index, where a run costs what its rarest word does. */
#ifndef DOSSIER_READING_COPIES_H
#define DOSSIER_READING_COPIES_H

#include "dossier/base/arena.h"
#include "dossier/base/span.h"
#include "dossier/model/library.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A passage that stands elsewhere too. */
struct copied_passage {
    struct span span;  /* text offsets; in one sentence */
    uint32_t articles; /* how many others have some of it */
    uint32_t first;    /* the earliest of those, by date */
};

/* Those of one article while they are looked for, a sentence at a time: that may take long where
 * the articles are many. All zero but for the first three. */
struct copies {
    struct arena *arena; /* owns what is found */
    const struct library *library;
    uint32_t article;
    struct copied_passage *at; /* by start; in the body */
    size_t len, cap;
    size_t paragraph, behind; /* the next sentence begins here */
};

/* Looks for one sentence more; false once all have been. Sentences of fewer words than a run, and
 * runs without a rare word, are passed over. */
bool copies_step(struct copies *copies);

/* The words of PASSAGE, in ARENA, as a pattern finds them in other texts too: without signs at its
 * ends, and the first letter in either case, for a sentence begins with a capital. */
struct str copies_words(struct arena *arena, struct str passage);

enum copied_how {
    COPIED_NOWHERE,
    COPIED_WHOLE,
    COPIED_PART,  /* a run of its words */
    COPIED_UNTOLD /* its words are too common to look for them */
};

/* Where one passage stands too. */
struct copies_found {
    enum copied_how how;
    uint32_t articles; /* how many others */
    uint32_t first;    /* the earliest of those, by date; ARTICLE_NONE */
};

/* Of SPAN of ARTICLE. Up to three words count only between quotation marks there. Costs what the
 * places of its rarest words do, and no more than some tens of thousands. */
struct copies_found copies_of(const struct library *library, uint32_t article, struct span span);

#endif
