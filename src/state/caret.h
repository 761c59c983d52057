/* SPDX-License-Identifier: ISC */
/* The cursor in the text, from cluster to cluster, line to line, unit to unit. */
#ifndef DOSSIER_SRC_STATE_CARET_H
#define DOSSIER_SRC_STATE_CARET_H

#include "dossier/state/state.h"

#include <stdbool.h>

/* The page of the article with the cursor, broken for the layout in force; NULL where there is no
 * text. */
const struct page *caret_page(struct state *state);
/* Puts the cursor to byte AT, or where it can stand nearest. */
void caret_set(struct state *state, uint32_t at);
/* By lines of the screen, in the column that j and k keep to. False where there was no line to go
 * to. */
bool caret_lines(struct state *state, long by);
/* To a line of the page, likewise. */
void caret_to_line(struct state *state, size_t line);
void caret_clusters(struct state *state, long by);
/* The line with the cursor. */
/* What is not the article is folded away in the one with the cursor. */
bool caret_folds(const struct state *state);
size_t caret_line(struct state *state);

/* Where the next unit after byte AT begins, or where the one with AT or before it does. */
uint32_t caret_word(const struct article *article, uint32_t at);
uint32_t caret_word_back(const struct article *article, uint32_t at);
uint32_t caret_sentence(const struct article *article, uint32_t at);
uint32_t caret_sentence_back(const struct article *article, uint32_t at);
uint32_t caret_paragraph(const struct article *article, uint32_t at);
uint32_t caret_paragraph_back(const struct article *article, uint32_t at);
/* The sentence of the text that holds byte AT. */
struct span caret_sentence_at(const struct article *article, uint32_t at);

#endif
