/* SPDX-License-Identifier: ISC */
/* The saved searches above the list of the articles. What they find is counted while no key waits
 * and the list is on the screen. */
#ifndef DOSSIER_SRC_STATE_FOLDERS_H
#define DOSSIER_SRC_STATE_FOLDERS_H

#include "dossier/state/state.h"
#include "where_notes.h"

/* The saved searches are others, or what they look through is: all is counted anew. */
void folders_renew(struct state *state);
/* Those that look into notes are counted anew. */
void folders_notes_changed(struct state *state);
void folders_free(struct state *state);
/* Something is left to count. */
bool folders_wait(const struct state *state);
/* Counts a step further. */
void folders_go_on(struct state *state);
/* The folder under the cursor: the list has its articles, and its thread is in hand. */
void folders_open(struct state *state);
/* The list has all articles again; false where no folder is open. */
bool folders_close(struct state *state);
/* Moves the cursor between the articles and the folders above them, where BY leads over the edge.
 */
bool folders_cross(struct state *state, long by);
/* Of the folder under the cursor: its query is typed anew, or it is taken away. */
void folders_edit(struct state *state);
/* What the status line says of it. */
void folders_tell(const struct telling *telling);
void folders_drop(struct state *state, struct effects *out);

#endif
