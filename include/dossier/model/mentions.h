/* SPDX-License-Identifier: ISC */
/* Who is named where: rules 4 to 6 of dossier-tags(5). */
#ifndef DOSSIER_MODEL_MENTIONS_H
#define DOSSIER_MODEL_MENTIONS_H

#include "dossier/base/arena.h"
#include "dossier/base/buf.h"
#include "dossier/base/span.h"
#include "dossier/model/corpus.h"
#include "dossier/model/tags.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MENTION_NONE UINT32_MAX

/* How a mention came to its actor, or why it did not. */
enum reason {
    REASON_ONLY_ONE,      /* no other actor has this form */
    REASON_NAMED_IN_FULL, /* of those who have it only this one is named in full in the article */
    REASON_NAME_AFTER,    /* a role: the name stands directly after it */
    REASON_NAME_BEFORE,   /* a role: the name stands before it, with a comma or bracket */
    REASON_NAME_AFTER_COMMA, /* a role: the name stands after it, with a comma */
    REASON_HOLDER,           /* a role alone: its holder's on the article's date */
    REASON_ONLY_HOLDER,      /* a role alone in an undated article: there was only ever one */
    REASON_STRANGER,         /* a role before capitalised words that are no known actor: nobody's */
    REASON_NOBODY,           /* a role that nobody holds on that date */
    REASON_AMBIGUOUS,        /* more than one, and the article does not decide */
    REASON_VERDICT           /* somebody has said so: library_judged tells who */
};

struct mention {
    uint32_t article;
    struct span span;    /* text offsets */
    uint32_t form;       /* in tags.forms: what matched, of the actor or of the first candidate */
    uint32_t actor;      /* ACTOR_NONE where ambiguous, or nobody's */
    uint32_t candidates; /* where in cast.candidates; only if ambiguous */
    uint32_t candidate_count;
    uint32_t within; /* the innermost longer mention that holds it, or MENTION_NONE */
    uint32_t beside; /* a role: its holder's name that it stands beside, or MENTION_NONE */
    enum form_kind kind : 8;
    enum reason reason : 8;
    bool in_body;
    bool in_name; /* nested in the name of a person, organisation, outlet, country or place, or in a
                     demonym: never counts */
};

/* The mentions of one article stand together, from FIRST to before END. HITS and HITS_END: the same
 * of the places of forms that were weighed against each other; none where there was nothing to be
 * weighed, and the mentions are those places. */
struct mention_range {
    uint32_t first, end;
    uint32_t hits, hits_end;
};

/* Mentions are numbered: an article that is as it was has the same numbers in the generations that
 * go on from each other, and in no order with those of other articles. */
struct cast {
    struct mention *at;       /* of an article by start, longest first */
    size_t len;               /* mentions of all articles */
    uint32_t end;             /* more than any mention's number */
    struct mention_range *of; /* by article number */
    struct {
        uint32_t *at; /* actors */
    } candidates;
    const struct hit *hits;
    struct cast_log *log; /* what the mentions lie in; generations may share it */
};

/* Which mentions are asked for. */
struct counting {
    bool names, demonyms, roles; /* kinds */
    bool outside;                /* those outside the body too */
};
#define COUNTING_ALL ((struct counting){true, true, true, false})

/* Finds all mentions of all actors. */
void cast_build(struct arena *arena, const struct corpus *corpus, const struct tags *tags,
                struct cast *out);
/* The same for the same CORPUS, where TAGS say something else than WAS said when BEFORE was built:
 * only the articles that have places of forms that came or went are looked at; these are added to
 * CHANGED, by number. False, and nothing done, where there are too many, or actors are numbered
 * otherwise. */
struct cast_change {
    struct arena *arena;
    const struct corpus *corpus;
    const struct tags *tags, *was;
    const struct cast *before;
};
bool cast_retag(const struct cast_change *change, struct article_numbers *changed,
                struct cast *out);
/* Lets go of the mentions. */
void cast_close(struct cast *cast);
/* The same, where TAGS say what they said when BEFORE was built of another corpus, WAS: what that
 * corpus shares with this one is taken over, and only the rest is looked at. */
void cast_renew(struct arena *arena, const struct corpus *corpus, const struct tags *tags,
                const struct corpus *was, const struct cast *before, struct cast *out);
/* MENTION counts by rule 4; a role beside its name does too. */
bool mention_counts(const struct mention *mention);
/* MENTION is one of ACTOR's: his, or ambiguous with him among the candidates. */
bool mention_is_of(const struct cast *cast, const struct mention *mention, uint32_t actor);
/* MENTION is a stop of its own under COUNTING (rule 4): in the body, or outside is asked for; not
 * nested in a name; of a kind that is asked for; and no role beside a name that is itself a stop.
 */
bool mention_is_stop(const struct cast *cast, const struct mention *mention,
                     const struct counting *counting);
/* Adds the numbers of ACTOR's stops in ARTICLE to OUT (a vector in ARENA). */
struct mention_list {
    uint32_t *at;
    size_t len, cap;
};
void cast_stops_in(const struct cast *cast, uint32_t article, uint32_t actor,
                   const struct counting *counting, struct arena *arena, struct mention_list *out);
/* How often and where an actor is mentioned. */
struct tally {
    size_t mentions, articles;
    day first, last; /* days of the first and last dated article that has one */
};
/* For each actor of TAGS, in ARENA. */
struct tally *cast_tally(const struct cast *cast, const struct corpus *corpus,
                         const struct tags *tags, const struct counting *counting,
                         struct arena *arena);
/* Stops of all actors in ARTICLE, each mention once. */
size_t cast_in_article(const struct cast *cast, uint32_t article, const struct counting *counting);
/* The innermost mention that holds byte AT of ARTICLE, or MENTION_NONE. */
uint32_t cast_at(const struct cast *cast, uint32_t article, uint32_t at);

/* Why mention NUMBER is one, and whose: one or more sentences for a reader. */
void mention_why(const struct cast *cast, const struct corpus *corpus, const struct tags *tags,
                 uint32_t number, struct buf *out);
/* The same for one that a verdict has changed since, as it was before: MENTION. */
void mention_why_of(const struct cast *cast, const struct corpus *corpus, const struct tags *tags,
                    const struct mention *mention, struct buf *out);

#endif
