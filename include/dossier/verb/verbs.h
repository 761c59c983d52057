/* SPDX-License-Identifier: ISC */
/* The table of verbs. */
#ifndef DOSSIER_VERB_VERBS_H
#define DOSSIER_VERB_VERBS_H

#include "dossier/verb/verb.h"

extern const struct verb *const verbs[]; /* ends with NULL */

#endif
