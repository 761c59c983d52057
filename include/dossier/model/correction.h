/* SPDX-License-Identifier: ISC */
/* What a reader says of an article's own facts: that one is so, that it is another, that there is
 * none. It is written to tags.yaml, which wins over all else. */
#ifndef DOSSIER_MODEL_CORRECTION_H
#define DOSSIER_MODEL_CORRECTION_H

#include "dossier/base/buf.h"
#include "dossier/base/error.h"
#include "dossier/model/article.h"

enum correction_kind {
    CORRECTION_SO,   /* it is as it was worked out */
    CORRECTION_NONE, /* there is none; of the body: all of the text is the article */
    CORRECTION_OTHER
};

struct correction {
    enum correction_kind kind;
    enum article_field field;
    struct str path;    /* the article's */
    struct str text;    /* of ARTICLE_TITLE, ARTICLE_SOURCE, ARTICLE_AUTHOR; empty: none */
    day date, from, to; /* of ARTICLE_DATE; FROM and TO a range; all DAY_NONE: none */
    struct spans body;  /* of ARTICLE_BODY: stored offsets */
    size_t paragraphs;  /* so many of them changed sides */
    bool gains;         /* they are the article's now */
};

/* The five that can be corrected, in the order in which they are shown. */
#define CORRECTION_FIELDS 5
extern const enum article_field correction_fields[CORRECTION_FIELDS];

/* "headline", "date", "source", "author", "body"; NULL for ARTICLE_URL. */
const char *correction_field_name(enum article_field field);
/* FIELD was worked out, by the program or by whoever wrote `date-basis: inferred`. */
bool correction_is_open(const struct article *article, enum article_field field);
/* Something is known of FIELD. */
bool correction_has(const struct article *article, enum article_field field);
/* Adds the value as it is typed: a text, "2025-02-18", "2025-02-01 to 2025-02-28"; nothing for the
 * body. */
void correction_value(const struct article *article, enum article_field field, struct buf *out);

/* Each fills OUT, with memory of ARENA and slices of ARTICLE, and is false with a sentence where
 * there is nothing to be said. */
/* FIELD is so. A range that was worked out of the text must stand among the article's facts. */
bool correction_confirm(const struct article *article, enum article_field field,
                        struct arena *arena, struct correction *out, struct error *error);
bool correction_none(const struct article *article, enum article_field field, struct arena *arena,
                     struct correction *out, struct error *error);
/* FIELD is what LINE says: a text in words; a date as a day, a month, a year, or one of them "to"
 * another, where "?" leaves a side open. The body can't be typed. */
bool correction_read(const struct article *article, enum article_field field, struct str line,
                     struct arena *arena, struct correction *out, struct error *error);
/* The paragraphs that SPAN touches are, or not GAINS, are not the article's. */
bool correction_body(const struct article *article, struct span span, bool gains,
                     struct arena *arena, struct correction *out, struct error *error);

/* A copy that lives as long as ARENA. */
struct correction correction_copy(struct arena *arena, const struct correction *correction);
/* "is confirmed", "is 18 Feb 2025"; and what it is again when that is taken back. */
void correction_words(const struct correction *correction, struct buf *did, struct buf *undid);

#endif
