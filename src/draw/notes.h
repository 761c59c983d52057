/* SPDX-License-Identifier: ISC */
/* What the list of notes and the note in full both say of a note. */
#ifndef DOSSIER_SRC_DRAW_NOTES_H
#define DOSSIER_SRC_DRAW_NOTES_H

#include "parts.h"

#include "flow.h"

/* "changed", "clash", "new", …; a note that is CURRENT is news as long as it is. */
const char *notes_word(const struct state *state, const struct note *note, bool current);
/* Its passage is not where it was, or there is another version: what it says is to be doubted. */
bool notes_doubtful(const struct note *note);
/* "001 ¶2", "001", or the actor that it is about. */
struct str notes_place(struct arena *arena, const struct state *state, const struct note *note);
/* "me", or another writer's name. */
struct str notes_writer(const struct state *state, const struct note *note);
/* "20 Nov 09:12", in another year than this "20 Nov 2025". */
struct str notes_moment(struct arena *arena, const struct state *state, int64_t moment);
/* Both versions of a passage in words: what it was, and what it is, with [-…-] and {+…+}. */
void notes_put_change(struct flow *flow, const char *was, const char *is, struct str before,
                      struct str after, size_t *edits);
/* What can be done with it here, on one line; empty where there is nothing. */
struct str notes_deeds(struct arena *arena, const struct state *state, const struct note *note);
struct str notes_draft_deeds(struct arena *arena, const struct state *state);

#endif
