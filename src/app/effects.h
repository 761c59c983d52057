/* SPDX-License-Identifier: ISC */
/* The effects that have a file of their own, and how all of them answer. */
#ifndef DOSSIER_SRC_APP_EFFECTS_H
#define DOSSIER_SRC_APP_EFFECTS_H

#include "dossier/app/world.h"

typedef void run_effect(const struct effect *effect, struct world *world, struct events *back);

run_effect effects_notes;
run_effect effects_restore;
run_effect effects_check;
run_effect effects_verdict;
run_effect effects_settle;
run_effect effects_take_copy;
run_effect effects_refresh;
run_effect effects_tags;
run_effect effects_search;
run_effect effects_amend;
run_effect effects_correct;
run_effect effects_patch;
run_effect effects_export;

void effects_say(struct events *back, bool ok, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void effects_failed(struct events *back, const struct error *error);
/* The new library is to be taken in, the saved searches with it. */
void effects_library(struct world *world, struct events *back);
void effects_searches(struct world *world, struct events *back);

#endif
