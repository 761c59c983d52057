/* SPDX-License-Identifier: ISC */
/* One run of the evidence check. */
#ifndef DOSSIER_SRC_PROOF_CHECK_H
#define DOSSIER_SRC_PROOF_CHECK_H

#include "dossier/proof/draft.h"
#include "dossier/proof/proof.h"
#include "match.h"
#include "named.h"
#include "origin.h"
#include "speaker.h"
#include "wanted.h"

struct check {
    struct arena *arena;
    const struct library *library;
    struct str file;
    struct draft draft;
    struct library *page; /* the draft's text as a dossier of one, for who is named in it */
    struct told told;     /* the same */
    struct sources sources;
    struct names *names;
    struct origins *origins;
    struct proof *out;
};

/* A quotation, and what was found of it. */
struct asked {
    const struct quotation *quotation;
    struct wanted wanted;
    struct hits hits;
    struct named_list named;
};

/* Lists something about a quotation. */
void check_report(struct check *check, const struct asked *asked, enum severity severity,
                  const char *code, const char *format, ...) __attribute__((format(printf, 5, 6)));
/* "001 ¶2", in the arena. */
struct str check_place(const struct check *check, uint32_t article, uint32_t at);
/* The first words of a quotation, on one line, in marks. */
struct str check_words(const struct check *check, struct str words);

/* The quotation stands nowhere: lists what is nearest, and in what it differs. Where that is so
 * little that it may be treated as standing, its hits are filled. */
void check_missing(struct check *check, struct asked *asked);
/* It stands where its hits are: lists what of them is not as the draft says. */
void check_standing(struct check *check, const struct asked *asked);

#endif
