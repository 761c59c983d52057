/* SPDX-License-Identifier: ISC */
/* Running a verb: what it works on is opened before it and closed after it. */
#ifndef DOSSIER_VERB_RUN_H
#define DOSSIER_VERB_RUN_H

#include "dossier/base/arena.h"
#include "dossier/verb/arguments.h"
#include "dossier/verb/verb.h"

/* Runs VERB as ARGUMENTS say; prints to standard output, and to standard error what goes wrong. */
enum status run_verb(struct arena *arena, const struct verb *verb,
                     const struct arguments *arguments);

#endif
