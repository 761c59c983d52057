/* SPDX-License-Identifier: ISC */
/* Words: rule 3 of dossier-tags(5). A run of letters, digits and marks; in scripts written without
 * spaces, and in Hangul, each letter by itself, so that a name is found inside such a run. */
#ifndef DOSSIER_TEXT_WORDS_H
#define DOSSIER_TEXT_WORDS_H

#include "dossier/base/buf.h"
#include "dossier/base/span.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* The next word at or after *AT, its folded key in KEY (cleared first); moves *AT behind it. False
 * at the end of the text. */
bool words_next(struct str text, size_t *at, struct span *word, struct buf *key);
/* Where the words at or after *AT stand, MOST at most, in OUT; moves *AT behind the last. How many;
 * fewer than MOST at the end of the text. The same words as words_next finds one by one, without
 * their keys and in a fraction of the time. */
size_t words_spans(struct str text, size_t *at, struct span *out, size_t most);
/* A word could begin, or end, at byte AT: no letter, digit or mark of the same word on both sides.
 */
bool words_bound(struct str text, size_t at);
/* The word at or around AT; where there is none, the next; an empty span at the end of the text.
 * For the cursor: scripts without spaces by runs of one script. */
struct span words_around(struct str text, size_t at);
size_t words_count(struct str text);

#endif
