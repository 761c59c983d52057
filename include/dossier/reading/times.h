/* SPDX-License-Identifier: ISC */
/* Which times a text speaks of. The words are data (data/times-*.yaml); what is said of a day as
 * seen from another ("on Tuesday", "last month") is worked out from a reference day. */
#ifndef DOSSIER_READING_TIMES_H
#define DOSSIER_READING_TIMES_H

#include "dossier/base/arena.h"
#include "dossier/base/buf.h"
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
/* The same a part at a time, for who must not wait: those from byte FROM of the text on, in MOST
 * bytes of the body, to the end of a line. Where to go on; the text's length at its end. */
uint32_t times_of_part(const struct article *article, enum times_order order, uint32_t from,
                       uint32_t most, struct arena *arena, struct times *out);
/* What the option "dates" says: "day-month", "month-day", else TIMES_ORDER_AUTO. */
enum times_order times_order_named(struct str word);

/* ---- telling of them ---- */

/* The article's own date, or the range that holds it, as a time that stands nowhere in the text;
 * false where neither is known. */
bool times_own(const struct article *article, struct time_said *out);
/* It is said, as it is shown, and no one had to work it out: without ~. */
bool times_is_stated(const struct article *article, const struct time_said *said);
/* The sentence that SPAN stands in; of a paragraph that is endless, what is near. */
struct span times_sentence(const struct article *article, struct span span);
/* Adds, in sentences, how a time in the article was worked out, and as seen from which day. */
void times_why(const struct article *article, const struct time_said *said, struct buf *out);
/* Adds how the article's own date is known: "21 Aug 2025, ~ worked out; it lies between … and …. It
 * says …"; "not known". */
void times_own_why(const struct article *article, struct buf *out);
/* What is wrong in the user's own files of words; none is NULL. */
const struct problems *times_problems(void);

#endif
