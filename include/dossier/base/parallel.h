/* SPDX-License-Identifier: ISC */
/* Work that all cores share. */
#ifndef DOSSIER_BASE_PARALLEL_H
#define DOSSIER_BASE_PARALLEL_H

#define PARALLEL_MOST 16 /* workers; more gain little: they wait for memory */

/* How many workers there should be: the cores of this machine, 16 at most. */
unsigned parallel_workers(void);
/* Calls WORK once for each NTH from 0 to COUNT - 1, 16 at most, side by side where threads can be
 * had, and returns when all have returned. Signals go to the caller's thread alone. */
void parallel_run(unsigned count, void (*work)(void *context, unsigned nth), void *context);

#endif
