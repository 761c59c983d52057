/* SPDX-License-Identifier: ISC */
/* The parts of the HTML page. */
#ifndef DOSSIER_SRC_EXPORT_HTML_PAGE_H
#define DOSSIER_SRC_EXPORT_HTML_PAGE_H

#include "parts.h"

struct html_page {
    struct arena *arena;
    const struct export_request *request;
    struct groups groups;
    struct buf words; /* scratch */
    struct buf *out;
};

/* The style sheet: light, dark and print. */
extern const char html_style[];

/* Adds the scratch words as text, and empties them. */
void html_words(struct html_page *page);
void html_tags(struct html_page *page, const struct note *note);
/* "001 ¶2", or the actor that the note is about. */
void html_place(struct html_page *page, const struct note *note);
/* One note. PLACED: its passage is marked in the text on this page, and linked. */
void html_note(struct html_page *page, const struct entry *entry, bool placed);
/* The article's text with the passages marked, the notes beside them. */
void html_article(struct html_page *page, const struct group *group);

#endif
