/* SPDX-License-Identifier: ISC */
/* Waiting for keys, signals and whatever else the loop lives by. */
#ifndef DOSSIER_SRC_TERM_WAIT_H
#define DOSSIER_SRC_TERM_WAIT_H

#include <stdbool.h>

/* Waits up to MILLISECONDS, for ever where that is negative. True where there is something on INPUT
 * or SIGNALS; false where nothing came in time, where it came on one of what term_heed names, or,
 * then with *ENDED, where the terminal has hung up. */
bool wait_for_input(int input, int signals, int milliseconds, bool *ended);

#endif
