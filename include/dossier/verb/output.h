/* SPDX-License-Identifier: ISC */
/* What verbs print: a write that fails is remembered, and told once, at the end. */
#ifndef DOSSIER_VERB_OUTPUT_H
#define DOSSIER_VERB_OUTPUT_H

#include "dossier/base/str.h"
#include "dossier/verb/verb.h"

#include <stdio.h>

/* Prints BYTES as they are. After a failure nothing more is tried. */
void output_put(FILE *out, struct str bytes);
/* The program ends with STATUS: flushes and closes standard output. A reader that went away is no
 * failure; a full disk is, and is told. */
enum status output_end(enum status status);

#endif
