/* SPDX-License-Identifier: ISC */
/* Running a verb: what it works on is opened before it, and its output closed after it. */
#ifndef DOSSIER_VERB_RUN_H
#define DOSSIER_VERB_RUN_H

#include "dossier/base/arena.h"
#include "dossier/verb/arguments.h"
#include "dossier/verb/verb.h"

/* Runs VERB as ARGUMENTS say; prints to standard output, and to standard error what goes wrong. */
enum status run_verb(struct arena *arena, const struct verb *verb,
                     const struct arguments *arguments);
/* The program ends with STATUS: flushes and closes standard output. A reader that went away is no
 * failure; a full disk is, and is told. */
enum status run_end(enum status status);

#endif
