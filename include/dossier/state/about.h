/* SPDX-License-Identifier: ISC */
/* What is known of the article at the cursor, as rows: its headline, date, source, author and body,
 * and the paragraphs that are not its body. */
#ifndef DOSSIER_STATE_ABOUT_H
#define DOSSIER_STATE_ABOUT_H

#include "dossier/base/buf.h"
#include "dossier/model/article.h"
#include "dossier/reading/dating.h"
#include "dossier/state/layout.h"
#include "dossier/state/list.h"

struct library;
struct state;

struct about_row {
    enum article_field field;
    struct span outside; /* of ARTICLE_BODY: a paragraph that is not the article; else empty */
    const char *kind;    /* what that was taken for; NULL: nothing tells */
};

/* Zero it to begin. */
struct about {
    struct arena *arena;           /* owns what follows; NULL: nothing was made yet */
    const struct library *library; /* what the rows were made from; NULL: they are stale */
    struct str path;               /* the article's */
    struct dating dating;          /* the range that its text tells of, where DATED: nobody states
                                      a date, and there is none */
    bool dated;
    struct about_row *at;
    size_t len, cap;
    struct list list;
    enum view under; /* where q leads back to */
};

/* The row under the cursor; NULL where there is none. */
const struct about_row *about_here(const struct state *state);
/* A copy of the article at the cursor, which there must be, with the range that its text tells of
 * where it has no date. Good till that is asked for again. */
struct article about_article(const struct state *state);
/* "headline", "navigation". */
const char *about_name(const struct about_row *row);
/* Adds what the row says: "27 Nov 2025", "812 words; 7 paragraphs are not the article". */
void about_value(const struct state *state, const struct about_row *row, struct buf *out);
/* Who says so: "tags.yaml", "front matter", "worked out"; empty where nobody does. */
const char *about_who(const struct state *state, const struct about_row *row);
/* It is worked out, and nobody has confirmed it; it is stated. Neither: nothing is known. */
bool about_is_open(const struct state *state, const struct about_row *row);
bool about_is_stated(const struct state *state, const struct about_row *row);
/* Adds how it is known, in sentences. */
void about_why(const struct state *state, const struct about_row *row, struct buf *out);

#endif
