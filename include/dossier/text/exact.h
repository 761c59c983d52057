/* SPDX-License-Identifier: ISC */
/* Text as one sees it who compares word for word. Letters, their case and their marks count,
 * digits and punctuation too; how a quotation mark, an apostrophe, a dash, an ellipsis or a space
 * is typed does not, nor what can't be seen, nor whether a letter is composed (UAX #15). */
#ifndef DOSSIER_TEXT_EXACT_H
#define DOSSIER_TEXT_EXACT_H

#include "dossier/base/buf.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define EXACT_MOST                                                                \
    24 /* code points of one letter with its marks; what is more is a letter anew \
        */

#define EXACT_QUOTE '"'       /* any quotation mark */
#define EXACT_APOSTROPHE '\'' /* between two letters or digits */
#define EXACT_DASH '-'
#define EXACT_ELLIPSIS 0x2026u

struct exact_sign {
    uint32_t code;     /* white space of any length is one U+0020 */
    size_t start, end; /* bytes of the text: of the letter with its marks, of the run */
    bool last;         /* the last code point of its letter */
};

/* A walk over a text. */
struct exact {
    struct str text;
    size_t at;
    struct exact_sign sign; /* the letter that is handed out */
    uint32_t codes[EXACT_MOST];
    size_t count, next;
    bool open_dash; /* white space here counts for nothing: behind a dash, an ellipsis */
};

/* Begins at byte AT, where a character begins. */
struct exact exact_walk(struct str text, size_t at);
/* The next sign; false at the end. */
bool exact_next(struct exact *walk, struct exact_sign *out);
/* A and B are one letter but for its case. */
bool exact_same_letter(uint32_t a, uint32_t b);
/* Adds S as it is compared, composed, for people. */
void exact_put(struct str s, struct buf *out);

#endif
