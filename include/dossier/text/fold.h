/* SPDX-License-Identifier: ISC */
/* Text as matching sees it, one letter at a time: rules 1 and 2 of dossier-tags(5). Canonical
 * decomposition (UAX #15) with the marks of Latin and Greek letters left out, width variants made
 * equal, case dropped but remembered. */
#ifndef DOSSIER_TEXT_FOLD_H
#define DOSSIER_TEXT_FOLD_H

#include "dossier/base/buf.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Code points of one letter that are compared; marks beyond are passed over. */
#define FOLD_MOST 18

enum letter_class {
    LETTER_WORD,       /* a letter, digit or mark */
    LETTER_SPACE,      /* one white space character */
    LETTER_DASH,       /* any hyphen or dash; folded to U+002D */
    LETTER_APOSTROPHE, /* any apostrophe; folded to U+0027 */
    LETTER_OTHER       /* punctuation, symbols */
};

/* One base character with its marks and what is ignored behind it. */
struct letter {
    uint32_t folded[FOLD_MOST]; /* small letters, decomposed */
    uint8_t count;
    bool capital;
    enum letter_class class;
    uint32_t first; /* the base as it stands in the text */
    size_t start;   /* its first byte, behind what is ignored before it */
    size_t end;     /* behind its last mark; ignored characters that follow are not in it */
};

/* The letter at or after *AT; moves *AT behind it (and behind no ignored character). False at the
 * end. */
bool fold_next(struct str text, size_t *at, struct letter *out);
/* The folded form of S, as a key: two words that only differ in case, marks or width have one key.
 */
void fold_key(struct str s, struct buf *out);

#endif
