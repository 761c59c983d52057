/* SPDX-License-Identifier: ISC */
/* One article: its text, what is known of it, and how. */
#ifndef DOSSIER_MODEL_ARTICLE_H
#define DOSSIER_MODEL_ARTICLE_H

#include "dossier/base/arena.h"
#include "dossier/base/day.h"
#include "dossier/base/span.h"
#include "dossier/base/str.h"
#include "dossier/text/encoding.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ARTICLE_NONE UINT32_MAX

enum basis { BASIS_NONE, BASIS_STATED, BASIS_INFERRED };

enum article_field {
    ARTICLE_TITLE = 1,
    ARTICLE_DATE = 2,
    ARTICLE_SOURCE = 4,
    ARTICLE_AUTHOR = 8,
    ARTICLE_URL = 16,
    ARTICLE_BODY = 32
};

/* What someone states of an article, in tags.yaml or in its front matter, or what was worked out.
 */
struct facts {
    unsigned known; /* which enum article_field it speaks of */
    struct str title, source, author, url;
    struct str why;     /* how the date was worked out */
    day date, from, to; /* DAY_NONE; from and to: a range that holds the date, both ends in it */
    enum basis basis;   /* of the date */
    struct spans body;  /* stored offsets, in order, not overlapping */
    struct str *tags;
    size_t tag_count;
};

/* Nothing known: a zeroed day would be 1970-01-01. */
#define FACTS_NONE ((struct facts){.date = DAY_NONE, .from = DAY_NONE, .to = DAY_NONE})

enum paragraph_kind {
    PARAGRAPH_BODY,
    PARAGRAPH_HEADLINE,   /* the body's first, where it is the title: number 0 */
    PARAGRAPH_BOILERPLATE /* navigation, adverts, credits, front matter: no number */
};

struct paragraph {
    struct span span; /* text offsets */
    enum paragraph_kind kind;
    int number; /* ¶ number: from 1, the headline 0; -1 for boilerplate */
};

/* What is worked out of an article when it is first asked for: its paragraphs, and where long texts
 * begin to be counted by lines. Who made the article owns it; one thread at a time may ask. */
struct article_parts;
struct recurring;

struct article {
    struct str path;  /* below the dossier, with slashes */
    struct str label; /* the shortest beginning of it that no other article has, to a word's end */
    struct str problem; /* why it can't be read; then there is no text */
    struct decoded file;
    struct str text;     /* file.text: valid UTF-8; all spans below are offsets in it */
    struct span front;   /* its front matter; empty if there is none */
    struct facts facts;  /* the best of tags.yaml, front matter and what was worked out */
    unsigned worked_out; /* enum article_field: which of them nobody stated */
    unsigned by_tags;    /* the same: of which of them tags.yaml speaks */
    struct spans body;   /* text offsets; the whole text where nobody knows better */
    size_t words;        /* in the body; counted when the corpus is finished */
    uint32_t stated;     /* a number made of what tags.yaml states of it; 0: nothing */
    /* Of one that is to be added: its lines that may stand in other articles too, or NULL. */
    struct recurring *recurring;
    struct article_parts *parts;
};

/* The paragraphs in order, worked out when they are first asked for. */
const struct paragraph *article_paragraphs(const struct article *article);
size_t article_paragraph_count(const struct article *article);

/* A word of the text. */
struct article_word {
    uint64_t key;   /* a hash of its folded key: word_key */
    uint32_t start; /* its first byte */
};

/* The words of the text in order, *COUNT of them, worked out when they are first asked for. */
const struct article_word *article_words(const struct article *article, size_t *count);
/* How many of them begin before byte AT. */
size_t article_words_before(const struct article *article, uint32_t at);
/* The hash of a folded KEY. */
uint64_t word_key(struct str key);

/* The headline, whole, or where there is none the first words of the body, cut to WIDTH columns at
 * a word's end; empty where there is no body either. *MADE_UP (may be NULL) tells the latter. */
struct str article_headline(const struct article *article, int width, bool *made_up);
/* Byte AT of the text lies in the body. */
bool article_in_body(const struct article *article, uint32_t at);
/* The index of the paragraph that holds byte AT, or of the last one before it; 0 if there is none.
 */
size_t article_paragraph(const struct article *article, uint32_t at);
/* The ¶ number of the paragraph at byte AT; -1 in boilerplate. */
int article_number(const struct article *article, uint32_t at);
/* Line and column, from 1, of a text offset in the file as stored; columns are bytes, and a byte
 * order mark is not one. */
void article_line(const struct article *article, uint32_t at, int *line, int *column);
/* The words before and after SPAN in its paragraph, up to CHARACTERS characters each, that adjoin
 * it with the white space between, cut at word bounds. */
void article_context(const struct article *article, struct span span, size_t characters,
                     struct str *before, struct str *after);
/* The day to sort by: the date, else the start of its range, else the range's end; DAY_NONE sorts
 * last. */
day article_day(const struct article *article);

/* Works out the body from text, front and facts; whoever makes an article calls it, with an ARENA
 * that lives as long as the article. The facts' body offsets are stored ones; false ones (beyond
 * the end, inside a character) are cut to fit. */
void article_finish(struct arena *arena, struct article *article);
/* Gives a finished article a body that was worked out (text offsets, in order); an empty one is the
 * whole text. */
void article_take_body(struct arena *arena, struct article *article, const struct spans *body);
/* Gives a finished article a headline that was worked out. */
void article_entitle(struct article *article, struct str title);

#endif
