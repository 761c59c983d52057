/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_MODEL_DOUBTFUL_H
#define DOSSIER_MODEL_DOUBTFUL_H

#include "dossier/base/error.h"
#include "dossier/model/corpus.h"
#include "dossier/model/tags.h"

/* Marks each name that is also a common word of the corpus, and adds a warning. */
void doubtful_forms(struct tags *tags, const struct corpus *corpus, const struct tags *before,
                    struct problems *problems);

#endif
