/* SPDX-License-Identifier: ISC */
#include "dossier/verb/verbs.h"

#define VERB(name) extern const struct verb verb_##name;
#include "dossier/verb/verbs.def"
#undef VERB

const struct verb *const verbs[] = {
#define VERB(name) &verb_##name,
#include "dossier/verb/verbs.def"
#undef VERB
    NULL,
};
