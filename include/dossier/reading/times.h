/* SPDX-License-Identifier: ISC */
/* Which times a text speaks of. The words are data (data/times-*.yaml); what is said of a day as
 * seen from another ("on Tuesday", "last month") is worked out from a reference day. */
#ifndef DOSSIER_READING_TIMES_H
#define DOSSIER_READING_TIMES_H

#include "dossier/base/arena.h"
#include "dossier/base/error.h"
#include "dossier/model/article.h"
#include "dossier/model/times.h"

/* How 03/04/2025 is read. */
enum times_order {
    TIMES_ORDER_AUTO,       /* as its numbers allow; else as the language has it; else not at all */
    TIMES_ORDER_DAY_FIRST,  /* 3 April */
    TIMES_ORDER_MONTH_FIRST /* 4 March */
};

struct times_language;

/* A text to be read for times. */
struct times_reader {
    struct str text;
    const struct times_language *language;
    enum times_order order;
};

/* Reads TEXT, which the reader borrows, in the language that most of the common words near its
 * beginning are of. Any thread may ask. */
struct times_reader times_reader(struct str text, enum times_order order);
/* Reads the article's text, in the language of its body. */
struct times_reader times_reader_of(const struct article *article, enum times_order order);
/* Adds the times in SPAN of the text to OUT, in order, not overlapping, in ARENA. REFERENCE is the
 * day from which relative ones are meant: the article's date, or that of an utterance; DAY_NONE
 * leaves out all that need it. Takes time linear in the span. */
void times_in(const struct times_reader *reader, struct span span, day reference,
              struct arena *arena, struct times *out);
/* Those in the article's body, by its own date. */
void times_of_article(const struct article *article, enum times_order order, struct arena *arena,
                      struct times *out);
/* What is wrong in the user's own files of words; none is NULL. */
const struct problems *times_problems(void);

#endif
