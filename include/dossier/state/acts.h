/* SPDX-License-Identifier: ISC */
/* What each command does: one act_… for each row of commands.def. */
#ifndef DOSSIER_STATE_ACTS_H
#define DOSSIER_STATE_ACTS_H

#include "dossier/state/state.h"

struct call {
    enum command command;
    long count;          /* typed before the key; 0: none */
    struct str argument; /* empty: none */
    key key;             /* ARGUMENT_KEY: the key */
    bool again;          /* the last message offered to do this when it is given again */
    bool force;          /* typed with a !: "export! …" */
};

#define COMMAND(id, name, keys, contexts, argument, help) \
    void act_##id(struct state *state, const struct call *call, struct effects *out);
#include "dossier/command/commands.def"
#undef COMMAND

#endif
