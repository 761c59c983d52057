/* SPDX-License-Identifier: ISC */
/* A slice of bytes that someone else owns; not ended by a NUL. */
#ifndef DOSSIER_BASE_STR_H
#define DOSSIER_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct str {
    const char *at; /* may be NULL where len is 0 */
    size_t len;     /* bytes */
};

/* A literal as a slice. */
#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
/* For printf's "%.*s". */
#define STR_ARG(s) (int)(s).len, (s).at ? (s).at : ""

/* A C string as a slice; NULL gives an empty one. */
struct str str_of(const char *chars);
/* Bytes START to END of S, both cut to its length. */
struct str str_sub(struct str s, size_t start, size_t end);
bool str_eq(struct str a, struct str b);
bool str_is(struct str a, const char *b);
/* By bytes, as strcmp. */
int str_cmp(struct str a, struct str b);
/* ASCII letters without case. */
bool str_eq_nocase(struct str a, struct str b);
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
/* Where NEEDLE first stands in S at or after FROM; -1 if it does not. */
ptrdiff_t str_find(struct str s, struct str needle, size_t from);
/* Without ASCII white space at both ends. */
struct str str_trim(struct str s);
/* The part of *REST before SEPARATOR; moves *REST behind it. False, and an empty part, when
 * nothing is left. */
bool str_split(struct str *rest, char separator, struct str *part);
/* A whole number in decimal digits; false for anything else, or where it does not fit. */
bool str_number(struct str s, long *out);
/* How many bytes must be changed, added or left out to make B of A (Levenshtein), for offering
 * names near a mistyped one: only the first 40 bytes of each are compared. */
size_t str_distance(struct str a, struct str b);
/* FNV-1a, for hash tables. */
uint64_t str_hash(struct str s);

#endif
