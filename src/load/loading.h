/* SPDX-License-Identifier: ISC */
/* A library in the making. */
#ifndef DOSSIER_LOAD_LOADING_H
#define DOSSIER_LOAD_LOADING_H

#include "dossier/load/load.h"
#include "dossier/load/tags_file.h"
#include "walk.h"

struct loading {
    struct library *library;
    struct tags_entries entries;  /* by path */
    const struct library *before; /* or NULL */
    bool may_keep;                /* what was kept of an earlier run may be used */
    uint64_t renamed;             /* a number made of the tags that were renamed */
    struct progress *progress;
};

/* Reads tags.yaml of the library's folder. */
void loading_read_tags(struct loading *loading);
/* A folder's title: the one in tags.yaml, else its name. */
void loading_entitle(struct loading *loading);
/* Once the corpus is finished: tells what tags.yaml states of articles that are not there, or of
 * more text than they have. */
void loading_check_entries(const struct loading *loading);
/* What is known of an article besides its text is put together, so that it can be added: what
 * tags.yaml says, what it says itself, what was worked out. May be called from several threads at
 * once, each with PROBLEMS and an ARENA of its own. */
void loading_finish(const struct loading *loading, struct arena *arena, struct article *article,
                    struct problems *problems);
/* A number made of what tags.yaml states of the article at PATH: another one, and it must be read
 * anew. 0: nothing. */
uint32_t loading_stated(const struct loading *loading, struct str path);
/* Reads FILES on all cores and gives the library their articles, besides those that it has of
 * BEFORE (NULL: none); and settles what recurs in them all. */
void loading_read(struct loading *loading, const struct walk *files, const struct corpus *before);

#endif
