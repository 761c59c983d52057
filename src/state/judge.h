/* SPDX-License-Identifier: ISC */
/* Verdicts on mentions: what they are about, and how they are asked for. */
#ifndef DOSSIER_SRC_STATE_JUDGE_H
#define DOSSIER_SRC_STATE_JUDGE_H

#include "dossier/state/state.h"

/* The mention that is meant here: the row, or the one with the cursor; else MENTION_NONE. */
uint32_t judge_meant(const struct state *state);
/* There is a place for verdicts; else that is said. */
bool judge_can(struct state *state);
/* “Brandt” in 003 ¶4: the words SPAN of article NUMBER. */
struct str judge_name(const struct state *state, struct arena *arena, uint32_t number,
                      struct span span);
/* Asks that VERDICT, on what has NAME, be stored as the user's. False, and said: it is already. */
bool judge_ask(struct state *state, const struct verdict *verdict, struct str name,
               struct effects *out);
/* Asks that VERDICT, the user's own, on what has NAME, be taken back. */
void judge_ask_back(struct state *state, const struct verdict *verdict, struct str name,
                    struct effects *out);
/* Mention NUMBER is one of ACTOR; ACTOR_NONE: of nobody here. */
void judge_mention(struct state *state, uint32_t number, uint32_t actor, struct effects *out);
/* Every mention of NUMBER's form is one of ACTOR, in its article, or EVERYWHERE. */
void judge_form(struct state *state, uint32_t number, uint32_t actor, bool everywhere,
                struct effects *out);
/* This user's verdict on mention NUMBER goes; or, where there is none and AGAIN, their rule that
 * decides it. */
void judge_undecide(struct state *state, uint32_t number, bool again, struct effects *out);

/* + and x and . where they are about a mention; false where they are not. COUNT: the candidate that
 * is chosen; 0: the first. In the text + is about what is in doubt alone. */
bool judge_yes(struct state *state, long count, struct effects *out);
bool judge_no(struct state *state, struct effects *out);
bool judge_again(struct state *state, struct effects *out);

/* To the next row that nobody has decided, from the cursor on and then from the first. */
void judge_next(struct state *state);
/* The notebook has done it: it is a step that u takes back, and the next undecided one is gone to.
 */
void judge_done(struct state *state, const struct event *event);
/* Puts the cursor of the list on what VERDICT is about. */
void judge_show(struct state *state, const struct verdict *verdict);

#endif
