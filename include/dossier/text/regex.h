/* SPDX-License-Identifier: ISC */
/* Regular expressions, those of Perl, as PCRE2 has them, with bounds: an expression that tries too
 * much on one text is stopped, and says so. */
#ifndef DOSSIER_TEXT_REGEX_H
#define DOSSIER_TEXT_REGEX_H

#include "dossier/base/error.h"
#include "dossier/base/span.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>

struct regex;

/* PATTERN compiled, on the heap. Without a capital letter it matches either case. ^ and $ are the
 * bounds of lines. NULL, with a sentence, where it is none; *AT then is the byte of PATTERN where
 * it goes wrong. */
struct regex *regex_make(struct str pattern, size_t *at, struct error *error);
void regex_free(struct regex *regex);

enum regex_result { REGEX_FOUND, REGEX_NONE, REGEX_STOPPED };

/* The first match in TEXT (valid UTF-8) at or after byte FROM that is not empty. STOPPED: it tried
 * more than it may. */
enum regex_result regex_next(const struct regex *regex, struct str text, size_t from,
                             struct span *out);

#endif
