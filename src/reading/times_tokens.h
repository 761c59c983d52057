/* SPDX-License-Identifier: ISC */
/* The words of a text as the finding of times sees them, a window at a time. */
#ifndef READING_TIMES_TOKENS_H
#define READING_TIMES_TOKENS_H

#include "dossier/base/buf.h"
#include "dossier/base/span.h"
#include "dossier/base/str.h"
#include "times_words.h"

#define TIME_WINDOW 1024 /* words held */
#define TIME_AROUND 16   /* words on either side of a time that may be looked at */

struct time_token {
    struct span span;
    uint32_t word;  /* its first meaning; 0: none */
    int16_t number; /* 0 to 9999 in digits; -1: none */
    uint8_t digits;
    bool suffixed; /* "3rd" */
    bool capital;  /* begins with one */
};

struct time_tokens {
    const struct times_language *language;
    struct str text; /* up to the end of the span that is read */
    size_t at;       /* where the words that are not read yet begin */
    bool ended;
    struct time_token window[TIME_WINDOW];
    size_t len;
    struct buf key;
};

void time_tokens_begin(struct time_tokens *tokens, const struct times_language *language,
                       struct str text, struct span span);
void time_tokens_end(struct time_tokens *tokens);
/* Forgets the first DROP words, and fills the window. */
void time_tokens_shift(struct time_tokens *tokens, size_t drop);

/* What word AT means as one of CLASS; NULL: nothing. */
const struct time_word *time_tokens_as(const struct time_tokens *tokens, size_t at,
                                       enum time_class class);
/* Nothing stands between words A and B but white space on one line or over one line end, a dash or
 * an apostrophe; and a comma, a full stop, where they may. */
bool time_tokens_adjoin(const struct time_tokens *tokens, size_t a, size_t b, bool comma,
                        bool stop);
/* A sentence, or a line with nothing behind it, ends between word A and the next. */
bool time_tokens_break(const struct time_tokens *tokens, size_t a);
/* The character before word A, or behind it; 0 at an end of the text. */
uint32_t time_tokens_before(const struct time_tokens *tokens, size_t a);
uint32_t time_tokens_behind(const struct time_tokens *tokens, size_t a);

#endif
