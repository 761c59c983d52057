/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_SRC_STATE_SAID_JUDGE_H
#define DOSSIER_SRC_STATE_SAID_JUDGE_H

#include "dossier/state/state.h"

/* + and x on a quotation, and @: its speaker is right, nobody says it, ACTOR does (ACTOR_NONE:
 * nobody). */
void said_judge_yes(struct state *state, struct effects *out);
void said_judge_no(struct state *state, struct effects *out);
void said_judge_whose(struct state *state, uint32_t actor, struct effects *out);
/* . and ! there: the last of these verdicts on this quotation too; the user's own goes. */
void said_judge_again(struct state *state, struct effects *out);
void said_judge_back(struct state *state, struct effects *out);
/* Verdicts are others: what was said is found anew, where a quotation was judged in its article
 * alone. */
void said_judged(struct state *state);

#endif
