/* SPDX-License-Identifier: ISC */
/* Word to places. Every word of every text, folded, is a token; tokens are numbered through the
 * corpus, so that the neighbours of a token are the words beside it. A name is looked up by the
 * places of its rarest word: the cost is that of the places, not of the texts. */
#ifndef DOSSIER_MODEL_INDEX_H
#define DOSSIER_MODEL_INDEX_H

#include "dossier/base/arena.h"
#include "dossier/base/str.h"
#include "dossier/model/article.h"

#include <stddef.h>
#include <stdint.h>

#define WORD_NONE UINT32_MAX

struct index;

/* Of COUNT ARTICLES, by whose places they are called below. */
struct index *index_build(struct arena *arena, const struct article *articles, size_t count);
/* The word with folded key KEY, or WORD_NONE. Words are numbered from 0 to index_words - 1. */
uint32_t index_word(const struct index *index, struct str key);
uint32_t index_words(const struct index *index);
struct str index_key(const struct index *index, uint32_t word);
/* The tokens that are WORD, in order; *COUNT of them. */
const uint32_t *index_places(const struct index *index, uint32_t word, size_t *count);
/* A token's word, article, and first byte in the text. */
uint32_t index_token_word(const struct index *index, uint32_t token);
uint32_t index_token_article(const struct index *index, uint32_t token);
uint32_t index_token_start(const struct index *index, uint32_t token);
/* The first token of ARTICLE; that of the article after the last is the number of tokens. */
uint32_t index_first(const struct index *index, uint32_t article);

#endif
