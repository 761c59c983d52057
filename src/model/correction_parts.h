/* SPDX-License-Identifier: ISC */
/* What the two files that make corrections share. */
#ifndef DOSSIER_MODEL_CORRECTION_PARTS_H
#define DOSSIER_MODEL_CORRECTION_PARTS_H

#include "dossier/model/correction.h"

/* A correction of ARTICLE that says nothing yet. */
struct correction correction_begin(const struct article *article, enum correction_kind kind,
                                   enum article_field field);
/* Adds SPAN, text offsets of ARTICLE, to the body. */
void correction_add(const struct article *article, struct span span, struct arena *arena,
                    struct correction *out);

#endif
