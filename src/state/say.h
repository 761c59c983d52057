/* SPDX-License-Identifier: ISC */
/* The sentence on the last line: what happened, and what to do next. */
#ifndef DOSSIER_SRC_STATE_SAY_H
#define DOSSIER_SRC_STATE_SAY_H

#include "dossier/state/state.h"

void say(struct state *state, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* What could not be done, and why. */
void say_wrong(struct state *state, const char *format, ...) __attribute__((format(printf, 2, 3)));
void say_nothing(struct state *state);
/* "1 place", "2 places", in ARENA. */
struct str say_count(struct arena *arena, size_t count, const char *one, const char *many);
/* The first words of S, COLUMNS at most, with … where some are left out; line ends become spaces.
 */
struct str say_cut(struct arena *arena, struct str s, int columns);

#endif
