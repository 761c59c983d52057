/* SPDX-License-Identifier: ISC */
/* What --help prints, made from the tables of verbs and options. */
#ifndef DOSSIER_VERB_HELP_H
#define DOSSIER_VERB_HELP_H

#include "dossier/verb/verb.h"

#include <stdio.h>

void help_program(FILE *out);
void help_verb(FILE *out, const struct verb *verb);

#endif
