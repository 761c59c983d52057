/* SPDX-License-Identifier: ISC */
/* Who is whose: what is typed, or chosen, for the commands that change it. A line says all: words
 * in quotation marks, then an actor; without the first, the words are those at hand. */
#ifndef DOSSIER_SRC_STATE_NAMING_H
#define DOSSIER_SRC_STATE_NAMING_H

#include "dossier/state/state.h"

/* A line apart. */
struct naming {
    struct str words;    /* in quotation marks; empty: none were typed */
    struct str target;   /* the actor; or as far as it was typed */
    struct str from, to; /* days, as typed */
    bool dated;          /* "from" or "to" is there, perhaps without a day yet */
};

/* COMMAND is one of these. */
bool naming_is(enum command command);
/* LINE apart; a role's days only for COMMAND_role and COMMAND_unalias. */
struct naming naming_read(enum command command, struct str line);
/* What COMMAND with LINE asks for. False with the error where it can't be: no words, no such actor,
 * a false day. Memory from ARENA. */
bool naming_make(const struct state *state, enum command command, struct str line,
                 struct arena *arena, struct amendment *out, struct error *error);

/* The words at hand: selected, a known name with the cursor, or what could be one; on one line, in
 * ARENA. Empty where there are none. */
struct str naming_words(const struct state *state, struct arena *arena);
/* The actor at hand: of the cast's row, else with the cursor, else of the thread; ACTOR_NONE. */
uint32_t naming_actor(const struct state *state);
/* The form that the mention with the cursor was found by, where it is ACTOR's; NULL. */
const struct form *naming_form(const struct state *state, uint32_t actor);
/* The command that the same words are offered for next. */
enum command naming_turn(enum command command);

/* What taking the prompt's row or line would do goes to its FORESEEN. */
void naming_foresee(struct state *state);
/* Over the rows: of which words they are, and what the keys do. */
void naming_tell(const struct state *state, struct buf *out);

#endif
