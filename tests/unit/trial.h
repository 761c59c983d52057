/* SPDX-License-Identifier: ISC */
/* Random texts with a passage in them, and random edits of which the truth is known: each letter
 * carries the number of the place that it had in the first text, copies and replaced letters carry
 * it too, and what is put in carries none. */
#ifndef DOSSIER_TESTS_TRIAL_H
#define DOSSIER_TESTS_TRIAL_H

#include "dossier/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct unit {
    uint32_t c;
    uint32_t from; /* 1 + its place in the first text; 0: put in later */
};

struct units {
    struct unit *at;
    size_t len, cap;
};

struct range {
    size_t start, end;
};

enum script { ENGLISH, RUSSIAN, HAN, SCRIPTS };

/* One case: a text, a passage in it, and the text as it is edited. */
struct trial {
    enum script script;
    struct units first, now;
    struct range passage; /* in first */
    struct range places;  /* the numbers that its letters carry */
};

extern uint64_t trial_seed;
extern bool trial_monotonous; /* texts are made of few words */

/* A number below BELOW; 0 where that is 0. */
size_t trial_any(size_t below);

void units_put(struct units *out, uint32_t c, uint32_t from);
void units_put_word(struct units *out, enum script script);
void units_put_sentence(struct units *out, enum script script);
/* A whole text, its letters numbered. */
void units_put_text(struct units *out, enum script script);
struct range units_all(const struct units *text);
/* What stands between two of the signs in ENDS, around AT. */
struct range units_part(const struct units *text, size_t at, const char *ends);
bool units_is_letter(uint32_t c);
struct range units_word(const struct units *text, size_t at, bool unspaced);
/* Some word inside IN; an empty range where none is found. */
struct range units_any_word(const struct units *text, struct range in, enum script script);
/* Puts NEW in place of a part; with KEEP, as what that part became. */
void units_splice(struct units *text, struct range part, const struct units *new, bool keep);
struct units units_copy(const struct units *text, struct range part);

struct trial_edit {
    const char *name;
    void (*edit)(struct trial *);
    int least; /* percent of the notes that must end right */
};

extern const struct trial_edit trial_edits[];
extern const size_t trial_edit_count;

#endif
