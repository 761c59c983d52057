/* SPDX-License-Identifier: ISC */
/* The head of a handler; not each needs all that it is given. */
#ifndef DOSSIER_SRC_STATE_ACT_H
#define DOSSIER_SRC_STATE_ACT_H

#include "dossier/state/acts.h"

#define ACT(id)                                                    \
    void act_##id(struct state *state __attribute__((unused)),     \
                  const struct call *call __attribute__((unused)), \
                  struct effects *out __attribute__((unused)))

#endif
