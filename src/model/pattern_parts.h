/* SPDX-License-Identifier: ISC */
/* What a pattern is made of, for the two files that know. */
#ifndef DOSSIER_MODEL_PATTERN_PARTS_H
#define DOSSIER_MODEL_PATTERN_PARTS_H

#include "dossier/model/pattern.h"
#include "dossier/text/fold.h"

/* A letter of the pattern, small, for there may be many patterns. */
struct pattern_letter {
    uint32_t folded; /* where in the pattern's FOLDED */
    uint32_t first;  /* the base as it stands in the text */
    uint32_t start;  /* its first byte there */
    uint8_t count;   /* of FOLDED */
    bool capital;
    uint8_t class; /* enum letter_class */
};

struct pattern_word {
    struct str key;    /* folded */
    size_t first, end; /* its letters */
    uint32_t start;    /* its first byte in the pattern's text */
};

struct pattern {
    struct str text;
    struct {
        struct pattern_letter *at; /* a run of spaces is one letter */
        size_t len, cap;
    } letters;
    struct {
        uint32_t *at;
        size_t len, cap;
    } folded;
    struct {
        struct pattern_word *at;
        size_t len, cap;
    } words;
    bool prefix;
    bool whole_words; /* begins and ends with a letter of a script that parts its words */
};

/* A word that is written as SPELLING can be word NTH of the pattern; with PREFIX it may go on. */
bool pattern_admits(const struct pattern *pattern, size_t nth, struct str spelling, bool prefix);
/* If word NTH of the pattern begins at byte AT of TEXT: the end of the pattern, 0 where it does not
 * stand there; and where it begins, false where it does not stand there. */
uint32_t pattern_end(const struct pattern *pattern, struct str text, size_t nth, size_t at);
bool pattern_start(const struct pattern *pattern, struct str text, size_t nth, size_t *at);

#endif
