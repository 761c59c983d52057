/* SPDX-License-Identifier: ISC */
/* Word to places, through all segments of the corpus. A word is told by its folded key. */
#ifndef DOSSIER_MODEL_INDEX_H
#define DOSSIER_MODEL_INDEX_H

#include "dossier/base/arena.h"
#include "dossier/base/str.h"
#include "dossier/model/corpus.h"
#include "dossier/model/pattern.h"
#include "dossier/text/regex.h"

#include <stdbool.h>
#include <stddef.h>

/* How often the word KEY stands in the texts, and how many words there are in all. */
size_t index_count(const struct corpus *corpus, struct str key);
size_t index_total(const struct corpus *corpus);
/* Of the places of KEY, how many begin with a capital. */
size_t index_capitals(const struct corpus *corpus, struct str key);
/* Adds the places of KEY to OUT, in ARENA, in order of article and start. */
void index_places(const struct corpus *corpus, struct str key, struct arena *arena,
                  struct places *out);

/* Adds the places of all words, as they are spelled, in which PART has a match to OUT, in ARENA, in
 * no order. PART must match within one word only. False, and nothing added, where there are more
 * than MOST, or PART was stopped. Takes time for each word of the index, not for its places. */
bool index_places_of_part(const struct corpus *corpus, const struct regex *part, size_t most,
                          struct arena *arena, struct places *out);

/* Puts the words of each segment in order of key, for prefixes: else who asks for the first one
 * waits for it. Any thread may. */
void index_order(const struct corpus *corpus);

/* The words of all texts, numbered through the corpus by the number of their article: tokens. What
 * stands at a token is found by reading its article anew, which is dear: these are for a few
 * articles at a time. */
/* The first token of ARTICLE; with corpus->numbers, how many there are. */
uint32_t index_first(const struct corpus *corpus, uint32_t article);
uint32_t index_article(const struct corpus *corpus, uint32_t token);
/* The word that stands there, good as long as its article. */
const struct article_word *index_token(const struct corpus *corpus, uint32_t token);
/* The first token of ARTICLE that begins at byte AT or behind it. */
uint32_t index_token_at(const struct corpus *corpus, uint32_t article, uint32_t at);

#endif
