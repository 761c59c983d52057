/* SPDX-License-Identifier: ISC */
/* The mentions that somebody should look at. */
#ifndef DOSSIER_MODEL_DOUBTS_H
#define DOSSIER_MODEL_DOUBTS_H

#include "dossier/base/arena.h"
#include "dossier/base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct article_numbers;
struct library;

/* What is in doubt of a mention. */
enum doubt {
    DOUBT_NONE,
    DOUBT_WHO,      /* more than one may be meant */
    DOUBT_NOBODY,   /* a role that nobody held, on a day that no one states */
    DOUBT_STRANGER, /* a role of a stranger, where the article names one who holds it */
    DOUBT_WORD      /* the name is a common word too */
};

/* By the number of the article, then by place; whether a verdict has decided them or not. */
struct doubts {
    uint32_t *at; /* mentions */
    size_t len, cap;
    uint32_t *next_title; /* for each role among the forms the next one with the same text, in a
                             ring */
};

/* Fills library->doubts, when all mentions are found and none is judged. Called once. From BEFORE
 * (or NULL) those are taken that are of other articles than CHANGED, which are by number. */
void doubts_find(struct library *library, const struct library *before,
                 const struct article_numbers *changed);
/* What is in doubt of mention NUMBER by the rules alone. */
enum doubt doubt_of(const struct library *library, uint32_t number);
/* One word for it: "who", "nobody", "stranger", "word"; "" for none. */
const char *doubt_name(enum doubt doubt);
/* Whose mention NUMBER may be, in ARENA, *COUNT of them: the likeliest first, who is the one that
 * the article names most. */
uint32_t *doubt_candidates(const struct library *library, uint32_t number, struct arena *arena,
                           size_t *count);
/* Why mention NUMBER is in doubt, or whose it is by the rules: sentences for a reader. */
void doubt_why(const struct library *library, uint32_t number, struct buf *out);

#endif
