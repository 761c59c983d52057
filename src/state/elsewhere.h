/* SPDX-License-Identifier: ISC */
/* Which passages of the article under the eyes stand in others too. Looked up when no key waits. */
#ifndef DOSSIER_SRC_STATE_ELSEWHERE_H
#define DOSSIER_SRC_STATE_ELSEWHERE_H

#include "dossier/state/state.h"

#include <stdbool.h>

/* It is not known yet of this article. */
bool elsewhere_waits(const struct state *state);
void elsewhere_go_on(struct state *state);
void elsewhere_forget(struct state *state);
void elsewhere_free(struct state *state);

#endif
