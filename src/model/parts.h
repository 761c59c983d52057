/* SPDX-License-Identifier: ISC */
#ifndef DOSSIER_MODEL_PARTS_H
#define DOSSIER_MODEL_PARTS_H

#include "dossier/model/article.h"

/* Bytes between two marks from which lines are counted. */
#define LINE_BLOCK ((size_t)65536)

/* Where article_line begins to count: the line that holds this byte of the text. */
struct line_mark {
    uint32_t before; /* lines before it */
    uint32_t start;  /* its first byte */
};

/* None worked out yet; they will be in ARENA. */
struct article_parts *parts_new(struct arena *arena);
/* The article has changed: they are worked out anew. */
void parts_forget(struct article_parts *parts);
/* The line that holds the last multiple of LINE_BLOCK at or before AT. */
struct line_mark parts_line_mark(const struct article *article, uint32_t at);

#endif
