/* SPDX-License-Identifier: ISC */
/* What was said, as rows: of the whole dossier, worked out some articles at a time, or of the
 * article at the cursor. What is found is held, for it costs much more to find than to filter. */
#ifndef DOSSIER_STATE_SAID_H
#define DOSSIER_STATE_SAID_H

#include "dossier/base/buf.h"
#include "dossier/model/quotation.h"
#include "dossier/reading/copies.h"
#include "dossier/state/list.h"

struct state;

struct said_row {
    uint32_t article;
    day on; /* the last day on which it may have been said, else the article's; or DAY_NONE */
    struct quotation quotation;
    bool dropped; /* it was found anew: another row has it */
    bool open;    /* the name that speaks may be several actors', and it is not decided whose */
};

/* What a verdict on a quotation answers: is its speaker right? */
enum said_answer {
    SAID_UNANSWERED, /* none was given yet */
    SAID_YES,
    SAID_NO,   /* nobody says it */
    SAID_WHOSE /* somebody else does */
};

/* Zero it to begin. */
struct said {
    struct list list;    /* rows: shown */
    struct said_row *at; /* all that was found, in the order in which it was */
    size_t len, cap;
    uint32_t *shown; /* those of AT that pass the filter, in order */
    size_t shown_len, shown_cap;
    size_t unsure;                  /* as many of them are not sure */
    size_t tried;                   /* as many of AT were asked by the filter */
    size_t asked;                   /* as many articles were looked through */
    size_t all;                     /* of so many */
    struct buf wish;                /* the filter that SHOWN obeys */
    bool outside;                   /* it lets through what is outside the body */
    bool begun;                     /* what follows holds */
    bool stopped;                   /* by the user: no more articles are looked through */
    uint32_t article;               /* the one it is of; ARTICLE_NONE: the dossier */
    uint32_t actor;                 /* whose words alone; ACTOR_NONE: everybody's */
    uint32_t in_hand;               /* the thread's actor when it was begun */
    bool everybody;                 /* all are asked for, though an actor is in hand */
    uint32_t spot_article, spot_at; /* what was under the cursor, till it is found again;
                                       ARTICLE_NONE: nothing */
};

/* Where else the words of one quotation stand. */
struct said_copied {
    uint32_t article; /* ARTICLE_NONE: of none is it known */
    struct span span;
    struct copies_found found;
};

/* The one that has the screen, or would have the pane. */
const struct said *said_of(const struct state *state);
/* The row under its cursor, or NULL. */
const struct said_row *said_here(const struct state *state);
/* Row ROW, below shown_len. */
const struct said_row *said_at(const struct said *said, size_t row);
/* All is looked through, or that was stopped, and filtered. */
bool said_is_done(const struct said *said);

/* Somebody should look whether the speaker is right. */
bool said_is_unsure(const struct said_row *row);

/* For a reader, added to OUT: */
/* "Ida Brandt", "a diplomat", or "" where nobody is found to say it; */
void said_tell_speaker(const struct state *state, const struct said_row *row, struct buf *out);
/* "“he” → Ida Brandt: a name and a verb of saying stand behind it (likely)"; */
void said_tell_who(const struct state *state, const struct said_row *row, struct buf *out);
/* "Harbour Post: the words that tell it name it"; only where somebody reports it; */
void said_tell_via(const struct state *state, const struct said_row *row, struct buf *out);
/* "12 Mar 2024~: “on Tuesday”"; */
void said_tell_when(const struct state *state, const struct said_row *row, struct buf *out);
/* "in 3 other articles, first on 21 Aug 2025~, 002"; false where that is not known. */
bool said_tell_also(const struct state *state, const struct said_row *row, struct buf *out);
/* "whole sentences in quotation marks". */
const char *said_kind_words(enum quotation_kind kind);

#endif
