/* SPDX-License-Identifier: ISC */
/* Why a passage is no part of the article. */
#ifndef DOSSIER_SRC_STATE_OUTSIDE_H
#define DOSSIER_SRC_STATE_OUTSIDE_H

#include "dossier/base/buf.h"
#include "dossier/model/corpus.h"

/* Adds to OUT, as half a sentence, why byte AT of article NUMBER is not in its body. */
void outside_tell(const struct corpus *corpus, uint32_t number, uint32_t at, struct buf *out);
/* Only where it is for what recurs in other articles, which is looked up; else false. */
bool outside_recurs(const struct corpus *corpus, uint32_t number, uint32_t at, struct buf *out);

#endif
