/* SPDX-License-Identifier: ISC */
/* Which word someone may have meant. */
#ifndef YAML_NEAR_H
#define YAML_NEAR_H

#include "dossier/base/str.h"

#include <stddef.h>

/* The index of the nearest of the COUNT WORDS that is at most two changes of a byte away from TEXT,
 * and nearer than to share nothing with it; -1 where none is. */
int near_word(struct str text, const struct str *words, size_t count);

#endif
