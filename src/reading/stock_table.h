/* SPDX-License-Identifier: ISC */
/* The table of stock phrases, and text as it is compared with them. */
#ifndef READING_STOCK_TABLE_H
#define READING_STOCK_TABLE_H

#include "dossier/base/error.h"
#include "dossier/base/str.h"
#include "dossier/reading/body.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define STOCK_LONGEST ((size_t)96) /* bytes of a line that a phrase is compared with */

/* Where in a line a phrase stands. */
enum where {
    WHOLE,  /* it is the line */
    BEGINS, /* the line begins with it */
    ENDS,   /* the line ends with it */
    HOLDS,  /* it stands anywhere in it */
    COUNTS, /* it stands behind a number */
    NAMES,  /* names stand behind it */
    JOINS,  /* it stands among names, without a capital */
    LATER,  /* the line begins with it, and its date is a later one than that of publication */
    WHERES
};

struct phrase {
    struct str text; /* folded */
    struct str word; /* its first word, or its last, by which it is found */
    enum part_kind kind;
    enum where where;
    uint32_t next; /* another one with the same word; 0: none */
};

/* A short line folded, on the stack. */
struct folded {
    char bytes[STOCK_LONGEST * 4];
    size_t len;
};

/* Reads the words at the first call. */
void stock_read(void);
/* What is wrong in the user's own files. */
const struct problems *stock_problems(void);
/* Like fold_key, but that a run of white space is one space; what does not fit is left out. */
struct str stock_fold(struct str s, struct folded *out);
/* An ASCII letter or digit. */
bool stock_is_plain(unsigned char c);
/* A word goes on at AT; *NEXT is behind that character. */
bool stock_is_in_word(struct str s, size_t at, size_t *next);
/* The first word of S, or the sign that it begins with where that is no ASCII; *START: where. */
struct str stock_first_word(struct str s, size_t *start);
struct str stock_last_word(struct str s);
/* WORD in small letters in OUT. */
struct str stock_small(struct str word, struct folded *out);
/* False where WORD, as it stands in a line, finds no phrase of WANTED (bits of where); told from
 * how it begins, so that most words cost no more than that. */
bool stock_may_find(struct str word, unsigned wanted);
/* The first phrase that is found by WORD as it stands in a line; NULL: none. */
const struct phrase *stock_first(struct str word);
/* The next one that the same word finds. */
const struct phrase *stock_next(const struct phrase *phrase);

#endif
