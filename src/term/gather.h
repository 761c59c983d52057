/* SPDX-License-Identifier: ISC */
/* One write for a whole frame: curses flushes at each movement of the cursor, some two hundred
 * times a screen, each of them a visit to the terminal. While gathering, what is written to a
 * descriptor goes to memory; at the end it is sent in one piece. */
#ifndef DOSSIER_SRC_TERM_GATHER_H
#define DOSSIER_SRC_TERM_GATHER_H

/* Where the system has no such memory nothing is gathered, and all works as without. */
void gather_begin(int fd);
/* Sends what was gathered; nothing where nothing was begun. */
void gather_end(void);

#endif
