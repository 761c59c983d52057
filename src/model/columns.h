/* SPDX-License-Identifier: ISC */
/* What was counted of the articles together; a corpus has one. */
#ifndef DOSSIER_SRC_MODEL_COLUMNS_H
#define DOSSIER_SRC_MODEL_COLUMNS_H

struct columns;

struct columns *columns_new(void);
void columns_free(struct columns *columns);

#endif
