/* SPDX-License-Identifier: ISC */
/* What people have decided of mentions, over what the rules say. */
#ifndef DOSSIER_MODEL_VERDICTS_H
#define DOSSIER_MODEL_VERDICTS_H

#include "dossier/base/arena.h"
#include "dossier/base/buf.h"
#include "dossier/base/span.h"
#include "dossier/base/str.h"
#include "dossier/model/mentions.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct library;

/* A verdict as it is applied. */
struct judgement {
    uint32_t article; /* ARTICLE_NONE: a rule for all of them */
    struct span span; /* text offsets of one place; empty: a rule for each place of FORM */
    struct str form;
    uint32_t actor;  /* ACTOR_NONE: nobody's here */
    bool said;       /* the place is a quotation, which ACTOR says: no mention is other for it */
    bool as_printed; /* it is said by whom the text names, who is no actor */
    struct str by;   /* whose verdict */
    int64_t on;      /* seconds since 1970 in UTC */
};

/* A mention that is as a judgement made it. */
struct judged {
    uint32_t number;       /* of the mention */
    struct mention before; /* as the rules left it */
    size_t judgement;      /* in judgements.given */
};

/* All judgements that are in force. */
struct judgements {
    struct arena *arena; /* owns all below; NULL: there never was any */
    struct judgement *given;
    size_t given_len;
    struct judged *at; /* by number */
    size_t len, cap;
};

/* Makes the mentions as the rules left them, then as the COUNT judgements want them, later ones
 * over earlier ones; these are copied. Whoever holds LIBRARY for writing calls it, on the thread
 * that reads it and between two readings: the numbers of mentions stay, whose they are does not.
 * False, and nothing done, where the same judgements are in force already. */
bool library_judge(struct library *library, const struct judgement *judgements, size_t count);
/* What was judged of mention NUMBER; NULL: the rules stand. */
const struct judged *library_judged(const struct library *library, uint32_t number);
/* Mention NUMBER as the rules left it. */
const struct mention *library_unjudged(const struct library *library, uint32_t number);
/* The mention at exactly SPAN of ARTICLE, or MENTION_NONE; of several the first. */
uint32_t library_mention(const struct library *library, uint32_t article, struct span span);
/* The form that a rule for mention NUMBER, as one of ACTOR (or ACTOR_NONE), is about: as tags.yaml
 * has it. */
struct str library_form(const struct library *library, uint32_t number, uint32_t actor);
/* A verdict on a form may decide MENTION, as the rules left it: not a role that the name beside it
 * decides; and one on a form EVERYWHERE not where the article itself names somebody in full, who is
 * then meant. */
bool judgement_may_rule(const struct mention *mention, bool everywhere);

#endif
