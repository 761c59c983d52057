/* SPDX-License-Identifier: ISC */
/* For whoever waits for a verb: how far it has come, and an end when they have had enough. */
#ifndef DOSSIER_SRC_VERB_PATIENCE_H
#define DOSSIER_SRC_VERB_PATIENCE_H

#include "dossier/load/progress.h"

#define PATIENCE_GONE 130 /* the status after ^C */

/* From now on ^C ends the program with status 130; a save that has begun is finished first. */
void patience_begin(void);
/* Tells on standard error how far the load has come, where that is a terminal and it takes longer
 * than a second. PROGRESS must live till patience_told. */
void patience_tell(struct progress *progress);
/* The load is over: nothing of it stays on the screen. */
void patience_told(void);

#endif
