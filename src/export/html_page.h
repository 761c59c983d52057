/* SPDX-License-Identifier: ISC */
/* The parts of the HTML page. */
#ifndef DOSSIER_SRC_EXPORT_HTML_PAGE_H
#define DOSSIER_SRC_EXPORT_HTML_PAGE_H

#include "groups.h"
#include "parts.h"

struct html_page {
    struct arena *arena;
    const struct export_request *request;
    struct groups groups;   /* as asked for: the list at the top */
    struct groups chapters; /* by article: the texts */
    struct buf words;       /* scratch */
    struct buf *out;
};

/* The style sheet: light, dark and print. */
extern const char html_style[];

/* Adds the scratch words as text, and empties them. */
void html_words(struct html_page *page);
void html_tags(struct html_page *page, const struct note *note);
/* "001 ¶2", or the actor that the note is about. */
void html_place(struct html_page *page, const struct note *note);
/* Its passage is marked in a text on this page. */
bool html_is_placed(const struct html_page *page, const struct note *note);
/* A note of GROUP with the replies to it; or where it stands. */
void html_thread(struct html_page *page, const struct group *group, const struct entry *entry);
/* The article's text with the passages marked, the notes beside them. */
void html_article(struct html_page *page, const struct group *group);
/* The articles with notes along the time, as a drawing. */
void html_timeline(struct html_page *page);
/* Who is mentioned how often: by time as a drawing, and all as a table. */
void html_actors(struct html_page *page);

#endif
