/* SPDX-License-Identifier: ISC */
/* An article broken into lines. */
#ifndef DOSSIER_SRC_STATE_PAGE_H
#define DOSSIER_SRC_STATE_PAGE_H

#include "dossier/model/article.h"
#include "dossier/state/state.h"

#include <stdbool.h>

/* Breaks ARTICLE, which has NUMBER, unless the page is it already. True where it was made anew. */
bool page_make(struct page *page, const struct article *article, uint32_t number, int width,
               bool folded);
void page_forget(struct page *page);
void page_free(struct page *page);

/* The line that a cursor can stand on: text, or what stands for folded boilerplate. */
bool page_can_stand(const struct page *page, size_t line);
/* The last such line that begins at or before byte AT; the first one if there is none; page->len
 * where there is no line at all. */
size_t page_line(const struct page *page, uint32_t at);
/* The nearest such line from LINE on, downwards where BY is above 0, else upwards; page->len if
 * there is none. */
size_t page_stand(const struct page *page, size_t line, int by);
/* Byte AT moved to where a cursor can stand: the start of a cluster on its line. */
uint32_t page_snap(const struct page *page, struct str text, uint32_t at);
/* The column of byte AT on LINE, and the byte of the cluster at COLUMN. */
int page_column(const struct page *page, struct str text, size_t line, uint32_t at);
uint32_t page_at_column(const struct page *page, struct str text, size_t line, int column);
/* How many lines of text there are up to LINE, this one too. */
size_t page_count(const struct page *page, size_t line);

#endif
