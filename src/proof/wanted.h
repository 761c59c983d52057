/* SPDX-License-Identifier: ISC */
/* A quotation made ready for being looked for: its parts, as the signs of an omission and editor's
 * brackets part it. */
#ifndef DOSSIER_SRC_PROOF_WANTED_H
#define DOSSIER_SRC_PROOF_WANTED_H

#include "dossier/base/arena.h"
#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WANTED_ANY UINT64_MAX /* a word with letters in brackets: any that fits */

/* What may stand between a part and the one before it. */
enum joint {
    JOINT_LEFT_OUT, /* […]: one word or more that is left out */
    JOINT_WORDS,    /* [Rubio]: words in place of a few, or added */
    JOINT_ADDED     /* [sic]: words that are added */
};

struct wanted_sign {
    uint32_t code;
    bool letters;  /* promise[d]: any letters of the same word, or none; CODE is none */
    bool any_case; /* [W]e */
    bool may_lack; /* a quotation mark that begins a paragraph anew */
};

struct wanted_word {
    uint64_t key;      /* word_key, or WANTED_ANY */
    struct str folded; /* what it is the hash of */
};

struct wanted_part {
    enum joint before; /* of all but the first */
    struct wanted_sign *signs;
    size_t count;
    struct wanted_word *words;
    size_t word_count;
    size_t lead;      /* signs before the first word */
    struct str plain; /* its words, brackets taken off */
};

struct wanted {
    struct wanted_part *at;
    size_t len, cap;
    size_t words; /* outside of brackets */
};

/* WORDS, what stands between the marks, in ARENA. */
void wanted_read(struct arena *arena, struct str words, struct wanted *out);
/* How many words WORDS has outside of brackets. */
size_t wanted_count(struct str words);
/* The length of the sign of an omission at AT, in brackets or without, 0 where there is none. */
size_t wanted_left_out(struct str words, size_t at);

#endif
