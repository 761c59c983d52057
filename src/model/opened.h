/* SPDX-License-Identifier: ISC */
/* The articles that were asked for last, put together from their segments. */
#ifndef DOSSIER_MODEL_OPENED_H
#define DOSSIER_MODEL_OPENED_H

#include "dossier/model/corpus.h"

struct opened *opened_new(void);
void opened_free(struct opened *opened);

#endif
