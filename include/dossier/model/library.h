/* SPDX-License-Identifier: ISC */
/* A dossier in memory: built once by load, then const. A change builds a new generation beside it.
 */
#ifndef DOSSIER_MODEL_LIBRARY_H
#define DOSSIER_MODEL_LIBRARY_H

#include "dossier/base/arena.h"
#include "dossier/base/error.h"
#include "dossier/model/corpus.h"
#include "dossier/model/doubts.h"
#include "dossier/model/mentions.h"
#include "dossier/model/tags.h"
#include "dossier/model/verdicts.h"

struct library {
    struct arena *arena;
    const char *folder; /* as the user named it; "." for standard input */
    struct str title;   /* of the dossier: from tags.yaml, else the folder's name */
    bool single;        /* one file or standard input, not a folder */
    struct corpus corpus;
    struct segment_maker
        *making;  /* of articles that were added; NULL once the corpus is finished */
    bool as_kept; /* the cache has the corpus just so */
    struct tags tags;
    uint64_t tags_number; /* made of the bytes of tags.yaml; 0: there is none */
    uint64_t stated;      /* made of what tags.yaml says of articles; 0: nothing */
    struct cast cast;     /* as people's verdicts have it */
    struct cast as_built; /* as the rules have it; where nothing was judged, the same arrays */
    struct doubts doubts;
    struct judgements judgements; /* the one part that changes, and with it the mentions that they
                                     are about: only by library_judge */
    struct problems problems;     /* of articles and tags.yaml, in order of file and line */
};

/* An empty library that owns its arena. */
struct library *library_new(void);
void library_free(struct library *library);
/* Adds a finished article, by itself; or a segment of them, which is the library's from then on. */
void library_add(struct library *library, const struct article *article);
void library_take(struct library *library, struct segment *segment);
/* Once articles and tags are in: finishes the corpus, finds the mentions, adds what is doubtful to
 * the problems (an alias that is a common word of the corpus). */
void library_finish(struct library *library);
/* Its two halves. From BEFORE, a generation before (which may be NULL), they take what still holds.
 */
void library_finish_corpus(struct library *library, const struct library *before);
void library_finish_cast(struct library *library, const struct library *before);
/* Adds the numbers of ACTOR's stops to OUT (a vector in ARENA), articles by date. */
void library_stops(const struct library *library, uint32_t actor, const struct counting *counting,
                   struct arena *arena, struct mention_list *out);
/* "001 ¶2": names a place everywhere. */
void library_place(const struct library *library, uint32_t article, uint32_t at, struct buf *out);

#endif
