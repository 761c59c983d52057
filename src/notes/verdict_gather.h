/* SPDX-License-Identifier: ISC */
/* The verdicts of all files together, and which of them count. */
#ifndef DOSSIER_SRC_NOTES_VERDICT_GATHER_H
#define DOSSIER_SRC_NOTES_VERDICT_GATHER_H

#include "dossier/notes/notebook.h"

/* Fills notebook->verdicts, in order of weight, and says of each how it stands. */
void verdict_gather(struct notebook *notebook);

#endif
