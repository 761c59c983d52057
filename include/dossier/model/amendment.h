/* SPDX-License-Identifier: ISC */
/* A change to who is who, as it is asked for while one reads; and what would come of it, told
 * before anything is written. */
#ifndef DOSSIER_MODEL_AMENDMENT_H
#define DOSSIER_MODEL_AMENDMENT_H

#include "dossier/model/library.h"
#include "dossier/model/pattern.h"

enum amendment_kind {
    AMEND_NEW,     /* an actor called WORDS, of ACTOR_KIND; its id is ACTOR */
    AMEND_ALIAS,   /* WORDS are a name of ACTOR's; IN_FULL: only where it is named in full */
    AMEND_DEMONYM, /* WORDS are a demonym of ACTOR's */
    AMEND_ROLE,    /* WORDS are the title of a role of ACTOR's, held FROM … TO */
    AMEND_LIMIT,   /* the alias WORDS counts only where ACTOR is named in full, or, not IN_FULL,
                      everywhere again */
    AMEND_DROP,    /* WORDS, of FORM_KIND, are no form of ACTOR's any more */
    AMEND_MERGE    /* all that is ACTOR's becomes INTO's, and its id one that INTO had before */
};

struct amendment {
    enum amendment_kind kind;
    struct str actor, into; /* ids */
    struct str words;
    enum actor_kind actor_kind;
    enum form_kind form_kind;
    bool in_full;
    day from, to; /* to: the first day no longer; DAY_NONE: open */
};

/* What an amendment did to the bytes of tags.yaml: from byte AT on, AFTER took the place of BEFORE,
 * whole lines. */
struct tags_patch {
    size_t at;
    struct str before, after;
    struct str above, below; /* some lines around, by which it is found again */
};

/* Whether it can be done at all; else why not, in a sentence. */
bool amendment_check(const struct amendment *amendment, const struct tags *tags,
                     struct error *error);
/* Sets, where forms go or are limited, which of its actor's is meant by its words: a name, else a
 * demonym, else a role; DATED: one of the days FROM and TO. */
void amendment_choose(struct amendment *amendment, const struct tags *tags, bool dated);
/* The form of its actor's that it takes away or limits; NULL where it does neither, or there is
 * none. */
const struct form *amendment_form(const struct amendment *amendment, const struct tags *tags);
/* What it does, as a sentence without a full stop, and what taking it back does: "“Zelenskij” is a
 * name of Volodymyr Zelenskyy". */
void amendment_words(const struct amendment *amendment, const struct tags *tags, struct buf *did,
                     struct buf *undid);

/* The same as what is to be looked at first: "“Zelenskij” as a name of Volodymyr Zelenskyy". */
void amendment_title(const struct amendment *amendment, const struct tags *tags, struct buf *out);

/* Places that collide with mentions there are. */
struct clash {
    size_t places;
    uint32_t actor; /* whose the most of them are; ACTOR_NONE */
    size_t actors;
};

/* What would come of it. */
struct forecast {
    size_t more, fewer;  /* mentions that would count, and that would count no more */
    size_t articles;     /* those they are in */
    size_t places;       /* where the words stand at all */
    struct clash same;   /* the very words are another's too: rule 6 */
    struct clash inside; /* within a longer mention, or crossing one, so that they don't count */
    struct clash taken;  /* mentions of others that would lie within the new ones, and count no more
                          */
    bool rough;          /* there are so many places that no article was opened, or it is a role,
                            whose neighbours were not weighed */
};

/* The places that AMENDMENT is about, those of its words; memory from ARENA. They hang on no actor,
 * but where a role goes: with its title go its other forms. */
void forecast_places(const struct library *library, const struct amendment *amendment,
                     struct arena *arena, struct places *out);
/* What AMENDMENT, which passes amendment_check, would do to the stops under COUNTING. PLACES are
 * weighed against the mentions there are, and nothing is built anew. A merging needs none: TALLIES,
 * for each actor, tell it (else they may be NULL). */
void forecast_make(const struct library *library, const struct amendment *amendment,
                   const struct places *places, const struct counting *counting,
                   const struct tally *tallies, struct forecast *out);
/* "+37 mentions in 12 articles, 3 collide with Marco Rubio". */
void forecast_words(const struct forecast *forecast, const struct tags *tags, struct buf *out);

#endif
