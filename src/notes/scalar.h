/* SPDX-License-Identifier: ISC */
/* YAML's texts of one line, as far as they surely mean the same to every reader. */
#ifndef DOSSIER_SRC_NOTES_SCALAR_H
#define DOSSIER_SRC_NOTES_SCALAR_H

#include "dossier/base/arena.h"

#include <stdbool.h>

/* C is one of the characters of SET. */
bool scalar_is_in(char c, const char *set);
/* Nothing in S has to be looked at twice: UTF-8 without controls but line feeds, and without what
 * only YAML takes for a line end. */
bool scalar_is_clean(struct str s);
/* The same of the character at *AT; moves *AT behind it. */
bool scalar_step(struct str s, size_t *at);
/* V, which is not empty, is a text without quotation marks. */
bool scalar_is_plain(struct str v);
/* V stands for no value. */
bool scalar_is_null(struct str v);
/* The text of V, which begins with a quotation mark; escapes are resolved in ARENA. Where that is
 * NULL they are only checked, and "?" stands for the text. */
bool scalar_quoted(struct arena *arena, struct str v, struct str *text);

#endif
