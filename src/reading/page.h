/* SPDX-License-Identifier: ISC */
/* A text as its lines, each weighed by how much it reads like an article. */
#ifndef READING_PAGE_H
#define READING_PAGE_H

#include "dossier/base/arena.h"
#include "dossier/reading/body.h"

#include <stdbool.h>
#include <stddef.h>

struct page_line {
    struct span span; /* trimmed; text offsets */
    enum part_kind kind;
    bool sentence;    /* some words that end as a sentence does */
    bool prose;       /* reads like running text */
    bool kept;        /* is taken for the article */
    int words;        /* as many as fit its length, in tenths */
    int weight;       /* for (or against) its being the article, in tenths of words */
    struct str names; /* of a byline */
};

struct page {
    const struct seeing *seeing;
    struct page_line *at;
    size_t len, cap;
    size_t stock;       /* lines that are of a kind */
    size_t odd;         /* lines that are no prose */
    size_t first, last; /* the run that weighs most: lines FIRST to LAST, the latter not in it */
    size_t stopped;     /* where the article was seen to have ended; LEN: nowhere */
    bool is_web;        /* with a page's menus and lists around it */
};

/* Reads and weighs the lines. */
void page_read(const struct seeing *seeing, struct arena *arena, struct page *out);
/* Finds the run, and whether there is a page around it. */
void page_find_run(struct page *page);
/* Takes what follows line FROM as the run: from its first sentence to where it weighs most, before
 * it loses much. False, and nothing is changed, where that is too little for an article. */
bool page_take_run(struct page *page, size_t from);
/* Of a page: lines of some words that stand in it more than once are captions and teasers, and not
 * kept; of sentences the last one is, for it may be the article's. */
void page_drop_repeated(struct arena *arena, struct page *page);
struct str page_text(const struct page *page, size_t line);

#endif
