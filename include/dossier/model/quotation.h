/* SPDX-License-Identifier: ISC */
/* What somebody is said to have said: the plain shape. reading/quotes finds it in a text. */
#ifndef DOSSIER_MODEL_QUOTATION_H
#define DOSSIER_MODEL_QUOTATION_H

#include "dossier/base/day.h"
#include "dossier/base/span.h"
#include "dossier/model/times.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define QUOTATION_SURE 0.9 /* from this confidence on it is shown as sure */

#define QUOTATION_KINDS "direct fragment scare reported"
enum quotation_kind {
    QUOTATION_DIRECT,   /* whole sentences between marks, or a clause that stands by itself */
    QUOTATION_FRAGMENT, /* somebody's words as a part of the writer's sentence */
    QUOTATION_SCARE,    /* a word held at a distance, a title, a term: nobody is said to say it */
    QUOTATION_REPORTED  /* without marks: the clause that tells what was said */
};

enum speaker_class {
    SPEAKER_NONE,
    SPEAKER_NAMED,
    SPEAKER_PRONOUN,
    SPEAKER_UNNAMED,    /* a European diplomat */
    SPEAKER_COLLECTIVE, /* European leaders */
    SPEAKER_DOCUMENT    /* the letter */
};

/* Spans are text offsets; an empty one (end 0) means there is none. */
struct quotation {
    struct span span; /* between the marks; the clause, for REPORTED */
    enum quotation_kind kind;
    enum speaker_class class;
    struct span speaker_span; /* the words that name the speaker */
    struct span cue;          /* the words that say that it was said */
    struct span via;          /* who reports it */
    uint32_t via_how;         /* which rule found that: reading/quotes.def; 0: none */
    uint32_t speaker;         /* actor, or ACTOR_NONE: not known, or not in tags.yaml */
    uint32_t how;             /* which rule found the speaker: reading/quotes.def */
    double confidence;        /* 0 to 1: that the speaker is right */
    day said_from, said_to;   /* when it was said; DAY_NONE: the text does not tell */
    enum time_basis said_basis;
    struct span said_why; /* the words that tell when */
    bool continues;       /* runs on from the quotation before, without words of its own that
                             say who speaks */
    bool in_body;
    bool confirmed; /* somebody has said who says it, or that nobody does */
};

struct quotations {
    struct quotation *at; /* by start */
    size_t len, cap;
};

static inline bool quotation_has(struct span span)
{
    return span.end > 0;
}

#endif
