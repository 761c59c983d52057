/* SPDX-License-Identifier: ISC */
/* Finding what was said, and keeping its rows in order. */
#ifndef DOSSIER_SRC_STATE_SAID_H
#define DOSSIER_SRC_STATE_SAID_H

#include "dossier/state/state.h"

/* Begins the rows on the screen anew where article, actor or filter are others, with a first step.
 */
void said_refresh(struct state *state);
/* The rows of the dossier are on the screen and not all there. */
bool said_wait(const struct state *state);
/* Looks through some articles more. */
void said_go_on(struct state *state);
/* No more articles are looked through; false where nothing was under way. */
bool said_stop(struct state *state);
/* The mentions or texts are others: all is found anew when it is next looked at. What was under the
 * cursors is found again. */
void said_forget(struct state *state);
/* The same for ARTICLE alone, where it was looked through. */
void said_renew(struct state *state, uint32_t article);
void said_free(struct said *said);
/* Puts the cursor on the row that was found as number NUMBER, if it is shown. */
void said_show(struct state *state, uint32_t number);
/* Puts the cursor on what was said at AT of ARTICLE, once that is found and if it is shown. */
void said_seek(struct state *state, uint32_t article, uint32_t at);
/* The number of the row under the cursor, or UINT32_MAX. */
uint32_t said_number(const struct state *state);

/* It is not known yet where else the words of the row shown in full stand; looks that up; it is not
 * known any more. */
bool said_copied_waits(const struct state *state);
void said_copied_go_on(struct state *state);
void said_copied_forget(struct state *state);

/* Takes the rows of ARTICLE away; where the cursor was on one of them, it is remembered. */
void said_drop(struct said *said, uint32_t article);
/* Begins the filter that rows obey anew. */
void said_try_again(struct state *state, struct said *said);
/* Tries up to MOST rows that were found and not tried; those that pass are put in their places. */
void said_try(struct state *state, struct said *said, size_t most);

#endif
