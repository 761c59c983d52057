/* SPDX-License-Identifier: ISC */
/* The parts of the Markdown document. */
#ifndef DOSSIER_SRC_EXPORT_MARKDOWN_PAGE_H
#define DOSSIER_SRC_EXPORT_MARKDOWN_PAGE_H

#include "groups.h"
#include "parts.h"

struct markdown_page {
    struct arena *arena; /* for what is needed till the end */
    struct arena *scratch;
    const struct export_request *request;
    struct groups groups;
    struct str *keys; /* by article */
    struct buf words; /* scratch */
    struct buf *out;
};

/* Adds the scratch words, and empties them. AT_START: they begin a line. */
void markdown_words(struct markdown_page *page, bool at_start);
/* The article's address: a link only where it is one of the web. */
void markdown_address(struct markdown_page *page, const struct article *article);
/* One note: its passage, its source, its words, by whom; or where it stands in full. */
void markdown_note(struct markdown_page *page, const struct entry *entry);
/* The footnote to a note's source. */
void markdown_footnote(struct markdown_page *page, const struct entry *entry);

#endif
