/* SPDX-License-Identifier: ISC */
/* What an article says of a place in it: who speaks there, and when it was printed. */
#ifndef DOSSIER_SRC_PROOF_ORIGIN_H
#define DOSSIER_SRC_PROOF_ORIGIN_H

#include "dates.h"
#include "dossier/base/day.h"
#include "dossier/model/library.h"

struct origins;

struct origins *origins_new(struct arena *arena, const struct library *library);
/* The person whom article NUMBER clearly gives the words at SPAN to; ACTOR_NONE. */
uint32_t origins_speaker(struct origins *origins, uint32_t number, struct span span);
/* The days on one of which ARTICLE appeared; false where that is not known. */
bool origins_days(const struct article *article, day *from, day *to);
/* DATE is printed in ARTICLE. */
bool origins_prints(struct origins *origins, uint32_t article, const struct date_named *date);

#endif
